package io.github.wininet4j.bench.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** The facade in asynchronous mode: each lane continues in the callback that completes its last call. */
final class EngineAsync implements AsyncClient {
    private final Target target;
    private final BackEnd wininet;
    private final HINTERNET connection;
    /** By context value less one. */
    private final CallLane[] lanes;

    EngineAsync(String backEnd, Target target) throws Exception {
        this.target = target;
        this.lanes = new CallLane[target.lanes()];
        this.wininet = Facade.open(backEnd, target);
        this.connection = Facade.connect(
                wininet, Facade.session(wininet, target, InternetFlag.INTERNET_FLAG_ASYNC, this::status), target);
    }

    private void status(HINTERNET handle, long context, int status, LPVOID info, int length) {
        if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            lanes[(int) context - 1].completed((INTERNET_ASYNC_RESULT) info);
        }
    }

    @Override
    public Lane lane(int number, String path, Completion completion) {
        lanes[number] = new CallLane(number + 1L, path, completion);
        return lanes[number];
    }

    @Override
    public void close() {
        wininet.close();
    }

    /** The calls of one lane. It continues when the call has returned and its completion has arrived. */
    private final class CallLane implements Lane {
        private static final int CALLING = 0;
        private static final int PENDS = 1;
        private static final int COMPLETE = 2;

        private final long context;
        private final String path;
        private final Completion completion;
        private final ByteBuffer buffer = ByteBuffer.allocate(target.readSize());
        private final DwordRef count = new DwordRef();
        private final AtomicInteger meeting = new AtomicInteger();
        private HINTERNET request;
        private boolean sent;
        private long sum;
        private int error;

        CallLane(long context, String path, Completion completion) {
            this.context = context;
            this.path = path;
            this.completion = completion;
        }

        @Override
        public void get() {
            request = wininet.HttpOpenRequest(connection, null, path, null, null, null, Facade.flags(target), context);
            if (request == null) {
                completion.done(-1, failure(wininet.GetLastError()));
                return;
            }
            Facade.allowHttp2(wininet, request, target);
            sent = false;
            sum = 0;
            go();
        }

        private IllegalStateException failure(int code) {
            return new IllegalStateException("error " + code);
        }

        /** Calls until one pends or the request is at its end. */
        private void go() {
            do {
                meeting.set(CALLING);
                error = Win32Error.ERROR_SUCCESS;
                if (!call()) {
                    int code = wininet.GetLastError();
                    if (code != Win32Error.ERROR_IO_PENDING) {
                        error = code;
                    } else if (meeting.compareAndSet(CALLING, PENDS)) {
                        return;
                    }
                }
            } while (took());
        }

        private boolean call() {
            if (!sent) {
                return wininet.HttpSendRequest(request, null, 0, null, 0);
            }
            buffer.clear();
            return wininet.InternetReadFile(request, buffer, buffer.capacity(), count);
        }

        /** Handles the result of the call; returns whether another call follows. */
        private boolean took() {
            if (error != Win32Error.ERROR_SUCCESS) {
                wininet.InternetCloseHandle(request);
                completion.done(-1, failure(error));
                return false;
            }
            if (!sent) {
                sent = true;
                return true;
            }
            sum += count.value;
            if (count.value > 0) {
                return true;
            }
            wininet.InternetCloseHandle(request);
            completion.done(sum, null);
            return false;
        }

        void completed(INTERNET_ASYNC_RESULT result) {
            error = result.dwError;
            if (!meeting.compareAndSet(CALLING, COMPLETE) && took()) {
                go();
            }
        }
    }
}
