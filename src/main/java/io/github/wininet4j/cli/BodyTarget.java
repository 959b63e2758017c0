package io.github.wininet4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of a body go. */
interface BodyTarget {
    /** Forgets the bytes. */
    BodyTarget NOWHERE = bytes -> {};

    /**
     * Called when a response has arrived, before its body.
     *
     * @throws IOException if there is no room for it
     */
    default void begin() throws IOException {}

    /**
     * Stores bytes.
     *
     * @param bytes the bytes, used up by the call
     * @throws IOException if they cannot be stored
     */
    void write(ByteBuffer bytes) throws IOException;

    /**
     * Called when the body is complete.
     *
     * @throws IOException if it cannot be kept
     */
    default void commit() throws IOException {}

    /** Called when the body will not be complete; possibly without {@link #begin}. */
    default void abandon() {}
}
