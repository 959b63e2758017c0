package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A client of one server, written the way callers write it: it opens a session with a callback and a connection, and
 * takes both outcomes of every call that may pend.
 */
public final class Conversation {
    /** Context value of the connection. */
    public static final long CONNECT_CONTEXT = 7;

    /** Context value of requests that {@link #openRequest} makes. */
    public static final long REQUEST_CONTEXT = 8;

    private final BackEnd api;
    private final TextForm calls;
    private final StatusLog log;
    private final HINTERNET session;
    private final HINTERNET connect;
    private final int requestFlags;

    private Conversation(
            BackEnd api, TextForm calls, StatusLog log, String host, int port, int sessionFlags, int connectFlags) {
        this.api = api;
        this.calls = calls;
        this.log = log;
        this.session = opened(calls.open(log, sessionFlags));
        this.connect = opened(calls.connect(session, host, port, connectFlags, CONNECT_CONTEXT));
        // What is secure is said by each request; the connection's flag only chooses its port (R-CONN-8).
        this.requestFlags = connectFlags & InternetFlag.INTERNET_FLAG_SECURE;
    }

    /**
     * Starts a synchronous client.
     *
     * @param api the back end
     * @param log where statuses go
     * @param server the server
     * @return the client
     */
    public static Conversation sync(BackEnd api, StatusLog log, ScriptedHttpServer server) {
        return with(api, log, server.host(), server.port(), 0, 0);
    }

    /**
     * Starts an asynchronous client.
     *
     * @param api the back end
     * @param log where statuses go
     * @param server the server
     * @return the client
     */
    public static Conversation async(BackEnd api, StatusLog log, ScriptedHttpServer server) {
        return with(api, log, server.host(), server.port(), InternetFlag.INTERNET_FLAG_ASYNC, 0);
    }

    /**
     * Starts a client of any server.
     *
     * @param api the back end
     * @param log where statuses go
     * @param host the host
     * @param port the port
     * @param sessionFlags flags of the session
     * @param connectFlags flags of the connection
     * @return the client
     */
    public static Conversation with(
            BackEnd api, StatusLog log, String host, int port, int sessionFlags, int connectFlags) {
        return new Conversation(api, new TextForm.Wide(api), log, host, port, sessionFlags, connectFlags);
    }

    /**
     * Starts a client that calls the ANSI functions.
     *
     * @param api the back end
     * @param ansi its ANSI functions
     * @param log where statuses go
     * @param server the server
     * @param sessionFlags flags of the session
     * @return the client
     */
    public static Conversation ansi(
            BackEnd api, AnsiWinInet ansi, StatusLog log, ScriptedHttpServer server, int sessionFlags) {
        return new Conversation(api, new TextForm.Ansi(ansi), log, server.host(), server.port(), sessionFlags, 0);
    }

    /** The session handle. */
    public HINTERNET session() {
        return session;
    }

    /** The connection handle. */
    public HINTERNET connect() {
        return connect;
    }

    /** Opens a GET request. */
    public HINTERNET openRequest(String target) {
        return openRequest("GET", target, 0);
    }

    /** Opens a request. */
    public HINTERNET openRequest(String verb, String target, int flags) {
        return opened(calls.request(connect, verb, target, flags | requestFlags, REQUEST_CONTEXT));
    }

    /** Sends and waits; returns the error, 0 for success. */
    public int send(HINTERNET request) {
        return send(request, null, new byte[0]);
    }

    /** Sends with headers and body and waits; returns the error, 0 for success. */
    public int send(HINTERNET request, String headers, byte[] body) {
        log.clear();
        return outcome(calls.send(request, headers, body), request);
    }

    /** Turns the return of a call that may have pended into its error, 0 for success. */
    public int outcome(boolean result, HINTERNET handle) {
        if (result) {
            return 0;
        }
        int error = api.GetLastError();
        if (error != Win32Error.ERROR_IO_PENDING) {
            return error;
        }
        INTERNET_ASYNC_RESULT done = log.awaitComplete(handle);
        return done.dwResult != 0 ? 0 : done.dwError;
    }

    /** Opens and sends a GET that must succeed. */
    public HINTERNET get(String target) {
        HINTERNET request = openRequest(target);
        assertThat(send(request)).isZero();
        return request;
    }

    /** Reads one piece, waiting for it; returns its length, or minus the error. */
    public int read(HINTERNET request, ByteBuffer target) {
        log.clear();
        DwordRef count = new DwordRef();
        int error = outcome(api.InternetReadFile(request, target, target.remaining(), count), request);
        return error == 0 ? count.value : -error;
    }

    /** Reads to the end; every read must succeed. */
    public byte[] readAll(HINTERNET request) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(8192);
        while (true) {
            int count = read(request, piece);
            assertThat(count).as("result of InternetReadFile").isNotNegative();
            if (count == 0) {
                return all.toByteArray();
            }
            all.write(piece.array(), 0, count);
        }
    }

    /** Reads to the end as text. */
    public String readText(HINTERNET request) {
        return new String(readAll(request), StandardCharsets.ISO_8859_1);
    }

    /** The status code of the last response. */
    public int status(HINTERNET request) {
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        return status.value;
    }

    private static HINTERNET opened(HINTERNET handle) {
        assertThat(handle).isNotNull();
        return handle;
    }
}
