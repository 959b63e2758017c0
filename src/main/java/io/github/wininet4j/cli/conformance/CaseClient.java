package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.cli.CallResult;
import io.github.wininet4j.cli.Client;
import io.github.wininet4j.cli.EventLog;
import io.github.wininet4j.cli.StatusText;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link Client} with one connection, and what conformance cases ask of it: texts, steps and counts. */
final class CaseClient {
    /** The context value of the connection. */
    static final long CONNECTION = Client.CONNECTION;
    /** The context value of requests. */
    static final long REQUEST = 8;
    /** Neither reads the URL cache nor writes it. */
    static final int UNCACHED = InternetFlag.INTERNET_FLAG_RELOAD | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE;

    private static final int TEXT_SIZE = 2000;
    private static final int BODY_SIZE = 4000;

    /** The statuses of every exchange; which others are reported depends on the machine (R-SEQ-1). */
    private static final Set<Integer> STEPS = Set.of(
            InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
            InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER,
            InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
            InternetStatus.INTERNET_STATUS_REQUEST_SENT,
            InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE,
            InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED,
            InternetStatus.INTERNET_STATUS_REDIRECT,
            InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE);

    private final WinInet api;
    private final Client client;
    private final HINTERNET connection;

    CaseClient(TestBed bed, int flags) throws InterruptedException {
        api = bed.api();
        client = new Client(api, bed.server(), "conformance/1", flags);
        connection = connect(bed.server().port(), CONNECTION);
    }

    HINTERNET session() {
        return client.session();
    }

    HINTERNET connection() {
        return connection;
    }

    EventLog events() {
        return client.events();
    }

    HINTERNET connect(int port, long context) throws InterruptedException {
        return client.connect(port, context);
    }

    HINTERNET request(String path) throws InterruptedException {
        return request("GET", path, UNCACHED, REQUEST);
    }

    HINTERNET request(String verb, String path, int flags, long context) throws InterruptedException {
        return client.request(connection, verb, path, flags, context);
    }

    /** Opens and sends a GET that must succeed. */
    HINTERNET get(String path) throws InterruptedException {
        return sent(request(path));
    }

    boolean send(HINTERNET request) {
        return client.send(request);
    }

    /** Sends a request, which must succeed. */
    HINTERNET sent(HINTERNET request) throws InterruptedException {
        return client.sent(request);
    }

    /** Waits for the end of a call, immediate or pending; must be called right after it. */
    CallResult finish(HINTERNET handle, boolean returned) throws InterruptedException {
        return client.finish(handle, returned);
    }

    /** Waits for the completion on a handle that follows those already taken. */
    CallResult completion(HINTERNET handle) throws InterruptedException {
        return client.completion(handle);
    }

    HINTERNET awaitCreated(long context) throws InterruptedException {
        return client.awaitCreated(context);
    }

    /** Waits for the last callback of a handle. */
    void awaitClosing(HINTERNET handle) throws InterruptedException {
        client.awaitClosing(handle);
    }

    /** Reads up to this many bytes in one call; returns them as text, or the error. */
    String read(HINTERNET request, int size) throws InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        CallResult result = client.read(request, buffer);
        return result.succeeded()
                ? new String(buffer.array(), 0, buffer.limit(), StandardCharsets.ISO_8859_1)
                : StatusText.error(result.error());
    }

    /** Reads a short body to its end. */
    String readAll(HINTERNET request) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String piece = read(request, BODY_SIZE); !piece.isEmpty(); piece = read(request, BODY_SIZE)) {
            all.append(piece);
            if (all.length() > BODY_SIZE) {
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

    /** Queries a header or an attribute as text; returns it in quotes, or the error. */
    String query(HINTERNET request, int level) {
        return query(request, level, new TextBuffer(TEXT_SIZE));
    }

    /** As {@link #query(HINTERNET, int)} for a header of any name, in the request or, with 0, the response. */
    String query(HINTERNET request, String name, int modifiers) {
        TextBuffer buffer = new TextBuffer(TEXT_SIZE);
        buffer.set(name);
        return query(request, HttpQuery.HTTP_QUERY_CUSTOM | modifiers, buffer);
    }

    private String query(HINTERNET request, int level, TextBuffer buffer) {
        DwordRef length = new DwordRef(buffer.sizeof());
        return api.HttpQueryInfo(request, level, buffer, length, null)
                ? '"' + buffer.toString(length.value / Character.BYTES) + '"'
                : StatusText.error(api.GetLastError());
    }

    /** The names of the statuses of a handle that every exchange has, in order. */
    String steps(HINTERNET handle) {
        return events().all(e -> e.handle().equals(handle) && STEPS.contains(e.status())).stream()
                .map(e -> InternetStatus.name(e.status()).replace("INTERNET_STATUS_", ""))
                .collect(Collectors.joining(" "));
    }

    /** How many callbacks of a status a handle had. */
    int count(HINTERNET handle, int status) {
        return events().all(e -> e.handle().equals(handle) && e.is(status)).size();
    }

    void close() {
        client.close();
    }
}
