package io.github.wininet4j.ansi;

import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Moves the six parts of a URL between the wide structure and the ANSI one. */
final class UrlParts {
    /** Longer than anything that a DOS path has and the URL has not. */
    private static final int MARGIN = 16;

    private static final List<Part> PARTS = List.of(
            new Part(
                    new Access<>(c -> c.lpszScheme, c -> c.dwSchemeLength, (c, buffer, length) -> {
                        c.lpszScheme = buffer;
                        c.dwSchemeLength = length;
                    }),
                    new Access<>(c -> c.lpszScheme, c -> c.dwSchemeLength, (c, buffer, length) -> {
                        c.lpszScheme = buffer;
                        c.dwSchemeLength = length;
                    })),
            new Part(
                    new Access<>(c -> c.lpszHostName, c -> c.dwHostNameLength, (c, buffer, length) -> {
                        c.lpszHostName = buffer;
                        c.dwHostNameLength = length;
                    }),
                    new Access<>(c -> c.lpszHostName, c -> c.dwHostNameLength, (c, buffer, length) -> {
                        c.lpszHostName = buffer;
                        c.dwHostNameLength = length;
                    })),
            new Part(
                    new Access<>(c -> c.lpszUserName, c -> c.dwUserNameLength, (c, buffer, length) -> {
                        c.lpszUserName = buffer;
                        c.dwUserNameLength = length;
                    }),
                    new Access<>(c -> c.lpszUserName, c -> c.dwUserNameLength, (c, buffer, length) -> {
                        c.lpszUserName = buffer;
                        c.dwUserNameLength = length;
                    })),
            new Part(
                    new Access<>(c -> c.lpszPassword, c -> c.dwPasswordLength, (c, buffer, length) -> {
                        c.lpszPassword = buffer;
                        c.dwPasswordLength = length;
                    }),
                    new Access<>(c -> c.lpszPassword, c -> c.dwPasswordLength, (c, buffer, length) -> {
                        c.lpszPassword = buffer;
                        c.dwPasswordLength = length;
                    })),
            new Part(
                    new Access<>(c -> c.lpszUrlPath, c -> c.dwUrlPathLength, (c, buffer, length) -> {
                        c.lpszUrlPath = buffer;
                        c.dwUrlPathLength = length;
                    }),
                    new Access<>(c -> c.lpszUrlPath, c -> c.dwUrlPathLength, (c, buffer, length) -> {
                        c.lpszUrlPath = buffer;
                        c.dwUrlPathLength = length;
                    })),
            new Part(
                    new Access<>(c -> c.lpszExtraInfo, c -> c.dwExtraInfoLength, (c, buffer, length) -> {
                        c.lpszExtraInfo = buffer;
                        c.dwExtraInfoLength = length;
                    }),
                    new Access<>(c -> c.lpszExtraInfo, c -> c.dwExtraInfoLength, (c, buffer, length) -> {
                        c.lpszExtraInfo = buffer;
                        c.dwExtraInfoLength = length;
                    })));

    private UrlParts() {}

    /** One part in both structures. */
    private record Part(Access<URL_COMPONENTSA, AnsiBuffer> ansi, Access<URL_COMPONENTS, TextBuffer> wide) {}

    /** Pointer and length of one part in one kind of structure. */
    private record Access<S, B>(Function<S, @Nullable B> buffer, ToIntFunction<S> length, Setter<S, B> setter) {}

    /** Sets pointer and length. */
    @FunctionalInterface
    private interface Setter<S, B> {
        void set(S structure, @Nullable B buffer, int length);
    }

    /** Tells whether every buffer is as large as its length says. */
    static boolean lengthsFit(URL_COMPONENTSA given) {
        for (Part part : PARTS) {
            AnsiBuffer buffer = part.ansi.buffer.apply(given);
            int length = part.ansi.length.applyAsInt(given);
            if (buffer != null && (length < 0 || length > buffer.capacity())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the parts of a URL to be made, for InternetCreateUrl. The structure is sound. */
    static URL_COMPONENTS toCreate(URL_COMPONENTSA given) {
        URL_COMPONENTS wide = start(given);
        for (Part part : PARTS) {
            AnsiBuffer buffer = part.ansi.buffer.apply(given);
            int length = part.ansi.length.applyAsInt(given);
            if (buffer != null) {
                byte[] bytes = length == 0 ? buffer.bytes() : buffer.bytes(length);
                part.wide.setter.set(wide, new TextBuffer(AnsiText.raw(bytes, 0, bytes.length)), length);
            }
        }
        return wide;
    }

    /** Returns what a caller wants of a URL, for InternetCrackUrl, with buffers that are large enough for it. The structure is sound. */
    static URL_COMPONENTS toCrack(URL_COMPONENTSA given, String url) {
        int room = url.length() + MARGIN;
        URL_COMPONENTS wide = start(given);
        for (Part part : PARTS) {
            int length = part.ansi.length.applyAsInt(given);
            if (part.ansi.buffer.apply(given) == null) {
                part.wide.setter.set(wide, null, length);
            } else {
                int size = length == 0 ? 0 : room;
                part.wide.setter.set(wide, new TextBuffer(size), size);
            }
        }
        return wide;
    }

    private static URL_COMPONENTS start(URL_COMPONENTSA given) {
        URL_COMPONENTS wide = new URL_COMPONENTS();
        wide.dwStructSize = given.dwStructSize;
        wide.nScheme = given.nScheme;
        wide.nPort = given.nPort;
        return wide;
    }

    /**
     * Hands the parts of a URL to the caller: all of them, or none if one does not fit.
     *
     * @param cracked what the wide function made of the caller's wishes
     * @param given the caller's structure
     * @param url the URL that was cracked
     * @param array the caller's array that it came from
     * @param text the code page
     * @return false if a buffer is too small
     */
    static boolean copyTo(URL_COMPONENTS cracked, URL_COMPONENTSA given, String url, byte[] array, AnsiText text) {
        List<Runnable> changes = new ArrayList<>();
        for (Part part : PARTS) {
            int room = part.ansi.length.applyAsInt(given);
            if (room == 0) {
                continue;
            }
            AnsiBuffer buffer = part.ansi.buffer.apply(given);
            TextBuffer found = part.wide.buffer.apply(cracked);
            int length = part.wide.length.applyAsInt(cracked);
            byte[] bytes = found == null ? new byte[0] : text.urlBytes(found.toString(length));
            if (buffer != null && bytes.length >= room) {
                return false;
            }
            changes.add(() -> {
                AnsiBuffer result = buffer;
                if (result != null) {
                    result.set(bytes);
                } else if (found != null) {
                    result = new AnsiBuffer(array, text.urlBytes(url.substring(0, found.offset())).length);
                }
                part.ansi.setter.set(given, result, bytes.length);
            });
        }
        changes.forEach(Runnable::run);
        given.nScheme = cracked.nScheme;
        given.nPort = cracked.nPort;
        return true;
    }
}
