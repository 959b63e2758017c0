package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.cli.CallResult;
import io.github.wininet4j.cli.Completions;
import io.github.wininet4j.cli.EventLog;
import io.github.wininet4j.cli.StatusText;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A client of the server: a session with a callback that logs, a connection, and short forms of the usual calls. */
final class Client {
    /** The context value of the connection. */
    static final long CONNECTION = 7;
    /** The context value of requests. */
    static final long REQUEST = 8;
    /** Neither reads the URL cache nor writes it. */
    static final int UNCACHED = InternetFlag.INTERNET_FLAG_RELOAD | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE;

    private static final int TEXT_ROOM = 2000;
    private static final int BODY_ROOM = 4000;

    /** Those that come for every exchange; what comes besides depends on the machine (R-SEQ-1). */
    private static final Set<Integer> STEPS = Set.of(
            InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
            InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
            InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
            InternetStatus.INTERNET_STATUS_REQUEST_SENT,
            InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE,
            InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED,
            InternetStatus.INTERNET_STATUS_REDIRECT,
            InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);

    private final Ground ground;
    private final WinInet api;
    private final EventLog events = new EventLog();
    private final HINTERNET session;
    private final HINTERNET connection;
    private final Completions completions;

    Client(Ground ground, int flags) {
        this.ground = ground;
        this.api = ground.api();
        this.completions = new Completions(api, events);
        session = ground.need(
                "InternetOpen",
                api.InternetOpen("conformance/1", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags));
        api.InternetSetStatusCallback(session, events);
        connection = connect(ground.server().port(), CONNECTION);
    }

    HINTERNET session() {
        return session;
    }

    HINTERNET connection() {
        return connection;
    }

    EventLog events() {
        return events;
    }

    HINTERNET connect(int port, long context) {
        int service = ServiceType.INTERNET_SERVICE_HTTP;
        return ground.need(
                "InternetConnect", api.InternetConnect(session, "127.0.0.1", port, null, null, service, 0, context));
    }

    HINTERNET request(String path) {
        return request("GET", path, UNCACHED, REQUEST);
    }

    HINTERNET request(String verb, String path, int flags, long context) {
        return ground.need(
                "HttpOpenRequest", api.HttpOpenRequest(connection, verb, path, null, null, null, flags, context));
    }

    boolean send(HINTERNET request) {
        return api.HttpSendRequest(request, null, 0, null, 0);
    }

    /** Opens and sends a GET that has to work. */
    HINTERNET get(String path) throws InterruptedException {
        return sent(request(path));
    }

    /** Sends a request that has to work. */
    HINTERNET sent(HINTERNET request) throws InterruptedException {
        CallResult result = finish(request, send(request));
        if (!result.succeeded()) {
            throw new IllegalStateException("HttpSendRequest failed with " + StatusText.error(result.error()));
        }
        return request;
    }

    /** Waits for the end of a call, whichever way it takes; to be called right after it. */
    CallResult finish(HINTERNET handle, boolean returned) throws InterruptedException {
        return completions.finish(handle, returned);
    }

    /** Waits for the completion on a handle that follows those already taken. */
    CallResult completion(HINTERNET handle) throws InterruptedException {
        return completions.next(handle);
    }

    /** Waits for the last callback of a handle. */
    void awaitClosing(HINTERNET handle) throws InterruptedException {
        events.await(
                "HANDLE_CLOSING",
                e -> e.handle().equals(handle) && e.is(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING),
                1);
    }

    /** Reads up to so many bytes in one call; returns them as text, or the error. */
    String read(HINTERNET request, int size) throws InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        DwordRef count = new DwordRef();
        CallResult result = finish(request, api.InternetReadFile(request, buffer, size, count));
        return result.succeeded()
                ? new String(buffer.array(), 0, count.value, StandardCharsets.ISO_8859_1)
                : StatusText.error(result.error());
    }

    /** Reads a short body to its end. */
    String readAll(HINTERNET request) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String piece = read(request, BODY_ROOM); !piece.isEmpty(); piece = read(request, BODY_ROOM)) {
            all.append(piece);
            if (all.length() > BODY_ROOM) {
                break;
            }
        }
        return all.toString();
    }

    /** The request as the server saw it: those of its lines that start with a text. */
    List<String> mirrored(HINTERNET request, String start) throws InterruptedException {
        return readAll(sent(request))
                .lines()
                .filter(line -> line.startsWith(start))
                .toList();
    }

    /** Asks for a header or an attribute as text; returns it in quotes, or the error. */
    String query(HINTERNET request, int level) {
        return query(request, level, new TextBuffer(TEXT_ROOM));
    }

    /** As {@link #query(HINTERNET, int)} for a header of any name, in the request or, with 0, the answer. */
    String query(HINTERNET request, String name, int modifiers) {
        TextBuffer buffer = new TextBuffer(TEXT_ROOM);
        buffer.set(name);
        return query(request, HttpQuery.HTTP_QUERY_CUSTOM | modifiers, buffer);
    }

    private String query(HINTERNET request, int level, TextBuffer buffer) {
        DwordRef length = new DwordRef(buffer.sizeof());
        return api.HttpQueryInfo(request, level, buffer, length, null)
                ? '"' + buffer.toString(length.value / Character.BYTES) + '"'
                : ground.error();
    }

    /** The names of the statuses of a handle that every exchange has, in order. */
    String steps(HINTERNET handle) {
        return events.all(e -> e.handle().equals(handle) && STEPS.contains(e.status())).stream()
                .map(e -> InternetStatus.name(e.status()).replace("INTERNET_STATUS_", ""))
                .collect(Collectors.joining(" "));
    }

    /** How often a status came for a handle. */
    int count(HINTERNET handle, int status) {
        return events.all(e -> e.handle().equals(handle) && e.is(status)).size();
    }

    void close() {
        api.InternetCloseHandle(session);
    }
}
