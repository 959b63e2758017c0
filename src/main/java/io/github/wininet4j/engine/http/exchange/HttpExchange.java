package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to its response. Each layer wraps the next one. Sending and receiving are apart since a caller
 * may write the body in between (HttpSendRequestEx). Belongs to the operation that runs on the request.
 */
public interface HttpExchange {
    /**
     * Returns whether the answer is here already, so that the call needs no network and must not pend (R-ASYNC-17).
     * The check itself sends and reports nothing.
     *
     * @return true if {@link #send} and {@link #receive} will not wait
     */
    boolean isReady();

    /**
     * Sends the head and the body data that is there.
     *
     * @throws IOException if that fails
     */
    void send() throws IOException;

    /**
     * Sends a part of the body that the caller writes.
     *
     * @param data the bytes, all of which are sent
     * @throws IOException if that fails
     */
    void write(ByteBuffer data) throws IOException;

    /**
     * Reports that the response is waited for, unless {@link #receive} is to do it.
     *
     * @return the connection whose next bytes the wait is for; null if only {@link #receive} can wait
     */
    default @Nullable Connection awaitResponse() {
        return null;
    }

    /**
     * Receives the response; it may come without any network.
     *
     * @return the response
     * @throws IOException if there is none
     */
    Response receive() throws IOException;

    /** Drops the rest of the response so that its connection can serve again, unless that takes long. */
    void finish();

    /** Ends the exchange at once; its connection serves again only if the response is here to its end (R-SEND-17). */
    void abandon();
}
