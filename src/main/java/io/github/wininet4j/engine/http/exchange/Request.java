package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.url.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a request.
 *
 * @param context what holds on all legs
 * @param url the URL
 * @param verb the verb
 * @param headers the headers; changed only while the exchange is opened, by the layer that made the list
 * @param body the body
 * @param previous the stream of the leg before, if this one needs its connection, else null
 * @param holdsConnection whether the connection stays after the response, for another leg or another protocol
 */
public record Request(
        RequestContext context,
        HttpUrl url,
        String verb,
        HeaderList headers,
        RequestBody body,
        @Nullable HttpStream previous,
        boolean holdsConnection) {
    /**
     * Makes a request.
     *
     * @param context what holds on all legs
     * @param url the URL
     * @param verb the verb
     * @param headers the headers
     * @param body the body
     */
    public Request(RequestContext context, HttpUrl url, String verb, HeaderList headers, RequestBody body) {
        this(context, url, verb, headers, body, null, false);
    }

    /** Returns whether it asks for WebSocket on its connection. */
    public boolean upgrades() {
        return context.settings().get(DwordSetting.UPGRADE_TO_WEB_SOCKET) != 0;
    }

    /**
     * Changes the headers.
     *
     * @param other the headers
     * @return the changed copy
     */
    public Request withHeaders(HeaderList other) {
        return leg(other, body, previous, holdsConnection);
    }

    /**
     * Changes what holds on all legs.
     *
     * @param other what holds
     * @return the changed copy
     */
    public Request within(RequestContext other) {
        return new Request(other, url, verb, headers, body, previous, holdsConnection);
    }

    /**
     * Keeps the connection after the response.
     *
     * @return the changed copy
     */
    public Request holdingConnection() {
        return leg(headers, body, previous, true);
    }

    /**
     * Goes on where another leg ended.
     *
     * @param stream the stream of that leg, or null for any connection
     * @return the changed copy
     */
    public Request after(@Nullable HttpStream stream) {
        return leg(headers, body, stream, holdsConnection);
    }

    /**
     * Makes another leg to the same place.
     *
     * @param sent its headers
     * @param data its body
     * @param stream the stream of the leg before, or null for any connection
     * @param holds whether the connection stays after the response
     * @return the changed copy
     */
    public Request leg(HeaderList sent, RequestBody data, @Nullable HttpStream stream, boolean holds) {
        return new Request(context, url, verb, sent, data, stream, holds);
    }
}
