package io.github.wininet4j.engine.http.stream;

import java.io.IOException;

/**
 * The bytes of a response body as the caller is to see them: framing removed, content decoding undone if that is on.
 */
public interface ContentStream {
    /**
     * Reads, waiting for at least one byte.
     *
     * @param target where to
     * @param offset first index
     * @param length how many at most, at least 1
     * @return how many, or -1 at the end of the data
     * @throws IOException if the peer or the network fails, or the data cannot be decoded
     */
    int read(byte[] target, int offset, int length) throws IOException;

    /**
     * Counts what {@link #read} would give without asking the system: what arrived with the head or an earlier read.
     *
     * @return bytes; 0 if unknown
     * @throws IOException if the data cannot be decoded
     */
    int buffered() throws IOException;

    /**
     * Estimates what {@link #read} would give without waiting, what has arrived in the system included.
     *
     * @return bytes; 0 if unknown
     * @throws IOException if the data cannot be decoded
     */
    int available() throws IOException;

    /** Returns whether a read asks the system, so that few long ones are cheaper than many short ones. */
    default boolean readsSystem() {
        return true;
    }

    /**
     * Returns whether the end is known to be reached.
     *
     * @return true if no more bytes come
     * @throws IOException if the peer broke the protocol
     */
    boolean isEnded() throws IOException;

    /**
     * A read of the caller has met the end: it was given no byte since no more come (R-READ-4).
     *
     * @throws IOException if what follows from that fails
     */
    default void endDelivered() throws IOException {}

    /** Returns whether all came that was announced, as far as the end of a body tells; false if it was cut off. */
    boolean isWhole();

    /**
     * Returns the length that was announced. Responses to HEAD and with status 204 or 304 announce bytes that never
     * come (R-READ-13, R-AVAIL-8).
     *
     * @return bytes, or -1 if unknown
     */
    long length();
}
