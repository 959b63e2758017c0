package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.http.exchange.CacheUse;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** An entry that can answer a request: its file is open, so that it stays readable whatever others do to it. */
final class Copy implements AutoCloseable {
    private final UrlCache cache;
    private final Found found;
    private final StoredHead head;
    private final FileChannel file;

    private Copy(UrlCache cache, Found found, StoredHead head, FileChannel file) {
        this.cache = cache;
        this.found = found;
        this.head = head;
        this.file = file;
    }

    /** Opens the file of an entry; null if the entry is no response, or is for other requests. */
    static @Nullable Copy open(UrlCache cache, Found found, Request request) throws IOException {
        CacheEntry entry = found.entry();
        StoredHead head = StoredHead.parse(entry.headers());
        if (head == null
                || entry.body() == null
                || entry.is(CacheEntryType.PENDING_DELETE_CACHE_ENTRY)
                || !Variants.match(entry.selectedBy(), request)) {
            return null;
        }
        FileChannel file = found.open();
        return file == null ? null : new Copy(cache, found, head, file);
    }

    CacheEntry entry() {
        return found.entry();
    }

    StoredHead head() {
        return head;
    }

    boolean isRedirect() {
        return entry().is(CacheEntryType.REDIRECT_CACHE_ENTRY);
    }

    /** The response, with the head that was stored or a newer one. */
    Response answer(Transcript asked, StoredHead shown, CacheEntry times) throws IOException {
        found.used();
        CacheEntry.Body body = entry().body();
        long size = Interruption.postponed(file::size);
        EntryFile kept = body == null ? null : EntryFile.stored(cache.path(body), found::claim);
        return new Response(
                asked.answered(shown, size),
                new StoredContent(file, size),
                kept,
                new CacheUse(true, times.expires(), times.modified()));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was open for reading only.
        }
    }
}
