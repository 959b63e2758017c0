package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.url.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an exchange at one moment. Immutable: queries and options read it from any thread while the exchange
 * runs.
 *
 * @param url the URL of the leg
 * @param verb its verb
 * @param headers its headers, as sent
 * @param stream its stream, or null before there is one and for an answer without network
 * @param tls what TLS found out about the server, or null without TLS
 * @param response the response head as the caller sees it, or null before it arrived
 * @param contentLength the length of the body that the caller will see, or -1 if unknown
 * @param compressedLength the Content-Length that decoding took away, or -1 (R-OPTN-147)
 * @param decoded whether the caller sees other bytes than the server sent
 * @param cookies what became of the response's cookies: {@code COOKIE_*_CACHE_ENTRY} bits, 0 if it has none
 */
public record Transcript(
        HttpUrl url,
        String verb,
        HeaderFields headers,
        @Nullable HttpStream stream,
        @Nullable TlsFindings tls,
        @Nullable ResponseFields response,
        long contentLength,
        long compressedLength,
        boolean decoded,
        int cookies) {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /**
     * Begins a transcript.
     *
     * @param request the request
     * @return a transcript without response
     */
    public static Transcript of(Request request) {
        return new Transcript(request.url(), request.verb(), request.headers(), null, null, null, -1, -1, false, 0);
    }

    /** Begins a transcript of a request that goes out on a stream, with the headers that it has there. */
    static Transcript of(Request request, HeaderFields sent, HttpStream stream) {
        Connection connection = stream.connection();
        TlsFindings tls = connection == null ? null : connection.findings();
        return new Transcript(request.url(), request.verb(), sent, stream, tls, null, -1, -1, false, 0);
    }

    /**
     * Adds the response.
     *
     * @param head the head
     * @param length the length of the body, or -1
     * @return the changed copy
     */
    public Transcript answered(ResponseFields head, long length) {
        return new Transcript(url, verb, headers, stream, tls, head, length, -1, false, cookies);
    }

    /**
     * What a 204 or 304 announces although no body follows, which a query reports until a read has met the end
     * (R-AVAIL-8).
     *
     * @return bytes; 0 for other responses
     */
    public int promisedBytes() {
        ResponseFields head = response;
        if (head == null || (head.status() != NO_CONTENT && head.status() != NOT_MODIFIED)) {
            return 0;
        }
        return (int) Math.min(Math.max(contentLength, 0), Integer.MAX_VALUE);
    }

    /** With what became of the cookies of the response. */
    Transcript withCookies(int kinds) {
        return new Transcript(
                url, verb, headers, stream, tls, response, contentLength, compressedLength, decoded, kinds);
    }

    /** With a response whose body is decoded. */
    Transcript decoded(ResponseFields head, boolean changesBytes) {
        return new Transcript(url, verb, headers, stream, tls, head, -1, contentLength, changesBytes, cookies);
    }
}
