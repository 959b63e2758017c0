package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A client over TLS that writes down what comes of its calls: results, errors, statuses with what they carry, and the
 * answers to queries. What differs between HTTP/1.1 and HTTP/2 by a rule is left out or made alike.
 */
final class RecordedConversation {
    private static final int LEVELS = 96;
    private static final int TEXT = 4_000;

    /** The version, the reason and what is about a connection of HTTP/1.1 (R-PROJ-H2-4), and the time. */
    private static final Set<Integer> DIFFERENT = Set.of(
            HttpQuery.HTTP_QUERY_VERSION,
            HttpQuery.HTTP_QUERY_STATUS_TEXT,
            HttpQuery.HTTP_QUERY_CONNECTION,
            HttpQuery.HTTP_QUERY_TRANSFER_ENCODING,
            HttpQuery.HTTP_QUERY_DATE);

    /** Heads are of other lengths. */
    private static final Set<Integer> COUNTS =
            Set.of(InternetStatus.INTERNET_STATUS_REQUEST_SENT, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED);

    /** A stream that fails leaves the connection to others. */
    private static final Set<Integer> CLOSING =
            Set.of(InternetStatus.INTERNET_STATUS_CLOSING_CONNECTION, InternetStatus.INTERNET_STATUS_CONNECTION_CLOSED);

    private static final List<String> OF_CONNECTIONS =
            List.of("connection:", "keep-alive:", "transfer-encoding:", "date:");

    private final BackEnd api;
    private final StatusLog log;
    private final Conversation client;
    private final boolean http2;
    private final int port;
    private final List<String> lines = new ArrayList<>();

    /** Opens a back end, a session and a connection. */
    RecordedConversation(BackEndUnderTest backEnd, int port, boolean http2, boolean async) {
        this.api = backEnd.open();
        this.log = backEnd.statusLog();
        this.http2 = http2;
        this.port = port;
        int flags = async ? InternetFlag.INTERNET_FLAG_ASYNC : 0;
        this.client = Conversation.with(api, log, "127.0.0.1", port, flags, InternetFlag.INTERNET_FLAG_SECURE);
    }

    /** What was written down. */
    List<String> lines() {
        return lines;
    }

    BackEnd api() {
        return api;
    }

    void note(String what, Object result) {
        lines.add(what + ": " + result);
    }

    /** Opens a request that trusts any authority. */
    HINTERNET open(String verb, String target, int flags) {
        HINTERNET request = openDoubting(verb, target, flags);
        set(
                request,
                InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
        return request;
    }

    /** Opens a request. */
    HINTERNET openDoubting(String verb, String target, int flags) {
        HINTERNET request = client.openRequest(verb, target, flags | InternetFlag.INTERNET_FLAG_RELOAD);
        int protocols = http2 ? OptionValue.HTTP_PROTOCOL_FLAG_HTTP2 : 0;
        set(request, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, protocols);
        return request;
    }

    void set(HINTERNET handle, int option, int value) {
        assertThat(api.InternetSetOption(handle, option, new DwordRef(value), 4))
                .isTrue();
    }

    /** Sends, and checks that the protocol was the one that is meant. */
    void send(HINTERNET request, String headers, byte[] body) {
        int error = client.send(request, headers, body);
        note("HttpSendRequest", error);
        noteStatuses(request);
        if (error == 0) {
            DwordRef used = new DwordRef();
            assertThat(api.InternetQueryOption(
                            request, InternetOption.INTERNET_OPTION_HTTP_PROTOCOL_USED, used, new DwordRef(4)))
                    .isTrue();
            assertThat(used.value).isEqualTo(http2 ? OptionValue.HTTP_PROTOCOL_FLAG_HTTP2 : 0);
        }
    }

    /** Sends by HttpSendRequestEx, InternetWriteFile and HttpEndRequest. */
    void stream(HINTERNET request, byte[] body, int piece) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = body.length;
        noteCall("HttpSendRequestEx", request, () -> api.HttpSendRequestEx(request, buffers, null, 0, 0));
        for (int at = 0; at < body.length; at += piece) {
            ByteBuffer part = ByteBuffer.wrap(body, at, Math.min(piece, body.length - at));
            DwordRef written = new DwordRef();
            noteCall(
                    "InternetWriteFile",
                    request,
                    () -> api.InternetWriteFile(request, part, part.remaining(), written));
            note("written", written.value);
        }
        noteCall("HttpEndRequest", request, () -> api.HttpEndRequest(request, null, 0, 0));
    }

