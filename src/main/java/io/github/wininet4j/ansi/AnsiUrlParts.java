package io.github.wininet4j.ansi;

import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import java.util.ArrayList;
import java.util.List;

/** Moves the six parts of a URL between the wide structure and the ANSI one. */
final class AnsiUrlParts {
    /** Longer than anything that a DOS path has and the URL has not. */
    private static final int MARGIN = 16;

    private AnsiUrlParts() {}

    /** Returns whether every buffer is as large as its length says. */
    static boolean lengthsFit(URL_COMPONENTSA given) {
        for (UrlPart part : UrlPart.values()) {
            AnsiBuffer buffer = given.buffer(part);
            int length = given.length(part);
            if (buffer != null && (length < 0 || length > buffer.capacity())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the parts of a URL to be made, for InternetCreateUrl. The lengths fit. */
    static URL_COMPONENTS toCreate(URL_COMPONENTSA given) {
        URL_COMPONENTS wide = start(given);
        for (UrlPart part : UrlPart.values()) {
            AnsiBuffer buffer = given.buffer(part);
            int length = given.length(part);
            if (buffer != null) {
                byte[] bytes = length == 0 ? buffer.bytes() : buffer.bytes(length);
                wide.set(part, new TextBuffer(AnsiText.raw(bytes, 0, bytes.length)), length);
            }
        }
        return wide;
    }

    /**
     * Returns what a caller wants of a URL, for InternetCrackUrl, with buffers that are large enough for it. The
     * lengths fit.
     */
    static URL_COMPONENTS toCrack(URL_COMPONENTSA given, String url) {
        int room = url.length() + MARGIN;
        URL_COMPONENTS wide = start(given);
        for (UrlPart part : UrlPart.values()) {
            int length = given.length(part);
            if (given.buffer(part) == null) {
                wide.set(part, null, length);
            } else {
                int size = length == 0 ? 0 : room;
                wide.set(part, new TextBuffer(size), size);
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
     * Copies the parts of a URL to the caller: all of them, or none if one does not fit.
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
        for (UrlPart part : UrlPart.values()) {
            int room = given.length(part);
            if (room == 0) {
                continue;
            }
            AnsiBuffer buffer = given.buffer(part);
            TextBuffer found = cracked.buffer(part);
            byte[] bytes = found == null ? new byte[0] : text.urlBytes(found.toString(cracked.length(part)));
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
                given.set(part, result, bytes.length);
            });
        }
        changes.forEach(Runnable::run);
        given.nScheme = cracked.nScheme;
        given.nPort = cracked.nPort;
        return true;
    }
}
