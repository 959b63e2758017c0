package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A client of a {@link LoopbackServer}: a session whose callbacks are logged, and short forms of the usual calls. Every
 * call may succeed immediately or pend; the client handles both.
 */
public final class Client {
    /** The context value of connections. */
    public static final long CONNECTION = 7;

    private static final int BUFFER_SIZE = 64 * 1024;

    private final WinInet api;
    private final LoopbackServer server;
    private final EventLog events = new EventLog();
    private final Completions completions;
    private final HINTERNET session;

    /**
     * Opens a session and sets its callback.
     *
     * @param api where the calls are made
     * @param server the server that connections go to
     * @param agent the user agent
     * @param flags the flags of InternetOpen
     * @throws CallFailedException if the session cannot be opened
     */
    public Client(WinInet api, LoopbackServer server, String agent, int flags) {
        this(api, server, agent, flags, TransferTrace.silent());
    }

    Client(WinInet api, LoopbackServer server, String agent, int flags, TransferTrace trace) {
        this.api = api;
        this.server = server;
        completions = new Completions(api, events);
        session = need(
                "InternetOpen", api.InternetOpen(agent, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags));
        StatusCallback callback = (handle, context, status, info, length) -> {
            trace.status(handle, context, status, info, length);
            events.callback(handle, context, status, info, length);
        };
        api.InternetSetStatusCallback(session, callback);
    }

    /** The session handle. */
    public HINTERNET session() {
        return session;
    }

    /** The callbacks so far. */
    public EventLog events() {
        return events;
    }

    /**
     * Opens a connection to 127.0.0.1.
     *
     * @param port the port
     * @param context the context value
     * @return its handle
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public HINTERNET connect(int port, long context) throws InterruptedException {
        int service = ServiceType.INTERNET_SERVICE_HTTP;
        return created(
                "InternetConnect",
                context,
                api.InternetConnect(session, "127.0.0.1", port, null, null, service, 0, context));
    }

    /** Opens a connection to the server, with context {@link #CONNECTION}. */
    HINTERNET connect() throws InterruptedException {
        return connect(server.port(), CONNECTION);
    }

    /**
     * Opens a request.
     *
     * @param connection the connection
     * @param verb the verb
     * @param path the path
     * @param flags the flags
     * @param context the context value
     * @return its handle
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public HINTERNET request(HINTERNET connection, String verb, String path, int flags, long context)
            throws InterruptedException {
        return created(
                "HttpOpenRequest",
                context,
                api.HttpOpenRequest(connection, verb, path, null, null, null, flags, context));
    }

    /** The handle that a call returned or, if it pended, that HANDLE_CREATED announces before the completion. */
    private HINTERNET created(String function, long context, @Nullable HINTERNET returned) throws InterruptedException {
        if (returned != null || api.GetLastError() != Win32Error.ERROR_IO_PENDING) {
            return need(function, returned);
        }
        HINTERNET handle = awaitCreated(context);
        completion(handle);
        return handle;
    }

    /**
     * Waits for the first handle with a context value.
     *
     * @param context the context value
     * @return the handle that HANDLE_CREATED announces
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public HINTERNET awaitCreated(long context) throws InterruptedException {
        HINTERNET handle = events.await(
                        "HANDLE_CREATED",
                        event -> event.context() == context && event.is(InternetStatus.INTERNET_STATUS_HANDLE_CREATED),
                        1)
                .created();
        if (handle == null) {
            throw new ExpectationFailedException("HANDLE_CREATED carries no handle");
        }
        return handle;
    }

    private HINTERNET need(String function, @Nullable HINTERNET handle) {
        if (handle == null) {
            throw new CallFailedException(function, api.GetLastError());
        }
        return handle;
    }

    /**
     * Sends a request without further headers or body.
     *
     * @param request its handle
     * @return what HttpSendRequest returned
     */
    public boolean send(HINTERNET request) {
        return api.HttpSendRequest(request, null, 0, null, 0);
    }

    /**
     * Sends a request and waits.
     *
     * @param request its handle
     * @return the same handle
     * @throws CallFailedException if sending fails
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public HINTERNET sent(HINTERNET request) throws InterruptedException {
        CallResult result = finish(request, send(request));
        if (!result.succeeded()) {
            throw new CallFailedException("HttpSendRequest", result.error());
        }
        return request;
    }

    /**
     * Waits for the end of a call; must be called right after it.
     *
     * @param handle the handle it works on
     * @param returned what it returned
     * @return how it ended
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public CallResult finish(HINTERNET handle, boolean returned) throws InterruptedException {
        return completions.finish(handle, returned);
    }

    /**
     * Waits for the completion that follows those already taken.
     *
     * @param handle the handle it comes for
     * @return what it carries
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public CallResult completion(HINTERNET handle) throws InterruptedException {
        return completions.next(handle);
    }

    /**
     * Waits for the last callback of a handle.
     *
     * @param handle the handle
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitClosing(HINTERNET handle) throws InterruptedException {
        events.await(
                "HANDLE_CLOSING",
                e -> e.handle().equals(handle) && e.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING),
                1);
    }

    /**
     * Reads one piece.
     *
     * @param request the request
     * @param target takes the bytes, from its start; its limit is set behind them
     * @return how the call ended
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public CallResult read(HINTERNET request, ByteBuffer target) throws InterruptedException {
        DwordRef count = new DwordRef();
        target.clear();
        CallResult result = finish(request, api.InternetReadFile(request, target, target.capacity(), count));
        target.limit(result.succeeded() ? count.value : 0);
        return result;
    }

    /** Reads to the end of the body or until a call fails; returns the bytes that arrived. */
    byte[] readBody(HINTERNET request) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        while (read(request, buffer).succeeded() && buffer.hasRemaining()) {
            body.write(buffer.array(), 0, buffer.limit());
        }
        return body.toByteArray();
    }

    /** The HTTP status of the response, or 0. */
    int status(HINTERNET request) {
        DwordRef code = new DwordRef();
        api.HttpQueryInfo(
                request,
                HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER,
                code,
                new DwordRef(code.sizeof()),
                null);
        return code.value;
    }

    /** Closes the session and with it all its handles. */
    public void close() {
        api.InternetCloseHandle(session);
    }
}
