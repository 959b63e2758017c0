package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.auth.AuthRequest;
import io.github.wininet4j.engine.http.auth.Logon;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.NoResponseException;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Sends on a stream and receives from it. A pooled connection that turns out to be dead is replaced by a fresh one,
 * unless that would lose what the caller wrote (R-SEND-15, R-SEND-16) or what was agreed on that connection.
 */
final class NetworkExchange implements HttpExchange {
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    /** How often a request is sent at most that no server has begun with. */
    private static final int MAX_ATTEMPTS = 5;

    private final Request request;
    private final Network network;
    private @Nullable HttpStream stream;
    private @Nullable Transcript transcript;
    private boolean renewed;
    private int attempts;
    private boolean connected;
    private boolean callerWrote;

    NetworkExchange(Request request, Network network) {
        this.request = request;
        this.network = network;
    }

    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public void send() throws IOException {
        boolean fresh = false;
        while (true) {
            try {
                attempts++;
                attempt(fresh);
                return;
            } catch (IOException e) {
                if (!mayRetry(e)) {
                    throw e;
                }
            }
            fresh = true;
        }
    }

    private void attempt(boolean fresh) throws IOException {
        connected = false;
        HttpStream opened = fresh ? network.connect(request, true) : open();
        stream = opened;
        connected = true;
        HeaderList sentHeaders = headers();
        Transcript sending = Transcript.of(request, sentHeaders, opened);
        transcript = sending;
        request.context().listener().connected(sending, sentHeaders);
        boolean sent = false;
        try {
            opened.send(new RequestHead(request.verb(), request.url(), sentHeaders), request.body());
            sent = true;
        } finally {
            if (!sent) {
                opened.abort();
            }
        }
    }

    /** Credentials for a proxy go to the proxy that reads the request, and never further. */
    private HeaderList headers() throws IOException {
        HeaderList headers = request.headers();
        Logon proxy = request.context().logons().forwarder();
        String value = proxy == null || request.context().has(InternetFlag.INTERNET_FLAG_NO_AUTH)
                ? null
                : proxy.header(describeToProxy(request));
        if (value == null && (proxy != null || !headers.contains(PROXY_AUTHORIZATION))) {
            return headers;
        }
        HeaderList changed = headers.copy();
        changed.removeAll(PROXY_AUTHORIZATION);
        if (value != null) {
            changed.set(PROXY_AUTHORIZATION, value);
        }
        return changed;
    }

    /** What a proxy's scheme knows of a request that the proxy reads. */
    static AuthRequest describeToProxy(Request request) {
        Logon proxy = request.context().logons().forwarder();
        String host = proxy == null ? "" : proxy.target().host();
        ByteBuffer data = request.body().streamed() ? null : request.body().data();
        return new AuthRequest(request.verb(), request.url().toString(), host, data);
    }

    private HttpStream open() throws IOException {
        HttpStream previous = request.previous();
        HttpStream next = previous == null ? null : previous.renew();
        renewed = next != null;
        return next == null ? network.connect(request, false) : next;
    }

    /** Only a connection that had served before can have gone stale, and only before it answered. */
    private boolean mayRetry(IOException failure) {
        boolean unanswered =
                failure instanceof SocketException || (failure instanceof NoResponseException none && !none.begun());
        HttpStream failed = stream;
        return unanswered
                && connected
                && failed != null
                && failed.mayBeStale()
                && !renewed
                && attempts < MAX_ATTEMPTS
                && !request.context().cancellation().isCancelled();
    }

    @Override
    public void write(ByteBuffer data) throws IOException {
        callerWrote |= data.hasRemaining();
        requireStream().write(data);
    }

    private HttpStream requireStream() {
        HttpStream current = stream;
        if (current == null) {
            throw new IllegalStateException("nothing was sent");
        }
        return current;
    }

    @Override
    public @Nullable Connection awaitResponse() {
        return requireStream().awaitResponse();
    }

    @Override
    public Response receive() throws IOException {
        boolean received = false;
        try {
            ResponseFields head = receiveHead();
            ContentStream content = requireStream().body();
            Transcript sent = transcript == null ? Transcript.of(request) : transcript;
            Response response = new Response(sent.answered(head, content.length()), content);
            received = true;
            return response;
        } finally {
            if (!received) {
                requireStream().abort();
            }
        }
    }

    private ResponseFields receiveHead() throws IOException {
        while (true) {
            try {
                return requireStream().receive();
            } catch (IOException e) {
                if (isWrittenByCaller() || !mayRetry(e)) {
                    throw e;
                }
            }
            requireStream().abort();
            attempts++;
            attempt(true);
        }
    }

    private boolean isWrittenByCaller() {
        return request.body().streamed() && (request.body().total() > 0 || callerWrote);
    }

    @Override
    public void finish() {
        if (stream != null) {
            stream.finish();
        }
    }

    @Override
    public void abandon() {
        if (stream != null) {
            stream.abort();
        }
    }
}
