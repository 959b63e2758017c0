package io.github.wininet4j.nativelib;

import org.jspecify.annotations.Nullable;

/** How the arguments of one parameter go into the library. */
@FunctionalInterface
interface ToNative {
    /**
     * Makes the C argument.
     *
     * @param arguments all Java arguments of the call
     * @param index which of them
     * @param call where memory and results go
     * @return what JNA passes
     */
    @Nullable
    Object pass(@Nullable Object[] arguments, int index, OutboundCall call);
}
