package io.github.wininet4j.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The array of cookies that {@code InternetGetCookieEx2} allocates. It is copied to Java objects at once and freed, so
 * there is nothing left for {@code InternetFreeCookies}.
 */
final class CookiesToNative {
    private CookiesToNative() {}

    static @Nullable Pointer pass(CookiesRef cookies, Role role, @Nullable Object[] arguments, OutboundCall call) {
        int count = Objects.requireNonNull(role.size()).parameter();
        if (arguments[count] == null) {
            return null;
        }
        Pointer memory = call.allocate(Native.POINTER_SIZE);
        call.onCompletion(() -> {
            Pointer array = memory.getPointer(0);
            // The caller's variable for the number gets it later, as results are moved from left to right.
            if (call.succeeded() && array != null && call.passed(count) instanceof Pointer number) {
                INTERNET_COOKIE2[] found = read(array, number.getInt(0), call.foreign());
                if (found == null) {
                    number.setInt(0, 0);
                } else {
                    cookies.value = found;
                    call.free(array, found.length);
                }
            }
        });
        return memory;
    }

    private static INTERNET_COOKIE2 @Nullable [] read(Pointer array, int count, ForeignMemory foreign) {
        StructureLayout layout = StructureLayout.of(INTERNET_COOKIE2.class);
        Pointer all = foreign.block(array, (long) count * layout.size());
        if (all == null) {
            return null;
        }
        INTERNET_COOKIE2[] found = new INTERNET_COOKIE2[count];
        for (int i = 0; i < count; i++) {
            found[i] = new INTERNET_COOKIE2();
            layout.read(found[i], all.share((long) i * layout.size()), foreign);
        }
        return found;
    }
}
