package io.github.wininet4j.endurance.fault;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.endurance.fault.Fault.Method;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One request that meets one fault: how it ended, and whether what must hold for every request held: each pending call
 * completes once, and HANDLE_CLOSING comes last and once.
 */
final class FaultCell implements StatusCallback {
    /** Far beyond every timeout of the requests: a wait that takes so long waits for something that never comes. */
    private static final int SECONDS = 110;

    /** How long a server may be silent that is silent for good. */
    private static final int SHORT_MILLIS = 300;

    /** How long any other may be, however busy the machine is. */
    private static final int LONG_MILLIS = 50_000;

    /** Far above what waits in buffers of the engine. */
    private static final int UPLOAD = 256 << 10;

    /** More than the buffers of two sockets take. */
    private static final int LARGE_UPLOAD = 8 << 20;

    private static final long CONTEXT = 1;

    private final BackEnd api;
    private final Method method;
    private final int upload;
    private final int timeoutMillis;
    private final BlockingQueue<INTERNET_ASYNC_RESULT> completions = new LinkedBlockingQueue<>();
    private final AtomicInteger pended = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger closings = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable HINTERNET request;
    private long received;

    FaultCell(BackEnd api, Fault fault, Method method) {
        this.api = api;
        this.method = method;
        this.upload = fault == Fault.UPLOAD_NOT_READ ? LARGE_UPLOAD : UPLOAD;
        this.timeoutMillis = fault.isSilence() ? SHORT_MILLIS : LONG_MILLIS;
    }

    /**
     * How a request ended.
     *
     * @param error the error of the call that failed, or 0
     * @param call the function that failed, or the last one
     * @param bytes the body bytes that were read
     * @param fault what was wrong with completions and closing, or null
     */
    record Result(
            int error, String call, long bytes, @Nullable String fault) {}

    Result run(int port, boolean tls, boolean async) {
        HINTERNET session = api.InternetOpen(
                "fault",
                InternetFlag.INTERNET_OPEN_TYPE_DIRECT,
                null,
                null,
                async ? InternetFlag.INTERNET_FLAG_ASYNC : 0);
        for (int option : new int[] {
            InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT,
            InternetOption.INTERNET_OPTION_SEND_TIMEOUT,
            InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT
        }) {
            api.InternetSetOption(session, option, new DwordRef(timeoutMillis), 4);
        }
        api.InternetSetOption(session, InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(1), 4);
        api.InternetSetStatusCallback(session, this);
        HINTERNET connect = api.InternetConnect(
                session, "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, CONTEXT);
        int flags = InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE | (tls ? InternetFlag.INTERNET_FLAG_SECURE : 0);
        String verb = method.uploads() ? "POST" : method.name();
        HINTERNET opened = api.HttpOpenRequest(connect, verb, "/", null, null, null, flags, CONTEXT);
        request = opened;
        String call = "?";
        int error = 0;
        for (String step : new String[] {"send", "write", "end", "read"}) {
            call = step;
            error = step(step, opened);
            if (error != 0) {
                break;
            }
        }
        api.InternetCloseHandle(session);
        return new Result(error, call, received, verdict());
    }

    private int step(String step, @Nullable HINTERNET handle) {
        return switch (step) {
            case "send" -> send(handle);
            case "write" -> method == Method.STREAMED ? write(handle) : 0;
            case "end" -> method == Method.STREAMED ? outcome(api.HttpEndRequest(handle, null, 0, 0)) : 0;
            default -> read(handle);
        };
    }

    private int send(@Nullable HINTERNET handle) {
        String headers = "Accept-Encoding: gzip, deflate\r\n";
        if (method != Method.STREAMED) {
            ByteBuffer body = method == Method.POST ? ByteBuffer.allocate(upload) : null;
            return outcome(api.HttpSendRequest(handle, headers, -1, body, body == null ? 0 : upload));
        }
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        buffers.lpcszHeader = headers;
        buffers.dwHeadersLength = headers.length();
        buffers.dwBufferTotal = upload;
        return outcome(api.HttpSendRequestEx(handle, buffers, null, 0, 0));
    }

    private int write(@Nullable HINTERNET handle) {
        ByteBuffer piece = ByteBuffer.allocate(64 << 10);
        for (int sent = 0; sent < upload; sent += piece.capacity()) {
            int error = outcome(api.InternetWriteFile(handle, piece, piece.capacity(), new DwordRef()));
            if (error != 0) {
                return error;
            }
        }
        return 0;
    }

    private int read(@Nullable HINTERNET handle) {
        ByteBuffer piece = ByteBuffer.allocate(4096);
        while (true) {
            DwordRef count = new DwordRef();
            int error = outcome(api.InternetReadFile(handle, piece, piece.capacity(), count));
            if (error != 0 || count.value == 0) {
                return error;
            }
            received += count.value;
        }
    }

    private int outcome(boolean result) {
        if (result) {
            return 0;
        }
        int error = api.GetLastError();
        if (error != Win32Error.ERROR_IO_PENDING) {
            return error;
        }
        pended.incrementAndGet();
        try {
            INTERNET_ASYNC_RESULT done = completions.poll(SECONDS, TimeUnit.SECONDS);
            if (done == null) {
                return -1;
            }
            return done.dwResult != 0 ? 0 : done.dwError;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private @Nullable String verdict() {
        try {
            if (!ended.await(SECONDS, TimeUnit.SECONDS)) {
                return "no HANDLE_CLOSING";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        if (closings.get() != 1) {
            return closings + " times HANDLE_CLOSING";
        }
        if (late.get() != 0) {
            return late + " statuses after HANDLE_CLOSING";
        }
        return completed.get() == pended.get() ? null : pended + " calls pended, " + completed + " completed";
    }

    @Override
    public void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            @Nullable LPVOID lpvStatusInformation,
            int dwStatusInformationLength) {
        if (!hInternet.equals(request)) {
            return;
        }
        if (closings.get() != 0) {
            late.incrementAndGet();
        }
        if (dwInternetStatus == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            completed.incrementAndGet();
            completions.add((INTERNET_ASYNC_RESULT) lpvStatusInformation);
        } else if (dwInternetStatus == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            closings.incrementAndGet();
            ended.countDown();
        }
    }
}
