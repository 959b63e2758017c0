package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.cli.CallResult;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.List;

/** Reading in asynchronous mode: what a call that pends leaves alone, and what its completion brings. */
final class AsyncReadSuite {
    private static final String PENDING = "FALSE, ERROR_IO_PENDING (997)";
    private static final String DONE = "dwResult 1, ERROR_SUCCESS (0)";
    private static final int ROOM = 100;

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
                    "R-ASYNC-33[O] R-READ-9[D] R-READ-10[O]",
                    "InternetReadFile pends while no data is there",
                    AsyncReadSuite::readFile,
                    "InternetReadFile: " + PENDING,
                    "count while it pends: 0",
                    "completes: " + DONE,
                    "count: 10"),
            new Behaviour(
                    "R-ASYNC-34[O] R-READEX-5[O]",
                    "InternetReadFileEx pends and keeps the length until it completes",
                    AsyncReadSuite::readFileEx,
                    "InternetReadFileEx: " + PENDING,
                    "dwBufferLength while it pends: 100",
                    "completes: " + DONE,
                    "dwBufferLength: 10"),
            new Behaviour(
                    "R-ASYNC-40[O] R-AVAIL-6[O]",
                    "The completion of InternetQueryDataAvailable carries the number of bytes as dwError",
                    AsyncReadSuite::available,
                    "InternetQueryDataAvailable: " + PENDING,
                    "count while it pends: 0",
                    "dwResult: 1",
                    "dwError: 10",
                    "count: 10"),
            new Behaviour(
                    "R-READEX-7[O] R-READEX-8[O]",
                    "IRF_NO_WAIT: the completion says that data is there, and brings none",
                    AsyncReadSuite::noWait,
                    "InternetReadFileEx: " + PENDING,
                    "completes: " + DONE,
                    "buffer touched: false",
                    "second call: TRUE",
                    "dwBufferLength: 10",
                    "at the end: TRUE",
                    "dwBufferLength at the end: 0"),
            new Behaviour(
                    "R-ASYNC-29[O]",
                    "IRF_SYNC reads in an asynchronous session without pending",
                    ground -> {
                        Client client = ground.async();
                        HINTERNET request = client.get(FixedAnswers.LATE);
                        ground.server().release();
                        INTERNET_BUFFERS buffers = buffers(ROOM);
                        ground.call(
                                "InternetReadFileEx",
                                ground.api().InternetReadFileEx(request, buffers, ApiFlag.IRF_SYNC, 0));
                        ground.note("dwBufferLength", buffers.dwBufferLength);
                    },
                    "InternetReadFileEx: TRUE",
                    "dwBufferLength: 10"),
            new Behaviour(
                    "R-ASYNC-28[O]",
                    "IRF_ASYNC does not make a call pend in a synchronous session",
                    ground -> {
                        Client client = ground.sync();
                        HINTERNET request = client.get(FixedAnswers.DIGITS);
                        INTERNET_BUFFERS buffers = buffers(ROOM);
                        ground.call(
                                "InternetReadFileEx",
                                ground.api().InternetReadFileEx(request, buffers, ApiFlag.IRF_ASYNC, 0));
                        ground.note("dwBufferLength", buffers.dwBufferLength);
                    },
                    "InternetReadFileEx: TRUE",
                    "dwBufferLength: 10"));

    private AsyncReadSuite() {}

    static INTERNET_BUFFERS buffers(int size) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpvBuffer = ByteBuffer.allocateDirect(size);
        buffers.dwBufferLength = size;
        return buffers;
    }

    private static void readFile(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.get(FixedAnswers.LATE);
        DwordRef count = new DwordRef(99);
        ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
        ground.call("InternetReadFile", ground.api().InternetReadFile(request, buffer, ROOM, count));
        ground.note("count while it pends", count.value);
        ground.server().release();
        AsyncSuite.complete(ground, "completes", client.completion(request));
        ground.note("count", count.value);
    }

    private static void readFileEx(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.get(FixedAnswers.LATE);
        INTERNET_BUFFERS buffers = buffers(ROOM);
        ground.call("InternetReadFileEx", ground.api().InternetReadFileEx(request, buffers, 0, 0));
        ground.note("dwBufferLength while it pends", buffers.dwBufferLength);
        ground.server().release();
        AsyncSuite.complete(ground, "completes", client.completion(request));
        ground.note("dwBufferLength", buffers.dwBufferLength);
    }

    private static void available(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.get(FixedAnswers.LATE);
        DwordRef count = new DwordRef();
        ground.call("InternetQueryDataAvailable", ground.api().InternetQueryDataAvailable(request, count, 0, 0));
        ground.note("count while it pends", count.value);
        ground.server().release();
        CallResult result = client.completion(request);
        ground.note("dwResult", result.value());
        ground.note("dwError", result.error());
        ground.note("count", count.value);
    }

    private static void noWait(Ground ground) throws InterruptedException {
        Client client = ground.async();
        HINTERNET request = client.get(FixedAnswers.LATE);
        INTERNET_BUFFERS buffers = buffers(ROOM);
        ground.call("InternetReadFileEx", noWait(ground, request, buffers));
        ground.server().release();
        AsyncSuite.complete(ground, "completes", client.completion(request));
        ByteBuffer memory = buffers.lpvBuffer;
        ground.note("buffer touched", memory != null && memory.get(0) != 0);
        buffers.dwBufferLength = ROOM;
        ground.call("second call", noWait(ground, request, buffers));
        ground.note("dwBufferLength", buffers.dwBufferLength);
        buffers.dwBufferLength = ROOM;
        ground.call("at the end", noWait(ground, request, buffers));
        ground.note("dwBufferLength at the end", buffers.dwBufferLength);
    }

    private static boolean noWait(Ground ground, HINTERNET request, INTERNET_BUFFERS buffers) {
        return ground.api().InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0);
    }
}