    private void noteCall(String function, HINTERNET request, BooleanSupplier call) {
        log.clear();
        note(function, client.outcome(call.getAsBoolean(), request));
        noteStatuses(request);
    }

    /** Reads to the end or to the first error. */
    void read(HINTERNET request, int piece) {
        StringBuilder all = new StringBuilder();
        int count;
        do {
            ByteBuffer target = ByteBuffer.allocate(piece);
            count = client.read(request, target);
            all.append(new String(target.array(), 0, Math.max(count, 0), StandardCharsets.ISO_8859_1));
        } while (count > 0);
        note("InternetReadFile", count);
        note("body", all.length() + " " + all.toString().hashCode());
    }

    /** Asks for each header, as text, and for some as numbers and times, of the response and of the request. */
    void query(HINTERNET request) {
        for (int level = 0; level < LEVELS; level++) {
            if (!DIFFERENT.contains(level)) {
                noteQuery(request, level);
                noteQuery(request, level | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS);
            }
        }
        for (int level : new int[] {HttpQuery.HTTP_QUERY_STATUS_CODE, HttpQuery.HTTP_QUERY_CONTENT_LENGTH}) {
            DwordRef number = new DwordRef();
            boolean done =
                    api.HttpQueryInfo(request, level | HttpQuery.HTTP_QUERY_FLAG_NUMBER, number, new DwordRef(4), null);
            note("number " + level, done ? number.value : "error " + api.GetLastError());
        }
        TextBuffer url = new TextBuffer(TEXT);
        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, url, new DwordRef(2 * TEXT)))
                .isTrue();
        note("URL", url.toString().replace(":" + port, ":PORT"));
    }

    private void noteQuery(HINTERNET request, int level) {
        TextBuffer text = new TextBuffer(TEXT);
        DwordRef length = new DwordRef(2 * TEXT);
        DwordRef index = new DwordRef();
        boolean done = api.HttpQueryInfo(request, level, text, length, index);
        String answer = done ? alike(text.toString()) : "error " + api.GetLastError();
        note("query " + Integer.toHexString(level), answer + ", index " + index.value);
    }

    /** Heads without a first line and in lower case; single values as they are. */
    private String alike(String text) {
        String own = text.replace(":" + port, ":PORT");
        if (!own.contains("\n") && !own.startsWith("HTTP/")) {
            return own;
        }
        return Arrays.stream(own.split("\r\n"))
                .map(line -> line.substring(0, line.indexOf(':') + 1).toLowerCase(Locale.ROOT)
                        + line.substring(line.indexOf(':') + 1))
                .filter(line -> line.indexOf(':') > 0 && OF_CONNECTIONS.stream().noneMatch(line::startsWith))
                .collect(Collectors.joining("\n"));
    }

    private void noteStatuses(HINTERNET request) {
        log.awaitReturned(request);
        for (StatusEntry entry : log.entries(request)) {
            if (CLOSING.contains(entry.status())) {
                continue;
            }
            Object payload = entry.payload();
            String shown = payload instanceof INTERNET_ASYNC_RESULT result
                    ? "result " + result.dwResult + ", error " + result.dwError
                    : payload instanceof HINTERNET ? "handle" : String.valueOf(payload);
            boolean count = COUNTS.contains(entry.status());
            assertThat(!count || payload instanceof Integer).isTrue();
            note(
                    "status " + entry.name(),
                    entry.context() + ", " + entry.length() + ", "
                            + (count ? "a count" : shown.replace(":" + port, ":PORT")));
        }
    }
}
