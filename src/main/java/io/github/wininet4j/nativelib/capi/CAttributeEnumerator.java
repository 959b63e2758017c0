package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.AttributeLayout;
import io.github.wininet4j.type.GOPHER_ATTRIBUTE_TYPE;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import org.jspecify.annotations.Nullable;

/**
 * A C function that takes the attributes of a Gopher item.
 *
 * @param code the function
 * @param ansi whether it takes texts of bytes: it was given to the A form
 */
record CAttributeEnumerator(Function code, boolean ansi) implements GopherAttributeEnumerator {
    static CAttributeEnumerator at(Pointer address, boolean ansi) {
        return new CAttributeEnumerator(Function.getFunction(address), ansi);
    }

    /** The structure and its texts are there as long as the call takes. */
    @Override
    public boolean enumerate(@Nullable GOPHER_ATTRIBUTE_TYPE lpAttributeInfo, int dwError) {
        Arena arena = Arena.owned();
        try {
            Pointer memory = lpAttributeInfo == null ? null : AttributeLayout.write(lpAttributeInfo, ansi, arena);
            return code.invokeInt(new Object[] {memory, dwError}) != 0;
        } finally {
            arena.release();
        }
    }
}
