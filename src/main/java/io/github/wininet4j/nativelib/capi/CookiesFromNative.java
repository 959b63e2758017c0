package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import org.jspecify.annotations.Nullable;

/**
 * The array of cookies that {@code InternetGetCookieEx2} allocates and {@code InternetFreeCookies} frees: one block
 * with its texts.
 */
final class CookiesFromNative {
    private static final StructureLayout LAYOUT = StructureLayout.of(INTERNET_COOKIE2.class);

    private CookiesFromNative() {}

    static @Nullable Object take(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        CookiesRef cookies = new CookiesRef();
        call.onCompletion(() -> {
            if (cookies.value.length > 0) {
                memory.setPointer(0, place(cookies.value));
            }
        });
        return cookies;
    }

    private static Pointer place(INTERNET_COOKIE2[] cookies) {
        long size = (long) cookies.length * LAYOUT.size();
        for (INTERNET_COOKIE2 cookie : cookies) {
            size += room(cookie.pwszName) + room(cookie.pwszValue) + room(cookie.pwszDomain) + room(cookie.pwszPath);
        }
        Pointer block = Arena.freedByReceiver().allocate(size);
        Arena texts = Arena.within(block.share((long) cookies.length * LAYOUT.size()));
        for (int i = 0; i < cookies.length; i++) {
            LAYOUT.write(cookies[i], block.share((long) i * LAYOUT.size()), texts);
        }
        return block;
    }

    private static long room(@Nullable String text) {
        return text == null ? 0 : (text.length() + 1L) * Character.BYTES;
    }
}
