package io.github.wininet4j.nativelib.capi;

import org.jspecify.annotations.Nullable;

/** How the argument of one parameter is taken from C. */
@FunctionalInterface
interface FromNative {
    /**
     * Makes the Java argument.
     *
     * @param call the call
     * @param index which argument
     * @return as the facade has it
     */
    @Nullable
    Object take(InboundCall call, int index);
}
