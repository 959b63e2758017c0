package io.github.wininet4j.engine.cache.api;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryKind;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;

/** The URLs under which entries are kept. */
public final class CacheKeyTarget implements FuzzTarget {
    /** Creates the target. */
    public CacheKeyTarget() {}

    @Override
    public String run(byte[] input) {
        String url = FuzzText.of(input);
        String key;
        try {
            key = CacheKey.of(url);
        } catch (WinInetFailure e) {
            check(e.code() == WinInetError.ERROR_INTERNET_INVALID_URL, "a documented error");
            return "no host";
        }
        check(isOf(key, '\0', '\u007F', ""), "a key in ASCII");
        check(key.equals(CacheKey.of(key)), "a key that is its own");
        int kind = EntryKind.of(key);
        return (key.equals(url) ? "as given" : "encoded") + (kind == 0 ? "" : ", " + kind);
    }

    @Override
    public List<String> words() {
        return List.of(
                "http://",
                "h\u00E4.test",
                "/",
                "\u00E4",
                "Visited: ",
                "cookie:",
                "user@",
                ":80",
                "?",
                "#",
                "\u4E2D",
                "xn--",
                "a",
                ".",
                "\uD83D\uDE00");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.cache.api");
    }
}
