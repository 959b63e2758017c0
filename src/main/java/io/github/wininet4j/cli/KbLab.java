package io.github.wininet4j.cli;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What the check of a rule works with: an engine of its own, an asynchronous session, a server, and a log of all callbacks. */
final class KbLab implements AutoCloseable {
    /** The context value of connections; requests have others. */
    static final long CONNECTION = 7;

    private final BackEnd back;
    private final WinInet wininet;
    private final LoopbackServer server;
    private final EventLog events = new EventLog();
    private final HINTERNET session;
    private final Completions completions;

    /**
     * Opens all of it.
     *
     * @param policy which outcome asynchronous calls take
     * @param trace prints calls and callbacks
     */
    KbLab(CompletionPolicy policy, TransferTrace trace) throws IOException {
        server = new LoopbackServer();
        back = WinInets.engine(WinInetConfig.defaults().withCompletionPolicy(policy));
        wininet = trace.wrap(back);
        completions = new Completions(wininet, events);
        session = opened(wininet.InternetOpen(
                "wininet4j asynchttp",
                InternetFlag.INTERNET_OPEN_TYPE_DIRECT,
                null,
                null,
                InternetFlag.INTERNET_FLAG_ASYNC));
        StatusCallback callback = (handle, context, status, info, length) -> {
            trace.status(handle, context, status, info, length);
            events.callback(handle, context, status, info, length);
        };
        wininet.InternetSetStatusCallback(session, callback);
    }

    WinInet wininet() {
        return wininet;
    }

    LoopbackServer server() {
        return server;
    }

    EventLog events() {
        return events;
    }

    HINTERNET session() {
        return session;
    }

    /** Opens a request; whether that pends is all the same to the caller. */
    HINTERNET openRequest(String verb, String path, int flags, long context) throws InterruptedException {
        HINTERNET connection = created(
                CONNECTION,
                wininet.InternetConnect(
                        session,
                        "127.0.0.1",
                        server.port(),
                        null,
                        null,
                        ServiceType.INTERNET_SERVICE_HTTP,
                        0,
                        CONNECTION));
        return created(context, wininet.HttpOpenRequest(connection, verb, path, null, null, null, flags, context));
    }

    /** The handle that a call returned or, if it pended, that HANDLE_CREATED announces before the completion. */
    private HINTERNET created(long context, @Nullable HINTERNET returned) throws InterruptedException {
        if (returned != null || wininet.GetLastError() != Win32Error.ERROR_IO_PENDING) {
            return opened(returned);
        }
        EventLog.Event announcement = events.await(
                "HANDLE_CREATED",
                event -> event.context() == context && event.is(InternetStatus.INTERNET_STATUS_HANDLE_CREATED),
                1);
        HINTERNET handle = opened(announcement.created());
        nextCompletion(handle);
        return handle;
    }

    private HINTERNET opened(@Nullable HINTERNET handle) {
        if (handle == null) {
            throw new KbDifference("a handle could not be opened: " + StatusText.error(wininet.GetLastError()));
        }
        return handle;
    }

    boolean send(HINTERNET request) {
        return wininet.HttpSendRequest(request, null, 0, null, 0);
    }

    /**
     * Waits for the end of a call, whichever way it takes.
     *
     * @param request the handle it works on
     * @param returned what it returned
     * @return how it ended
     */
    CallResult finish(HINTERNET request, boolean returned) throws InterruptedException {
        return completions.finish(request, returned);
    }

    /** Waits for the completion that follows those already taken. */
    CallResult nextCompletion(HINTERNET handle) throws InterruptedException {
        return completions.next(handle);
    }

    /** Reads a body to its end; returns what came until then or until a call failed. */
    byte[] readBody(HINTERNET request) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(BodyReader.BUFFER_SIZE);
        DwordRef count = new DwordRef();
        while (finish(request, wininet.InternetReadFile(request, buffer, buffer.capacity(), count))
                        .succeeded()
                && count.value > 0) {
            body.write(buffer.array(), 0, count.value);
        }
        return body.toByteArray();
    }

    /** The HTTP status of the response, or 0. */
    int status(HINTERNET request) {
        DwordRef code = new DwordRef();
        wininet.HttpQueryInfo(
                request,
                HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER,
                code,
                new DwordRef(code.sizeof()),
                null);
        return code.value;
    }

    /** Puts the outcome of a call into words; to be called right after it. */
    String outcome(boolean returned) {
        return returned ? "TRUE" : "FALSE, " + StatusText.error(wininet.GetLastError());
    }

    /** How many callbacks of a status bear a context value. */
    int count(int status, long context) {
        return events.all(event -> event.is(status) && event.context() == context)
                .size();
    }

    /** Ends the engine; when this returns, every callback that will ever come has come. */
    void end() {
        server.release();
        back.close();
    }

    @Override
    public void close() {
        end();
        server.close();
    }
}
