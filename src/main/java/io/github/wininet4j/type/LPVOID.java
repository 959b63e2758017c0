package io.github.wininet4j.type;

/**
 * Whatever may stand where a C prototype says {@code LPVOID}: a reference, a buffer or a structure.
 *
 * <p>The caller passes the object instead of its address, and a separate length argument keeps its C meaning, so that a
 * wrong length is answered with the documented error instead of overwriting memory.
 */
public sealed interface LPVOID
        permits ByteBlock, CallbackRef, DwordRef, HandleRef, LongRef, Structure, TextBuffer, WordRef {

    /** {@return the size in bytes of the C object that this one stands for, in 64-bit layout} */
    int sizeof();
}
