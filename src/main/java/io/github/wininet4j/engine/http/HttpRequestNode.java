package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.pipeline.HttpPipeline;
import io.github.wininet4j.engine.option.CodePages;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.transfer.TransferNode;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.RequestTarget;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What HttpOpenRequest makes: what is asked, and the {@link HttpTransfer} that asks it. */
public final class HttpRequestNode extends TransferNode {
    private final EngineServices engine;
    private final ConnectNode connect;
    private final boolean ownsConnect;
    private final String verb;
    private final String objectName;
    private final boolean secure;
    private final int flags;
    private final HttpTransfer transfer;

    /** Guards the headers, which may be changed and queried while an operation runs. */
    private final ReentrantLock headersLock = new ReentrantLock();

    private final HeaderList headers;
    private final RequestCredentials texts;
    private volatile HttpUrl url;
    private volatile @Nullable CERT_CONTEXT clientCertificate;

    /**
     * Creates a request.
     *
     * @param engine what it works with
     * @param connect its server
     * @param ownsConnect whether the server's handle is hidden and ends with this one (R-HANDLE-3)
     * @param pipeline runs its exchanges
     * @param verb the verb
     * @param objectName path and query as the caller gave them
     * @param secure whether TLS is spoken
     * @param headers its first headers
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     */
    HttpRequestNode(
            EngineServices engine,
            ConnectNode connect,
            boolean ownsConnect,
            HttpPipeline pipeline,
            String verb,
            String objectName,
            boolean secure,
            HeaderList headers,
            int flags,
            long context) {
        super(
                HandleKind.HTTP_REQUEST,
                connect,
                connect.isAsync(),
                context,
                (flags & ApiFlag.WININET_API_FLAG_USE_CONTEXT) != 0,
                connect.settings());
        this.engine = engine;
        this.connect = connect;
        this.ownsConnect = ownsConnect;
        this.verb = verb;
        this.objectName = objectName;
        this.secure = secure;
        this.url = encoded(connect, secure, objectName, connect.settings());
        this.texts = new RequestCredentials(connect);
        this.headers = headers;
        this.flags = flags;
        this.transfer = new HttpTransfer(this, pipeline, engine.config().dataDirectory());
    }

    ConnectNode connect() {
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
        url = encoded(connect, secure, objectName, settings());
    }

    private static HttpUrl encoded(ConnectNode connect, boolean secure, String objectName, DwordSettings settings) {
        String target = RequestTarget.encode(
                objectName,
                CodePages.charset(settings.get(DwordSetting.CODEPAGE_PATH)),
                CodePages.charset(settings.get(DwordSetting.CODEPAGE_EXTRA)),
                settings.get(DwordSetting.ENCODE_EXTRA) != 0);
        return new HttpUrl(secure, connect.host(), connect.port(), target);
    }

    RequestCredentials texts() {
        return texts;
    }

    int flags() {
        return flags;
    }

    HttpTransfer transfer() {
        return transfer;
    }

    /** A copy of the stored headers. */
    HeaderList copyHeaders() {
        headersLock.lock();
        try {
            return headers.copy();
        } finally {
            headersLock.unlock();
        }
    }

    /** Changes the stored headers; what the change throws leaves through here. */
    void changeHeaders(Consumer<HeaderList> change) {
        headersLock.lock();
        try {
            change.accept(headers);
        } finally {
            headersLock.unlock();
        }
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
        transfer.cancel();
    }

    @Override
    protected void dispose() {
        transfer.dispose();
        if (ownsConnect) {
            engine.handles().closeQuietly(connect);
        }
    }

    @Override
    public void requireReadable() {
        transfer.requireReadable();
    }

    @Override
    public void requireWritable() {
        transfer.requireWritable();
    }

    @Override
    public boolean readReady(ByteBuffer target) throws IOException {
        return transfer.readReady(target);
    }

    @Override
    public void readFully(ByteBuffer target) throws IOException {
        transfer.readFully(target);
    }

    @Override
    public int readyBytes() throws IOException {
        return transfer.readyBytes();
    }

    @Override
    public boolean isAtEnd() throws IOException {
        return transfer.isAtEnd();
    }

    @Override
    public void awaitData() throws IOException {
        transfer.awaitData();
    }

    @Override
    public long seek(long distance, int method) {
        return transfer.seek(distance, method);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        transfer.write(source);
    }

    @Override
    public @Nullable EntryFile responseFile() {
        return transfer.file();
    }

    @Override
    public void startResponseFile() {
        transfer.startFile();
    }
}
