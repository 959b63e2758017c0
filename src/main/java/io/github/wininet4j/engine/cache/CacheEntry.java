package io.github.wininet4j.engine.cache;

import java.io.File;
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
     * @param own whether it lies in the folder of bodies or in that of a container, so that it goes with its entry
     * @param size its size in bytes
     * @param check its CRC-32, or -1 if it may change
     */
    public record Body(String file, boolean own, long size, long check) {
        /** What {@link #check} says of a file that may change. */
        public static final long UNCHECKED = -1;

        /** Returns the name of the file, which no other content has if it is the cache's. */
        String name() {
            return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar)) + 1);
        }
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
        return new CacheEntry(url, body, type, 0, 0, 0, DAY, "", null, List.of(), List.of());
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
        Copy copy = new Copy(this);
        copy.body = content;
        return copy.done();
    }

    /**
     * Takes over what programs decided about the entry that was there.
     *
     * @param old the entry before
     * @param bits {@code CacheEntryType} bits to take over
     * @return the changed copy
     */
    public CacheEntry inPlaceOf(CacheEntry old, int bits) {
        Copy copy = new Copy(this);
        copy.type = type | (old.type() & bits);
        copy.exemptSeconds = old.exemptSeconds();
        copy.groups = old.groups();
        return copy.done();
    }

    /**
     * Changes the type.
     *
     * @param value {@code CacheEntryType} bits
     * @return the changed copy
     */
    public CacheEntry withType(int value) {
        Copy copy = new Copy(this);
        copy.type = value;
        return copy.done();
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
        Copy copy = new Copy(this);
        copy.modified = lastModified;
        copy.expires = expiry;
        copy.synced = sync;
        return copy.done();
    }

    /**
     * Changes how long a sticky entry is spared.
     *
     * @param seconds the time after its last use
     * @return the changed copy
     */
    public CacheEntry withExemption(int seconds) {
        Copy copy = new Copy(this);
        copy.exemptSeconds = seconds;
        return copy.done();
    }

    /**
     * Changes the headers.
     *
     * @param text the head, status line first
     * @return the changed copy
     */
    public CacheEntry withHeaders(String text) {
        Copy copy = new Copy(this);
        copy.headers = text;
        return copy.done();
    }

    /**
     * Changes what the entry was asked by.
     *
     * @param redirectedFrom the URL before redirects, or null
     * @param requestHeaders names and values in turn
     * @return the changed copy
     */
    public CacheEntry selectedBy(@Nullable String redirectedFrom, List<String> requestHeaders) {
        Copy copy = new Copy(this);
        copy.originalUrl = redirectedFrom;
        copy.selectedBy = requestHeaders;
        return copy.done();
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
        Copy copy = new Copy(this);
        copy.groups = changed;
        return copy.done();
    }

    /** An entry in the making, so that what changes one component names that one only. */
    private static final class Copy {
        private final String url;
        private @Nullable Body body;
        private int type;
        private long modified;
        private long expires;
        private long synced;
        private int exemptSeconds;
        private String headers;
        private @Nullable String originalUrl;
        private List<Long> groups;
        private List<String> selectedBy;

        Copy(CacheEntry from) {
            url = from.url;
            body = from.body;
            type = from.type;
            modified = from.modified;
            expires = from.expires;
            synced = from.synced;
            exemptSeconds = from.exemptSeconds;
            headers = from.headers;
            originalUrl = from.originalUrl;
            groups = from.groups;
            selectedBy = from.selectedBy;
        }

        CacheEntry done() {
            return new CacheEntry(
                    url,
                    body,
                    type,
                    modified,
                    expires,
                    synced,
                    exemptSeconds,
                    headers,
                    originalUrl,
                    groups,
                    selectedBy);
        }
    }

    /** Says nothing of the headers, among which are those that set cookies. */
    @Override
    public String toString() {
        return "CacheEntry[" + url + "]";
    }
}
