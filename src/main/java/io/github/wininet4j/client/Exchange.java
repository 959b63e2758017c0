package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one send, which any thread may close. Closing the connection closes the request that was made of it,
 * so that there is one handle to keep.
 */
final class Exchange {
    private final Session session;
    private final WinInet wininet;
    private final Request request;

    private final ReentrantLock handleLock = new ReentrantLock();
    private @Nullable HINTERNET connection;
    private boolean isClosed;

    Exchange(Session session, Request request) {
        this.session = session;
        this.wininet = session.wininet();
        this.request = request;
    }

    /** Returns what a request of a closed session fails with: InternetConnect would say the same of its handle. */
    static WinInetException sessionIsClosed() {
        return new WinInetException("InternetConnect", Win32Error.ERROR_INVALID_HANDLE);
    }

    Response send() throws IOException {
        // Asked first, as a back end that went with its session knows no handle any more.
        if (session.isClosed()) {
            throw sessionIsClosed();
        }
        try {
            UrlTarget target = UrlTarget.of(wininet, request.url());
            long context = session.nextContext();
            HINTERNET server = keep(target.connect(wininet, session.handle(), context));
            HINTERNET handle = target.open(wininet, server, request.verb(), request.flags(), context);
            if (handle == null) {
                throw failure("HttpOpenRequest");
            }
            listen(handle);
            for (HeaderLine header : request.headers()) {
                header.addTo(wininet, handle);
            }
            for (Request.Preparation preparation : request.preparations()) {
                preparation.prepare(wininet, handle);
            }
            Body body = request.body();
            if (body != null) {
                new Upload(this, handle, body, request.progress()).run();
            } else if (!wininet.HttpSendRequest(handle, null, 0, null, 0)) {
                throw failure("HttpSendRequest");
            }
            return new Response(this, handle);
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    private HINTERNET keep(@Nullable HINTERNET opened) throws WinInetException {
        if (opened == null) {
            throw failure("InternetConnect");
        }
        handleLock.lock();
        try {
            if (!isClosed) {
                connection = opened;
                return opened;
            }
        } finally {
            handleLock.unlock();
        }
        wininet.InternetCloseHandle(opened);
        throw failure("InternetConnect");
    }

    private void listen(HINTERNET handle) throws WinInetException {
        List<Consumer<Status>> listeners = request.listeners();
        if (listeners.isEmpty()) {
            return;
        }
        StatusCallback callback = (about, context, code, information, length) -> {
            Status status = Status.of(about, code, information);
            listeners.forEach(listener -> listener.accept(status));
        };
        StatusCallback before = wininet.InternetSetStatusCallback(handle, callback);
        if (before == StatusCallback.INTERNET_INVALID_STATUS_CALLBACK) {
            throw failure("InternetSetStatusCallback");
        }
    }

    WinInet wininet() {
        return wininet;
    }

    /** What a call failed with: once the handle is closed, that is why, whatever the call says. */
    WinInetException failure(String function) {
        int error = wininet.GetLastError();
        WinInetException failure =
                new WinInetException(function, isClosed() ? WinInetError.ERROR_INTERNET_OPERATION_CANCELLED : error);
        if (failure.isCancelled() && Thread.currentThread().isInterrupted()) {
            failure.initCause(new InterruptedException());
        }
        return failure;
    }

    private boolean isClosed() {
        handleLock.lock();
        try {
            return isClosed;
        } finally {
            handleLock.unlock();
        }
    }

    void close() {
        HINTERNET open;
        handleLock.lock();
        try {
            isClosed = true;
            open = connection;
            connection = null;
        } finally {
            handleLock.unlock();
        }
        // Not under the lock: it calls back.
        if (open != null) {
            wininet.InternetCloseHandle(open);
        }
    }
}
