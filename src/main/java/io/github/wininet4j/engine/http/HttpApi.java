package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.call.PeerWait;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.query.HeaderModifiers;
import io.github.wininet4j.engine.http.query.HeaderQuery;
import io.github.wininet4j.engine.http.query.QuerySource;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.HandleAnnouncement;
import io.github.wininet4j.engine.time.InternetTime;
import io.github.wininet4j.engine.transfer.CallerBuffers;
import io.github.wininet4j.engine.transfer.CallerText;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.SYSTEMTIME;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The HTTP functions: they check what the caller gave and hand the work to {@link RequestSending}. */
public final class HttpApi implements HttpFunctions {

    /** Every request is HTTP/1.1 (R-REQ-4). */
    private static final String VERSION = "HTTP/1.1";

    private final EngineServices engine;
    private final RequestFactory requests;
    private final HeaderQuery query;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     * @param requests makes the requests
     */
    public HttpApi(EngineServices engine, RequestFactory requests) {
        this.engine = engine;
        this.requests = requests;
        this.query = new HeaderQuery(HttpApi::date);
    }

    @Override
    public @Nullable HINTERNET HttpOpenRequest(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszVerb,
            @Nullable String lpszObjectName,
            @Nullable String lpszVersion,
            @Nullable String lpszReferrer,
            String @Nullable [] lplpszAcceptTypes,
            int dwFlags,
            long dwContext) {
        HttpConnectNode connect = engine.handles().find(hConnect, HttpConnectNode.class);
        HttpRequestNode request = requests.create(
                connect, false, lpszVerb, lpszObjectName, lpszReferrer, lplpszAcceptTypes, dwFlags, dwContext);
        engine.handles().open(request);
        long result = engine.calls().run(request, "HttpOpenRequest", dwFlags, new HandleAnnouncement(engine, request));
        return result == 0 ? null : request.handle();
    }

