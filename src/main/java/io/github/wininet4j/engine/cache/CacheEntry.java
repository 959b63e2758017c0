package io.github.wininet4j.engine.cache;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one URL beside its body. Times are numbers of a FILETIME; 0 is none.
 *
 * @param url the URL as it was given, which is the identity of the entry
 * @param body the file with the content, or null if there is none
 * @param type {@code CacheEntryType} bits
 * @param modified when the server's copy changed last
 * @param expires when the entry expires; 0 if that is not known
 * @param synced when it was compared with the server last
 * @param exemptSeconds how long a sticky entry is spared after its last use
 * @param headers the head of the response, status line first
 * @param extension the extension of the file
 * @param originalUrl the URL before redirects
 * @param groups the groups that it belongs to
 * @param selectedBy names and values of the request headers that chose this response, in turn (Vary)
 */
public record CacheEntry(
        String url,
        @Nullable Body body,
        int type,
        long modified,
        long expires,
        long synced,
        int exemptSeconds,
        String headers,
        @Nullable String extension,
        @Nullable String originalUrl,
        List<Long> groups,
        List<String> selectedBy) {
    /** The observed exemption of sticky entries (R-CENT-10). */
    public static final int DAY = 86_400;

    /** Copies the lists. */
    public CacheEntry {
        groups = List.copyOf(groups);
        selectedBy = List.copyOf(selectedBy);
    }

    /**
     * The content of an entry.
     *
     * @param file its name in the folder of bodies, or the path of a file that lies elsewhere
     * @param own whether it lies in the folder of bodies, so that it goes with its entry
     * @param size its size in bytes
     * @param check its CRC-32, or -1 if it may change
     */
    public record Body(String file, boolean own, long size, long check) {
        /** What {@link #check} says of a file that may change. */
        public static final long UNCHECKED = -1;
    }

    /**
     * Begins an entry.
     *
     * @param url its URL
     * @param type {@code CacheEntryType} bits
     * @param body its content, or null
     * @return an entry without times, headers and groups
     */
    public static CacheEntry of(String url, int type, @Nullable Body body) {
        return new CacheEntry(url, body, type, 0, 0, 0, DAY, "", null, null, List.of(), List.of());
    }

    /** Returns the size of the body in bytes; 0 without one. */
    public long size() {
        return body == null ? 0 : body.size();
    }

    /**
     * Tests a bit of the type.
     *
     * @param bit {@code CacheEntryType} bits
     * @return whether any of them is set
     */
    public boolean is(int bit) {
        return (type & bit) != 0;
    }

    /**
     * Changes the content.
     *
     * @param content the content, or null
     * @return the changed copy
     */
    public CacheEntry withBody(@Nullable Body content) {
        return new CacheEntry(
                url,
                content,
                type,
                modified,
                expires,
                synced,
                exemptSeconds,
                headers,
                extension,
                originalUrl,
                groups,
                selectedBy);
    }

    /**
     * Takes over what programs decided about the entry that was there.
     *
     * @param old the entry before
     * @param bits {@code CacheEntryType} bits to take over
     * @return the changed copy
     */
    public CacheEntry inPlaceOf(CacheEntry old, int bits) {
        return new CacheEntry(
                url,
                body,
                type | (old.type() & bits),
                modified,
                expires,
                synced,
                old.exemptSeconds(),
                headers,
                extension,
                originalUrl,
                old.groups(),
                selectedBy);
    }

    /**
     * Changes the type.
     *
     * @param value {@code CacheEntryType} bits
     * @return the changed copy
     */
    public CacheEntry withType(int value) {
        return new CacheEntry(
                url,
                body,
                value,
                modified,
                expires,
                synced,
                exemptSeconds,
                headers,
                extension,
                originalUrl,
                groups,
                selectedBy);
    }

    /**
     * Changes the times.
     *
     * @param lastModified when the server's copy changed last
     * @param expiry when the entry expires
     * @param sync when it was compared with the server
     * @return the changed copy
     */
    public CacheEntry withTimes(long lastModified, long expiry, long sync) {
        return new CacheEntry(
                url,
                body,
                type,
                lastModified,
                expiry,
                sync,
                exemptSeconds,
                headers,
                extension,
                originalUrl,
                groups,
                selectedBy);
    }

    /**
     * Changes how long a sticky entry is spared.
     *
     * @param seconds the time after its last use
     * @return the changed copy
     */
    public CacheEntry withExemption(int seconds) {
        return new CacheEntry(
                url,
                body,
                type,
                modified,
                expires,
                synced,
                seconds,
                headers,
                extension,
                originalUrl,
                groups,
                selectedBy);
    }

    /**
     * Changes the headers.
     *
     * @param text the head, status line first
     * @return the changed copy
     */
    public CacheEntry withHeaders(String text) {
        return new CacheEntry(
                url,
                body,
                type,
                modified,
                expires,
                synced,
                exemptSeconds,
                text,
                extension,
                originalUrl,
                groups,
                selectedBy);
    }

    /**
     * Changes what the entry was asked by.
     *
     * @param redirectedFrom the URL before redirects, or null
     * @param requestHeaders names and values in turn
     * @return the changed copy
     */
    public CacheEntry selectedBy(@Nullable String redirectedFrom, List<String> requestHeaders) {
        return new CacheEntry(
                url,
                body,
                type,
                modified,
                expires,
                synced,
                exemptSeconds,
                headers,
                extension,
                redirectedFrom,
                groups,
                requestHeaders);
    }

    /**
     * Changes the groups.
     *
     * @param group the group
     * @param in whether the entry belongs to it
     * @return the changed copy
     */
    public CacheEntry withGroup(long group, boolean in) {
        List<Long> changed = new ArrayList<>(groups);
        changed.remove(Long.valueOf(group));
        if (in) {
            changed.add(group);
        }
        return new CacheEntry(
                url,
                body,
                type,
                modified,
                expires,
                synced,
                exemptSeconds,
                headers,
                extension,
                originalUrl,
                changed,
                selectedBy);
    }
}
