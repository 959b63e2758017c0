package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.ForwardingContent;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * A body that is kept while it is read (R-READ-16). It becomes an entry at the read that meets the end, and never
 * before (R-READ-4).
 */
final class KeptContent extends ForwardingContent {
    /** What programs decided about an entry stays when it is stored anew. */
    private static final int OF_PROGRAMS = CacheEntryType.STICKY_CACHE_ENTRY;

    private final EntryFile file;
    private final UrlCache cache;
    private final CacheEntry entry;
    private final long quota;
    private final CRC32 check = new CRC32();
    private long written;
    /** Whether it fits into the cache; what does not is written on only for who was promised the file. */
    private boolean fits = true;

    private boolean whole = true;
    private boolean done;

    KeptContent(ContentStream content, EntryFile file, UrlCache cache, CacheEntry entry) {
        super(content);
        this.file = file;
        this.cache = cache;
        this.entry = entry;
        this.quota = cache.quota();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = content.read(target, offset, length);
        } catch (IOException e) {
            whole = false;
            throw e;
        }
        if (count > 0 && whole) {
            keep(target, offset, count);
        }
        return count;
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (fits && written + count > quota) {
            fits = false;
            whole = !file.discard();
            if (!whole) {
                return;
            }
        }
        try {
            file.write(bytes, offset, count);
            check.update(bytes, offset, count);
            written += count;
        } catch (WinInetFailure e) {
            whole = false;
            if (!file.discard()) {
                // Somebody was promised the file.
                throw e;
            }
            cache.complain(e);
        }
    }

    @Override
    public void endDelivered() throws IOException {
        super.endDelivered();
        long length = content.length();
        if (done || !whole || !content.isWhole() || (length >= 0 && written != length)) {
            return;
        }
        done = true;
        if (!fits) {
            file.finish();
            return;
        }
        commit(cache, entry, file, check.getValue());
    }

    /** Makes the entry of which this is the body. */
    static void commit(UrlCache cache, CacheEntry entry, EntryFile file, long check) {
        try {
            long size = file.finish();
            CacheEntry.Body body = cache.body(file.path(), size, check);
            CacheEntry stored = entry.withBody(body);
            cache.put(
                    entry.url(),
                    old -> old == null ? stored : stored.inPlaceOf(old, OF_PROGRAMS),
                    use -> use.used(cache.now()),
                    true);
            file.becomeStored(() -> claim(cache, entry.url(), body));
        } catch (IOException | WinInetFailure e) {
            cache.complain(e);
        }
    }

    private static AutoCloseable claim(UrlCache cache, String url, CacheEntry.Body body) throws IOException {
        Found found = cache.find(url);
        if (found == null || !body.equals(found.entry().body())) {
            throw new IOException("the file is not in the cache any more");
        }
        return found.claim();
    }
}
