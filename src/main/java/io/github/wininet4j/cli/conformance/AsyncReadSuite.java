package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.cli.CallResult;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** Reading in asynchronous mode: what a call that pends leaves alone, and what its completion brings. */
final class AsyncReadSuite {
    private static final String PENDING = "FALSE, ERROR_IO_PENDING (997)";
    private static final String DONE = "dwResult 1, ERROR_SUCCESS (0)";
    private static final int ROOM = 100;

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-ASYNC-33[O] R-READ-9[D] R-READ-10[O]",
                    "InternetReadFile pends while no data is there",
                    AsyncReadSuite::readFile,
                    "InternetReadFile: " + PENDING,
                    "count while it pends: 0",
                    "completes: " + DONE,
                    "count: 10"),
            new ConformanceCase(
                    "R-ASYNC-34[O] R-READEX-5[O]",
                    "InternetReadFileEx pends and keeps the length until it completes",
                    AsyncReadSuite::readFileEx,
                    "InternetReadFileEx: " + PENDING,
                    "dwBufferLength while it pends: 100",
                    "completes: " + DONE,
                    "dwBufferLength: 10"),
            new ConformanceCase(
                    "R-ASYNC-40[O] R-AVAIL-6[O]",
                    "The completion of InternetQueryDataAvailable carries the number of bytes as dwError",
                    AsyncReadSuite::available,
                    "InternetQueryDataAvailable: " + PENDING,
                    "count while it pends: 0",
                    "dwResult: 1",
                    "dwError: 10",
                    "count: 10"),
            new ConformanceCase(
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
            new ConformanceCase(
                    "R-ASYNC-29[O]",
                    "IRF_SYNC reads in an asynchronous session without pending",
                    bed -> {
                        CaseClient client = bed.async();
                        HINTERNET request = client.get(CannedResponses.LATE);
                        bed.server().release();
                        INTERNET_BUFFERS buffers = buffers(ROOM);
                        bed.call(
                                "InternetReadFileEx",
                                bed.api().InternetReadFileEx(request, buffers, ApiFlag.IRF_SYNC, 0));
                        bed.note("dwBufferLength", buffers.dwBufferLength);
                    },
                    "InternetReadFileEx: TRUE",
                    "dwBufferLength: 10"),
            new ConformanceCase(
                    "R-ASYNC-28[O]",
                    "IRF_ASYNC does not make a call pend in a synchronous session",
                    bed -> {
                        CaseClient client = bed.sync();
                        HINTERNET request = client.get(CannedResponses.DIGITS);
                        INTERNET_BUFFERS buffers = buffers(ROOM);
                        bed.call(
                                "InternetReadFileEx",
                                bed.api().InternetReadFileEx(request, buffers, ApiFlag.IRF_ASYNC, 0));
                        bed.note("dwBufferLength", buffers.dwBufferLength);
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

    private static void readFile(TestBed bed) throws InterruptedException {
        DwordRef count = new DwordRef(99);
        ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
        pendingRead(
                bed,
                "InternetReadFile",
                request -> bed.api().InternetReadFile(request, buffer, ROOM, count),
                "count",
                () -> count.value);
    }

    private static void readFileEx(TestBed bed) throws InterruptedException {
        INTERNET_BUFFERS buffers = buffers(ROOM);
        pendingRead(
                bed,
                "InternetReadFileEx",
                request -> bed.api().InternetReadFileEx(request, buffers, 0, 0),
                "dwBufferLength",
                () -> buffers.dwBufferLength);
    }

    private static void pendingRead(
            TestBed bed, String function, Predicate<HINTERNET> read, String name, IntSupplier count)
            throws InterruptedException {
        CaseClient client = bed.async();
        HINTERNET request = client.get(CannedResponses.LATE);
        bed.call(function, read.test(request));
        bed.note(name + " while it pends", count.getAsInt());
        bed.server().release();
        AsyncSuite.complete(bed, "completes", client.completion(request));
        bed.note(name, count.getAsInt());
    }

    private static void available(TestBed bed) throws InterruptedException {
        CaseClient client = bed.async();
        HINTERNET request = client.get(CannedResponses.LATE);
        DwordRef count = new DwordRef();
        bed.call("InternetQueryDataAvailable", bed.api().InternetQueryDataAvailable(request, count, 0, 0));
        bed.note("count while it pends", count.value);
        bed.server().release();
        CallResult result = client.completion(request);
        bed.note("dwResult", result.value());
        bed.note("dwError", result.error());
        bed.note("count", count.value);
    }

    private static void noWait(TestBed bed) throws InterruptedException {
        CaseClient client = bed.async();
        HINTERNET request = client.get(CannedResponses.LATE);
        INTERNET_BUFFERS buffers = buffers(ROOM);
        bed.call("InternetReadFileEx", noWait(bed, request, buffers));
        bed.server().release();
        AsyncSuite.complete(bed, "completes", client.completion(request));
        ByteBuffer memory = buffers.lpvBuffer;
        bed.note("buffer touched", memory != null && memory.get(0) != 0);
        buffers.dwBufferLength = ROOM;
        bed.call("second call", noWait(bed, request, buffers));
        bed.note("dwBufferLength", buffers.dwBufferLength);
        buffers.dwBufferLength = ROOM;
        bed.call("at the end", noWait(bed, request, buffers));
        bed.note("dwBufferLength at the end", buffers.dwBufferLength);
    }

    private static boolean noWait(TestBed bed, HINTERNET request, INTERNET_BUFFERS buffers) {
        return bed.api().InternetReadFileEx(request, buffers, ApiFlag.IRF_NO_WAIT, 0);
    }
}