    @Override
    public boolean HttpAddRequestHeaders(
            @Nullable HINTERNET hRequest, @Nullable String lpszHeaders, int dwHeadersLength, int dwModifiers) {
        HttpRequestNode request = engine.handles().find(hRequest, HttpRequestNode.class);
        String text = CallerText.limit(lpszHeaders, dwHeadersLength);
        if (text == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        request.changeHeaders(headers -> HeaderModifiers.apply(headers, text, dwModifiers));
        request.sending().changeLeaving(headers -> HeaderModifiers.apply(headers, text, dwModifiers));
        return true;
    }

    @Override
    public boolean HttpSendRequest(
            @Nullable HINTERNET hRequest,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            @Nullable ByteBuffer lpOptional,
            int dwOptionalLength) {
        HttpRequestNode request = engine.handles().find(hRequest, HttpRequestNode.class);
        RequestBody body = RequestBody.of(CallerBuffers.window(lpOptional, dwOptionalLength));
        addSendHeaders(request, lpszHeaders, dwHeadersLength);
        return engine.calls().run(request, "HttpSendRequest", 0, new SendOperation(request.sending(), body)) != 0;
    }

    @Override
    public boolean HttpSendRequestEx(
            @Nullable HINTERNET hRequest,
            @Nullable INTERNET_BUFFERS lpBuffersIn,
            @Nullable INTERNET_BUFFERS lpBuffersOut,
            int dwFlags,
            long dwContext) {
        HttpRequestNode request = engine.handles().find(hRequest, HttpRequestNode.class);
        if (lpBuffersOut != null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        RequestBody body = RequestBody.UNKNOWN;
        if (lpBuffersIn != null) {
            CallerBuffers.requireSize(lpBuffersIn);
            ByteBuffer first = CallerBuffers.window(lpBuffersIn.lpvBuffer, lpBuffersIn.dwBufferLength);
            long total = Integer.toUnsignedLong(lpBuffersIn.dwBufferTotal);
            body = new RequestBody(first, Math.max(total, first.remaining()), true);
            addSendHeaders(request, lpBuffersIn.lpcszHeader, lpBuffersIn.dwHeadersLength);
        }
        RequestBody announced = body;
        return engine.calls()
                        .run(
                                request,
                                "HttpSendRequestEx",
                                dwFlags,
                                new StepOperation(() -> request.sending()
                                        .begin(request.sending().prepare(announced))))
                != 0;
    }

    @Override
    public boolean HttpEndRequest(
            @Nullable HINTERNET hRequest, @Nullable INTERNET_BUFFERS lpBuffersOut, int dwFlags, long dwContext) {
        HttpRequestNode request = engine.handles().find(hRequest, HttpRequestNode.class);
        if (lpBuffersOut != null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        engine.calls().requireNoOtherOperation(request);
        request.sending().requireEndable();
        return engine.calls().run(request, "HttpEndRequest", dwFlags, new EndOperation(request.sending())) != 0;
    }

    @Override
    public int HttpIsHostHstsEnabled(@Nullable String pcwszUrl, @Nullable DwordRef pfIsHsts) {
        if (pcwszUrl == null || pfIsHsts == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ParsedUrl url = UrlParser.parse(pcwszUrl);
        if (url.scheme() != UrlScheme.HTTP && url.scheme() != UrlScheme.HTTPS) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        if (url.host().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        pfIsHsts.value = engine.strictHosts().covers(HostText.forConnection(url.host())) ? 1 : 0;
        return Win32Error.ERROR_SUCCESS;
    }

    @Override
    public boolean HttpQueryInfo(
            @Nullable HINTERNET hRequest,
            int dwInfoLevel,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength,
            @Nullable DwordRef lpdwIndex) {
        HttpRequestNode request = engine.handles().find(hRequest, HttpRequestNode.class);
        if (request.sending().isWriting() && (dwInfoLevel & HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS) == 0) {
            // The response cannot be asked for before HttpEndRequest (R-HANDLE-32).
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
        query.run(heads(request), dwInfoLevel, lpBuffer, lpdwBufferLength, lpdwIndex);
        return true;
    }

    private static @Nullable SYSTEMTIME date(String text) {
        Instant instant = InternetTime.parse(text);
        if (instant == null) {
            return null;
        }
        SYSTEMTIME time = new SYSTEMTIME();
        InternetTime.fill(time, instant);
        return time;
    }

    /** What a query sees: the stored headers before the first send, those sent and the last response after it. */
    private static QuerySource heads(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        if (transcript == null) {
            HeaderList stored = request.copyHeaders();
            return new QuerySource(request.verb(), request.url().target(), VERSION, stored, null, null);
        }
        HeaderFields sent = transcript.headers();
        return new QuerySource(
                transcript.verb(), transcript.url().target(), VERSION, sent, sent, transcript.response());
    }

    /**
     * HttpSendRequest. An answer that is here already is given at once, so that the call does not pend (R-ASYNC-17).
     */
    private static final class SendOperation implements Operation {
        private final RequestSending sending;
        private final RequestBody body;
        private @Nullable HttpExchange prepared;
        private boolean sent;

        SendOperation(RequestSending sending, RequestBody body) {
            this.sending = sending;
            this.body = body;
        }

        @Override
        public boolean isReady() {
            HttpExchange opened = sending.prepare(body);
            prepared = opened;
            return opened.isReady();
        }

        @Override
        public @Nullable PeerWait performUntilWait() throws IOException {
            send();
            return waitFor(sending);
        }

        @Override
        public long perform() throws IOException {
            if (!sent) {
                send();
            }
            sending.end();
            return 1;
        }

        private void send() throws IOException {
            HttpExchange opened = prepared == null ? sending.prepare(body) : prepared;
            prepared = null;
            sending.send(opened);
            sent = true;
        }

        /** One that was cancelled before a worker took it up has an exchange that nobody sends. */
        @Override
        public void failed() {
            HttpExchange unsent = prepared;
            if (unsent != null) {
                unsent.abandon();
            }
        }
    }

    /** What begins the wait for the response to a request that was sent. */
    static @Nullable PeerWait waitFor(RequestSending sending) {
        Connection awaited = sending.awaitResponse();
        return awaited == null ? null : awaited::whenReadable;
    }

    /** HttpEndRequest. */
    private record EndOperation(RequestSending sending) implements Operation {
        @Override
        public @Nullable PeerWait performUntilWait() {
            return waitFor(sending);
        }

        @Override
        public long perform() throws IOException {
            sending.end();
            return 1;
        }
    }

    /** Work that only succeeds or fails. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /** A step as an operation: its return value is TRUE. */
    private record StepOperation(Step step) implements Operation {
        @Override
        public long perform() throws IOException {
            step.run();
            return 1;
        }
    }

    /**
     * The headers of a sending stay on the handle (R-HDR-23), but not those of one that is refused since another runs.
     */
    private void addSendHeaders(HttpRequestNode request, @Nullable String text, int length) {
        String lines = CallerText.limit(text, length);
        if (lines != null && !lines.isEmpty()) {
            engine.calls().runExclusively(request, () -> {
                request.changeHeaders(headers -> HeaderModifiers.applySendHeaders(headers, lines));
                return 0;
            });
        }
    }
}
