package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One request and one response on a connection, which is its own (HTTP/1.1) or shared with others. Tells the statuses
 * of its bytes to {@link StreamOptions#events}. Belongs to the thread that runs the exchange; {@link #connection} may
 * be asked by any.
 */
public interface HttpStream {
    /**
     * Sends the head and the body data that is there. If it fails, the stream is to be aborted.
     *
     * @param head the head
     * @param body the body
     * @throws IOException if the network fails
     */
    void send(RequestHead head, RequestBody body) throws IOException;

    /**
     * Sends a part of the body that the caller writes. It is dropped if the final response is there already.
     *
     * @param data the bytes, all of which are sent
     * @throws IOException if the network fails
     */
    void write(ByteBuffer data) throws IOException;

    /**
     * Reports that the response is waited for, which {@link #receive} then leaves out.
     *
     * @return the connection on which the response will come; null if it has begun to come or others use the connection
     */
    default @Nullable Connection awaitResponse() {
        return null;
    }

    /**
     * Receives the final response head; intermediate ones are reported as events. If it fails, the stream is to be
     * aborted.
     *
     * @return the head
     * @throws IOException if there is no response, it is malformed, or the network fails
     */
    ResponseFields receive() throws IOException;

    /** Returns the response body; call after {@link #receive}. */
    ContentStream body();

    /**
     * Returns whether a failure may mean that the connection went stale while it was idle, so that another may do
     * better (R-SEND-15).
     *
     * @return true if the connection carried other exchanges before and has not answered this one
     */
    boolean mayBeStale();

    /** Returns the connection, or null once the stream has given it back. */
    @Nullable
    Connection connection();

    /**
     * Goes on with another request on the same connection, which schemes that authenticate connections need. Only for
     * streams that {@link StreamOptions#holdsConnection hold their connection}. The rest of the response is dropped;
     * this stream ends.
     *
     * @return the next stream, or null if the connection cannot carry one
     * @throws IOException if the connection fails
     */
    @Nullable
    HttpStream renew() throws IOException;

    /** Lets the connection serve others once the response has been read: no other leg needs it. */
    default void releaseWhenRead() throws IOException {
        // A stream that shares its connection holds none.
    }

    /**
     * Hands over the connection after a 101: what follows is of another protocol. Only for streams that
     * {@link StreamOptions#holdsConnection hold their connection}. This stream ends.
     *
     * @return the connection, with what arrived behind the head in its buffer
     * @throws IOException if the connection is gone
     */
    Connection upgrade() throws IOException;

    /** Ends the stream: reads the rest of the response if that is little, so that the connection can serve again. */
    void finish();

    /** Ends the stream at once: its connection serves again only if the whole response is here already (R-SEND-17). */
    void abort();
}
