package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.http.h1.ResponseBody;
import io.github.wininet4j.engine.http.h1.ResponseHead;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** One request and its response on one hop. The stages complete it from left to right; the operation that runs owns it. */
public final class Exchange {
    private final RequestContext terms;
    private final HttpUrl url;
    private final String verb;
    private final HeaderList headers;
    private final RequestBody body;
    private final int redirects;

    private volatile @Nullable Connection connection;
    private volatile @Nullable TlsFindings findings;
    private volatile @Nullable ResponseFields response;
    private @Nullable ContentStream content;
    private @Nullable ResponseBody framing;
    private @Nullable ResponseHead refusal;
    private @Nullable IOException uploadFailure;
    private long written;
    private boolean hasJarCookies;
    private @Nullable String ownCookies;
    private boolean reused;
    private boolean reusable;
    private volatile long compressedLength = -1;

    /**
     * Starts an exchange.
     *
     * @param terms what holds for the request
     * @param url where it goes
     * @param verb its verb
     * @param headers its headers; completed by the stages
     * @param body its body
     */
    public Exchange(RequestContext terms, HttpUrl url, String verb, HeaderList headers, RequestBody body) {
        this(terms, url, verb, headers, body, 0);
    }

    private Exchange(
            RequestContext terms, HttpUrl url, String verb, HeaderList headers, RequestBody body, int redirects) {
        this.terms = terms;
        this.url = url;
        this.verb = verb;
        this.headers = headers;
        this.body = body;
        this.redirects = redirects;
    }

    /** The exchange that follows when this one is redirected. */
    Exchange redirected(HttpUrl next, String nextVerb, HeaderList nextHeaders, RequestBody nextBody) {
        return new Exchange(terms, next, nextVerb, nextHeaders, nextBody, redirects + 1);
    }

    /**
     * Returns what holds for the request.
     *
     * @return the terms
     */
    public RequestContext terms() {
        return terms;
    }

    /**
     * Returns where it goes.
     *
     * @return the URL of this hop
     */
    public HttpUrl url() {
        return url;
    }

    /**
     * Returns the verb.
     *
     * @return the verb of this hop
     */
    public String verb() {
        return verb;
    }

    /**
     * Returns the request headers.
     *
     * @return the headers; as sent, once the stages have completed them
     */
    public HeaderList headers() {
        return headers;
    }

    /**
     * Returns the request body.
     *
     * @return the body of this hop
     */
    public RequestBody body() {
        return body;
    }

    int redirects() {
        return redirects;
    }

    /**
     * Returns the response head.
     *
     * @return the head as queries see it, or null before it has come
     */
    public @Nullable ResponseFields response() {
        return response;
    }

    void setResponse(@Nullable ResponseFields value) {
        response = value;
    }

    /**
     * Returns the response body.
     *
     * @return the bytes for the caller, or null before the head has come
     */
    public @Nullable ContentStream content() {
        return content;
    }

    void setContent(ContentStream value) {
        content = value;
    }

    /**
     * Returns the Content-Length that decoding took away (R-OPTN-147).
     *
     * @return bytes, or -1 if nothing is decoded
     */
    public long compressedLength() {
        return compressedLength;
    }

    void setCompressedLength(long value) {
        compressedLength = value;
    }

    /**
     * Tells whether the caller sees other bytes than the server sends.
     *
     * @return true if the body is decoded
     */
    public boolean isDecoded() {
        return content instanceof DecodedContent;
    }

    /**
     * Returns the length of the body as announced.
     *
     * @return bytes the caller will see, or -1 if unknown
     */
    public long contentLength() {
        ResponseBody body = framing;
        return body == null || compressedLength >= 0 ? -1 : body.announced();
    }

    /**
     * Returns the connection.
     *
     * @return the connection while the exchange has one, else null
     */
    public @Nullable Connection connection() {
        return connection;
    }

    Connection requireConnection() throws IOException {
        Connection current = connection;
        if (current == null) {
            throw new SocketException("the connection is gone");
        }
        return current;
    }

    /**
     * Returns what TLS found out about the server.
     *
     * @return the findings, also when the connection is gone; null without TLS
     */
    public @Nullable TlsFindings findings() {
        return findings;
    }

    /** Starts, or starts anew, on a connection. */
    void begin(Connection leased) {
        connection = leased;
        findings = leased.findings();
        reused = leased.reused();
    }

    void dropConnection() {
        connection = null;
    }

    /** Whether the connection had served other exchanges before. */
    boolean wasReused() {
        return reused;
    }

    /** Remembers that the Cookie header is the jar's, and what the caller's was, if it had any. */
    void useJarCookies(@Nullable String callersOwn) {
        hasJarCookies = true;
        ownCookies = callersOwn;
    }

    boolean hasJarCookies() {
        return hasJarCookies;
    }

    /** The Cookie header that the jar's replaced. */
    @Nullable
    String ownCookies() {
        return ownCookies;
    }

    /** Takes the response head. */
    void respond(ResponseFields head, ResponseBody body, ContentStream stream, boolean keepsConnection) {
        framing = body;
        content = stream;
        reusable = keepsConnection;
        response = head;
    }

    @Nullable
    ResponseBody framing() {
        return framing;
    }

    /** Whether the connection may serve others once the body was read. */
    boolean isReusable() {
        return reusable;
    }

    /** Notes body bytes that the caller wrote. */
    void wrote(int count) {
        written += count;
    }

    /** Whether the body cannot be sent a second time, since only the caller has it (R-SENDEX-9). */
    boolean isWrittenByCaller() {
        return body.streamed() && (body.total() > 0 || written > 0);
    }

    /** Whether as much was sent as announced. If not, the server takes the next request for the rest, or the rest for a request. */
    boolean isBodyWhole() {
        long sent = body.data().remaining() + written;
        String announced = headers.first("Content-Length");
        return announced == null
                ? sent == 0 || headers.contains("Transfer-Encoding")
                : announced.equals(Long.toString(sent));
    }

    /** A final answer that came in place of the 100 which the body waits for. */
    @Nullable
    ResponseHead refusal() {
        return refusal;
    }

    void refuse(ResponseHead head) {
        refusal = head;
    }

    /** Why the rest of the body could not be sent, while an answer seems to be there. */
    @Nullable
    IOException uploadFailure() {
        return uploadFailure;
    }

    void setUploadFailure(IOException failure) {
        uploadFailure = failure;
    }
}
