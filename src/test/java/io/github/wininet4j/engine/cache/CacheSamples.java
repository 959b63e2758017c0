package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheEntryType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts entries with short texts, and reads them. */
final class CacheSamples {
    private CacheSamples() {}

    static void put(UrlCache cache, String url, String text) {
        put(cache, url, text, CacheEntryType.NORMAL_CACHE_ENTRY);
    }

    static void put(UrlCache cache, String url, String text, int type) {
        try {
            Path file = cache.createBody(url, null);
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
            CacheEntry.Body body = cache.describe(file, false);
            CacheEntry entry = CacheEntry.of(url, type, body)
                    .withHeaders("HTTP/1.1 200 OK\r\nX-Length: " + text.length() + "\r\n\r\n")
                    .withTimes(0, 0, cache.now());
            cache.put(url, old -> entry, use -> use, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of an entry; null if there is none. */
    static String text(UrlCache cache, String url) {
        try {
            // An entry that is replaced between the two steps is looked for again.
            for (int i = 0; i < 100; i++) {
                Found found = cache.find(url);
                if (found == null) {
                    return null;
                }
                try (FileChannel channel = found.open()) {
                    if (channel != null) {
                        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
                        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                            // Until all of it is here.
                        }
                        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
                    }
                }
            }
            throw new IllegalStateException("an entry without its content: " + url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Found found(UrlCache cache, String url) {
        try {
            return cache.find(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
