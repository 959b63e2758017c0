package io.github.wininet4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of a body go. */
interface BodyTarget {
    /** Forgets the bytes. */
    BodyTarget NOWHERE = bytes -> {};

    /**
     * Is told that a response has come and its body follows.
     *
     * @throws IOException if there is no room for it
     */
    default void begin() throws IOException {}

    /**
     * Takes bytes.
     *
     * @param bytes the bytes, used up by the call
     * @throws IOException if they cannot be stored
     */
    void write(ByteBuffer bytes) throws IOException;

    /**
     * Is told that the body is complete.
     *
     * @throws IOException if it cannot be kept
     */
    default void commit() throws IOException {}

    /** Is told that the body will never be complete; may be called without {@link #begin}. */
    default void abandon() {}
}
