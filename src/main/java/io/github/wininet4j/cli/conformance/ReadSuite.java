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

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-READ-3[D] R-READ-5[D]",
                    "A read brings what was asked for; the end is TRUE with no bytes",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.get(CannedResponses.DIGITS);
                        bed.note("four", client.read(request, 4));
                        bed.note("many", client.read(request, 100));
                        DwordRef count = new DwordRef(9);
                        ByteBuffer buffer = ByteBuffer.allocate(4);
                        bed.call("end", bed.api().InternetReadFile(request, buffer, 4, count));
                        bed.note("bytes", count.value);
                    },
                    "four: 0123",
                    "many: 456789",
                    "end: TRUE",
                    "bytes: 0"),
            new ConformanceCase(
                    "R-READ-2[D]",
                    "The count is set to 0 before anything else is looked at",
                    bed -> {
                        DwordRef count = new DwordRef(9);
                        bed.note(
                                "InternetReadFile(NULL)",
                                bed.api().InternetReadFile(null, ByteBuffer.allocate(4), 4, count));
                        bed.note("bytes", count.value);
                    },
                    "InternetReadFile(NULL): false",
                    "bytes: 0"),
            new ConformanceCase(
                    "R-READ-13[O]",
                    "The response to HEAD ends immediately",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.sent(client.request(
                                "HEAD", CannedResponses.DIGITS, CaseClient.UNCACHED, CaseClient.REQUEST));
                        bed.note("read", client.read(request, 100));
                    },
                    "read: "),
            new ConformanceCase(
                    "R-READEX-5[O] R-READEX-10[O]",
                    "InternetReadFileEx goes on where InternetReadFile stopped",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.get(CannedResponses.DIGITS);
                        bed.note("InternetReadFile", client.read(request, 4));
                        INTERNET_BUFFERS buffers = buffers(100);
                        bed.call("InternetReadFileEx", bed.api().InternetReadFileEx(request, buffers, 0, 0));
                        bed.note("dwBufferLength", buffers.dwBufferLength);
                        buffers.dwBufferLength = 100;
                        bed.call("end", bed.api().InternetReadFileEx(request, buffers, 0, 0));
                        bed.note("dwBufferLength", buffers.dwBufferLength);
                    },
                    "InternetReadFile: 0123",
                    "InternetReadFileEx: TRUE",
                    "dwBufferLength: 6",
                    "end: TRUE",
                    "dwBufferLength: 0"),
            new ConformanceCase(
                    "R-READEX-3[O]",
                    "InternetReadFileEx refuses a structure of another size, and none at all",
                    bed -> {
                        HINTERNET request = bed.sync().get(CannedResponses.DIGITS);
                        INTERNET_BUFFERS buffers = buffers(100);
                        buffers.dwStructSize++;
                        bed.call("wrong size", bed.api().InternetReadFileEx(request, buffers, 0, 0));
                        bed.call("NULL", bed.api().InternetReadFileEx(request, null, 0, 0));
                    },
                    "wrong size: FALSE, ERROR_INVALID_PARAMETER (87)",
                    "NULL: FALSE, ERROR_INVALID_PARAMETER (87)"),
            new ConformanceCase(
                    "R-AVAIL-4[D] R-AVAIL-2[D] R-AVAIL-12[O] R-GEN-20[O]",
                    "At the end no bytes are available, and the last error is 0",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.get(CannedResponses.DIGITS);
                        client.readAll(request);
                        DwordRef count = new DwordRef(9);
                        bed.api().SetLastError(77);
                        bed.note("TRUE", bed.api().InternetQueryDataAvailable(request, count, 0, 0));
                        bed.note("last error", bed.error());
                        bed.note("bytes", count.value);
                    },
                    "TRUE: true",
                    "last error: ERROR_SUCCESS (0)",
                    "bytes: 0"),
            new ConformanceCase(
                    "R-SEEK-1[D] R-SEEK-2[D] R-SEEK-7[O] R-SEEK-9[O]",
                    "The position moves from the start, from where it is, and from the end",
                    ReadSuite::seek,
                    "to 4: 4",
                    "read: 45",
                    "on by 1: 7",
                    "3 before the end: 7",
                    "before the start: -1, ERROR_NEGATIVE_SEEK (131)"),
            new ConformanceCase(
                    "R-SEEK-5[O] R-SEEK-4[D]",
                    "Without a cache file the position cannot be moved",
                    bed -> {
                        int flags = InternetFlag.INTERNET_FLAG_DONT_CACHE | InternetFlag.INTERNET_FLAG_RELOAD;
                        CaseClient client = bed.sync();
                        HINTERNET request = client.request("GET", CannedResponses.DIGITS, flags, CaseClient.REQUEST);
                        bed.note("before", move(bed, request, 1, Win32File.FILE_BEGIN));
                        client.sent(request);
                        bed.note("after", move(bed, request, 1, Win32File.FILE_BEGIN));
                    },
                    "before: -1, ERROR_INTERNET_INVALID_OPERATION (12016)",
                    "after: -1, ERROR_INTERNET_INVALID_OPERATION (12016)"),
            new ConformanceCase(
                    "R-HANDLE-34[O] R-SEEK-6[O]",
                    "NULL is no handle to read from",
                    bed -> {
                        WinInet api = bed.api();
                        bed.call("InternetReadFileEx", api.InternetReadFileEx(null, buffers(4), 0, 0));
                        bed.call(
                                "InternetQueryDataAvailable",
                                api.InternetQueryDataAvailable(null, new DwordRef(), 0, 0));
                        bed.note("InternetSetFilePointer", move(bed, null, 0, Win32File.FILE_BEGIN));
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

    private static void seek(TestBed bed) throws InterruptedException {
        CaseClient client = bed.sync();
        HINTERNET request = client.sent(client.request("GET", CannedResponses.DIGITS, CACHED, CaseClient.REQUEST));
        bed.note("to 4", move(bed, request, 4, Win32File.FILE_BEGIN));
        bed.note("read", client.read(request, 2));
        bed.note("on by 1", move(bed, request, 1, Win32File.FILE_CURRENT));
        bed.note("3 before the end", move(bed, request, -3, Win32File.FILE_END));
        bed.note("before the start", move(bed, request, -11, Win32File.FILE_CURRENT));
    }

    private static String move(TestBed bed, @Nullable HINTERNET handle, int distance, int method) {
        // Without the high part a distance cannot be negative (R-SEEK-14).
        DwordRef high = new DwordRef(distance < 0 ? -1 : 0);
        int position = bed.api().InternetSetFilePointer(handle, distance, high, method, 0);
        return position == -1 ? "-1, " + bed.error() : Integer.toString(position);
    }
}
