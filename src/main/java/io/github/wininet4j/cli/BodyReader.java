package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;

/**
 * One of WinInet's ways to read a body. Each of its calls may succeed immediately or pend; until it ends, the buffer
 * belongs to WinInet.
 */
interface BodyReader {
    /** Size of the buffer in bytes. */
    int BUFFER_SIZE = 64 * 1024;

    /** What {@link #received} returns if another call has to be made before anything can be said. */
    int CALL_AGAIN = -1;

    /**
     * Makes the next call.
     *
     * @param wininet where
     * @param request the handle to read from
     * @return what the call returned
     */
    boolean call(WinInet wininet, HINTERNET request);

    /**
     * Returns what a successful call has read.
     *
     * @param result how the call ended
     * @return how many bytes are at the start of the buffer; 0 at the end of the body; or {@link #CALL_AGAIN}
     */
    int received(CallResult result);

    /** Returns the buffer: the buffer, its position 0. */
    ByteBuffer buffer();
}
