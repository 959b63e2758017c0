package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading a body in synchronous mode, and moving in it. */
final class ReadSuite {
    private static final int CACHED = InternetFlag.INTERNET_FLAG_RELOAD;

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
                    "R-READ-3[D] R-READ-5[D]",
                    "A read brings what was asked for; the end is TRUE with no bytes",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.get(FixedAnswers.DIGITS);
                        ground.note("four", client.read(request, 4));
                        ground.note("many", client.read(request, 100));
                        DwordRef count = new DwordRef(9);
                        ByteBuffer buffer = ByteBuffer.allocate(4);
                        ground.call("end", ground.api().InternetReadFile(request, buffer, 4, count));
                        ground.note("bytes", count.value);
                    },
                    "four: 0123",
                    "many: 456789",
                    "end: TRUE",
                    "bytes: 0"),
            new Behaviour(
                    "R-READ-2[D]",
                    "The count is set to 0 before anything else is looked at",
                    ground -> {
                        DwordRef count = new DwordRef(9);
                        ground.note(
                                "InternetReadFile(NULL)",
                                ground.api().InternetReadFile(null, ByteBuffer.allocate(4), 4, count));
                        ground.note("bytes", count.value);
                    },
                    "InternetReadFile(NULL): false",
                    "bytes: 0"),
            new Behaviour(
                    "R-READ-13[O]",
                    "The answer to HEAD ends at once",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.sent(
                                client.request("HEAD", FixedAnswers.DIGITS, Client.UNCACHED, Client.REQUEST));
                        ground.note("read", client.read(request, 100));
                    },
                    "read: "),
            new Behaviour(
                    "R-READEX-5[O] R-READEX-10[O]",
                    "InternetReadFileEx goes on where InternetReadFile stopped",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.get(FixedAnswers.DIGITS);
                        ground.note("InternetReadFile", client.read(request, 4));
                        INTERNET_BUFFERS buffers = buffers(100);
                        ground.call("InternetReadFileEx", ground.api().InternetReadFileEx(request, buffers, 0, 0));
                        ground.note("dwBufferLength", buffers.dwBufferLength);
                        buffers.dwBufferLength = 100;
                        ground.call("end", ground.api().InternetReadFileEx(request, buffers, 0, 0));
                        ground.note("dwBufferLength", buffers.dwBufferLength);
                    },
                    "InternetReadFile: 0123",
                    "InternetReadFileEx: TRUE",
                    "dwBufferLength: 6",
                    "end: TRUE",
                    "dwBufferLength: 0"),
            new Behaviour(
                    "R-READEX-3[O]",
                    "InternetReadFileEx refuses a structure of another size, and none at all",
                    ground -> {
                        HINTERNET request = ground.sync().get(FixedAnswers.DIGITS);
                        INTERNET_BUFFERS buffers = buffers(100);
                        buffers.dwStructSize++;
                        ground.call("wrong size", ground.api().InternetReadFileEx(request, buffers, 0, 0));
                        ground.call("NULL", ground.api().InternetReadFileEx(request, null, 0, 0));
                    },
                    "wrong size: FALSE, ERROR_INVALID_PARAMETER (87)",
                    "NULL: FALSE, ERROR_INVALID_PARAMETER (87)"),
            new Behaviour(
                    "R-AVAIL-4[D] R-AVAIL-2[D] R-AVAIL-12[O] R-GEN-20[O]",
                    "At the end no bytes are available, and the last error is 0",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.get(FixedAnswers.DIGITS);
                        client.readAll(request);
                        DwordRef count = new DwordRef(9);
                        ground.api().SetLastError(77);
                        ground.note("TRUE", ground.api().InternetQueryDataAvailable(request, count, 0, 0));
                        ground.note("last error", ground.error());
                        ground.note("bytes", count.value);
                    },
                    "TRUE: true",
                    "last error: ERROR_SUCCESS (0)",
                    "bytes: 0"),
            new Behaviour(
                    "R-SEEK-1[D] R-SEEK-7[O] R-SEEK-9[O]",
                    "The position moves from the start, from where it is, and from the end",
                    ReadSuite::seek,
                    "to 4: 4",
                    "read: 45",
                    "on by 1: 7",
                    "3 before the end: 7",
                    "before the start: -1, ERROR_NEGATIVE_SEEK (131)"),
            new Behaviour(
                    "R-SEEK-5[O] R-SEEK-4[D]",
                    "Without a cache file the position cannot be moved",
                    ground -> {
                        int flags = InternetFlag.INTERNET_FLAG_DONT_CACHE | InternetFlag.INTERNET_FLAG_RELOAD;
                        Client client = ground.sync();
                        HINTERNET request = client.request("GET", FixedAnswers.DIGITS, flags, Client.REQUEST);
                        ground.note("before", move(ground, request, 1, Win32File.FILE_BEGIN));
                        client.sent(request);
                        ground.note("after", move(ground, request, 1, Win32File.FILE_BEGIN));
                    },
                    "before: -1, ERROR_INTERNET_INVALID_OPERATION (12016)",
                    "after: -1, ERROR_INTERNET_INVALID_OPERATION (12016)"),
            new Behaviour(
                    "R-HANDLE-34[O] R-SEEK-6[O]",
                    "NULL is no handle to read from",
                    ground -> {
                        WinInet api = ground.api();
                        ground.call("InternetReadFileEx", api.InternetReadFileEx(null, buffers(4), 0, 0));
                        ground.call(
                                "InternetQueryDataAvailable",
                                api.InternetQueryDataAvailable(null, new DwordRef(), 0, 0));
                        ground.note("InternetSetFilePointer", move(ground, null, 0, Win32File.FILE_BEGIN));
                    },
                    "InternetReadFileEx: FALSE, ERROR_INVALID_HANDLE (6)",
                    "InternetQueryDataAvailable: FALSE, ERROR_INVALID_HANDLE (6)",
                    "InternetSetFilePointer: -1, ERROR_INVALID_HANDLE (6)"));

    private ReadSuite() {}

    private static INTERNET_BUFFERS buffers(int size) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = ByteBuffer.allocate(size);
        buffers.dwBufferLength = size;
        return buffers;
    }

    private static void seek(Ground ground) throws InterruptedException {
        Client client = ground.sync();
        HINTERNET request = client.sent(client.request("GET", FixedAnswers.DIGITS, CACHED, Client.REQUEST));
        ground.note("to 4", move(ground, request, 4, Win32File.FILE_BEGIN));
        ground.note("read", client.read(request, 2));
        ground.note("on by 1", move(ground, request, 1, Win32File.FILE_CURRENT));
        ground.note("3 before the end", move(ground, request, -3, Win32File.FILE_END));
        ground.note("before the start", move(ground, request, -11, Win32File.FILE_CURRENT));
    }

    private static String move(Ground ground, @Nullable HINTERNET handle, int distance, int method) {
        int position = ground.api().InternetSetFilePointer(handle, distance, null, method, 0);
        return position == -1 ? "-1, " + ground.error() : Integer.toString(position);
    }
}
