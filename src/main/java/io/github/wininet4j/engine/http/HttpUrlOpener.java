package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.call.PeerWait;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.query.HeaderModifiers;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.engine.transfer.UrlOpener;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * InternetOpenUrl for http and https, and for ftp through an HTTP proxy: a request under a connection that the caller
 * does not see (R-HANDLE-3).
 */
public final class HttpUrlOpener implements UrlOpener {
    private final EngineServices engine;
    private final RequestFactory requests;

    /**
     * Creates the opener.
     *
     * @param engine what it works on
     * @param requests makes the requests
     */
    public HttpUrlOpener(EngineServices engine, RequestFactory requests) {
        this.engine = engine;
        this.requests = requests;
    }

    @Override
    public @Nullable HINTERNET open(
            SessionNode session, String text, @Nullable String headers, int flags, long context) {
        ParsedUrl url = UrlParser.parse(text);
        if (url.host().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        int allFlags = url.scheme() == UrlScheme.HTTPS ? flags | InternetFlag.INTERNET_FLAG_SECURE : flags;
        Credentials credentials = new Credentials(url.user(), url.password(), null, null);
        ConnectNode connect =
                new HttpConnectNode(session, HostText.forConnection(url.host()), url.port(), credentials, allFlags, 0);
        engine.handles().open(connect);
        HttpRequestNode request;
        try {
            request = requests.create(
                    connect, true, url.scheme(), null, url.pathAndExtra(), null, null, allFlags, context);
            if (headers != null && !headers.isEmpty()) {
                request.changeHeaders(list -> HeaderModifiers.applySendHeaders(list, headers));
            }
            engine.handles().open(request);
        } catch (WinInetFailure e) {
            engine.handles().closeQuietly(connect);
            throw e;
        }
        long result =
                engine.calls().run(request, "InternetOpenUrl", flags, new OpenOperation(engine, request, session));
        return result == 0 ? null : request.handle();
    }

    /** Announces the handle and sends the request; a request that fails takes its handle along. */
    private static final class OpenOperation implements Operation {
        private final EngineServices engine;
        private final HttpRequestNode request;
        private final SessionNode session;
        private boolean sent;

        OpenOperation(EngineServices engine, HttpRequestNode request, SessionNode session) {
            this.engine = engine;
            this.request = request;
            this.session = session;
        }

        @Override
        public @Nullable PeerWait performUntilWait() throws IOException {
            send();
            return HttpApi.waitFor(request.sending());
        }

        @Override
        public long perform() throws IOException {
            if (!sent) {
                send();
            }
            request.sending().end();
            return request.handle().value();
        }

        private void send() throws IOException {
            StatusNotifier.handleCreated(request, session);
            request.sending().send(request.sending().prepare(RequestBody.NONE));
            sent = true;
        }

        @Override
        public void failed() {
            engine.handles().closeQuietly(request);
        }
    }
}
