package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.http.exchange.Logons;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.transfer.TransferNode;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.RequestTarget;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.CodePage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What HttpOpenRequest makes: what is asked, and the {@link RequestSending} that asks it. */
public final class HttpRequestNode extends TransferNode {
    private static final AtomicReferenceFieldUpdater<HttpRequestNode, HeaderList> HEADERS =
            AtomicReferenceFieldUpdater.newUpdater(HttpRequestNode.class, HeaderList.class, "headers");

    private final EngineServices engine;
    private final ConnectNode connect;
    private final boolean ownsConnect;
    private final String verb;
    private final String objectName;
    private final UrlScheme scheme;
    private final int flags;
    private final RequestSending sending;
    private final RequestEvents events = new RequestStatuses(this);

    /** Replaced, never changed: other threads may change and query headers while an operation runs. */
    private volatile HeaderList headers;

    private final RequestCredentials texts;
    private final Logons logons;
    private volatile HttpUrl url;
    private volatile @Nullable CERT_CONTEXT clientCertificate;

    /**
     * Creates a request.
     *
     * @param engine what it works with
     * @param connect its server
     * @param ownsConnect whether the server's handle is hidden and ends with this one (R-HANDLE-3)
     * @param exchanges opens its exchanges
     * @param verb the verb
     * @param objectName path and query as the caller gave them
     * @param scheme the scheme of its URL
     * @param headers its first headers
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     */
    HttpRequestNode(
            EngineServices engine,
            ConnectNode connect,
            boolean ownsConnect,
            Opener exchanges,
            String verb,
            String objectName,
            UrlScheme scheme,
            HeaderList headers,
            int flags,
            long context) {
        super(HandleKind.HTTP_REQUEST, connect, flags, context);
        this.engine = engine;
        this.connect = connect;
        this.ownsConnect = ownsConnect;
        this.verb = verb;
        this.objectName = objectName;
        this.scheme = scheme;
        this.url = encoded(connect, scheme, objectName, connect.settings());
        this.texts = new RequestCredentials(connect);
        this.logons = new Logons(engine.authentication(), texts);
        this.headers = headers;
        this.flags = flags;
        this.sending = new RequestSending(this, exchanges, engine.folder());
    }

    /** Returns the server it was made of. */
    public ConnectNode connect() {
        return connect;
    }

    String verb() {
        return verb;
    }

    HttpUrl url() {
        return url;
    }

    /** Makes the URL anew after a setting changed that it depends on. */
    void encodeTarget() {
        url = encoded(connect, scheme, objectName, settings());
    }

    private static HttpUrl encoded(ConnectNode connect, UrlScheme scheme, String objectName, DwordSettings settings) {
        String target = RequestTarget.encode(
                objectName,
                CodePage.charsetOrAnsi(settings.get(DwordSetting.CODEPAGE_PATH)),
                CodePage.charsetOrAnsi(settings.get(DwordSetting.CODEPAGE_EXTRA)),
                settings.get(DwordSetting.ENCODE_EXTRA) != 0);
        return connect.url(scheme, target);
    }

    RequestCredentials texts() {
        return texts;
    }

    int flags() {
        return flags;
    }

    Logons logons() {
        return logons;
    }

    RequestSending sending() {
        return sending;
    }

    RequestEvents events() {
        return events;
    }

    /**
     * Takes the connection on which the server switched to WebSocket.
     *
     * @return the connection, with what arrived behind the head in its buffer
     * @throws WinInetFailure {@code ERROR_INTERNET_INCORRECT_HANDLE_STATE} if there is none, or not any more
     */
    public Connection upgrade() {
        return sending.upgrade();
    }

    @Override
    public Transfer transfer() {
        return sending.current();
    }

    /** Fails if the data cannot be had again: what was posted once must not be posted again to go back (R-SEEK-3). */
    void requireSeekable() {
        if (!isSeekable()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
    }

    boolean isSeekable() {
        boolean repeatable = verb.equals("GET") || verb.equals("HEAD");
        return repeatable && (flags & InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) == 0;
    }

    /** A copy of the stored headers. */
    HeaderList copyHeaders() {
        return headers.copy();
    }

    /** Changes the stored headers, or none of them if the change throws. It may be tried again on others. */
    void changeHeaders(Consumer<HeaderList> change) {
        HeaderList before;
        HeaderList after;
        do {
            before = headers;
            after = before.copy();
            change.accept(after);
        } while (!HEADERS.compareAndSet(this, before, after));
    }

    @Nullable
    CERT_CONTEXT clientCertificate() {
        return clientCertificate;
    }

    void setClientCertificate(@Nullable CERT_CONTEXT value) {
        clientCertificate = value;
    }

    @Override
    protected void cancel() {
        sending.cancel();
    }

    @Override
    protected void dispose() {
        sending.abandon();
        if (ownsConnect) {
            engine.handles().closeQuietly(connect);
        }
    }
}
