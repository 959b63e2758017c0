package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What is read from a server on its way into the cache. What the file system refuses costs the copy and no more. */
final class KeptFile implements AutoCloseable {
    private final UrlCache cache;
    private final CacheEntry entry;
    private final Path path;
    private final CRC32 check = new CRC32();
    private @Nullable FileChannel file;
    private long size;

    KeptFile(UrlCache cache, CacheEntry entry) throws IOException {
        this.cache = cache;
        this.entry = entry;
        this.path = cache.createBody(entry.url(), null);
        this.file = FileChannel.open(path, StandardOpenOption.WRITE);
    }

    /** Takes what was read. */
    void write(ByteBuffer bytes) {
        FileChannel target = file;
        if (target == null) {
            return;
        }
        check.update(bytes.duplicate());
        size += bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                Interruption.postponed(() -> target.write(bytes));
            }
            if (size > cache.quota()) {
                close();
            }
        } catch (IOException e) {
            cache.complain(e);
            close();
        }
    }

    /** All is read: it becomes the entry of its URL, unless it has another size than the server said. */
    void commit(long expected) {
        FileChannel written = file;
        if (written == null) {
            return;
        }
        if (expected >= 0 && expected != size) {
            close();
            return;
        }
        file = null;
        try {
            written.close();
            CacheEntry.Body body = cache.body(path, size, check.getValue());
            CacheEntry whole = entry.withBody(body).withTimes(0, 0, cache.now());
            cache.put(
                    entry.url(),
                    old -> old == null ? whole : whole.inPlaceOf(old, 0),
                    use -> use.used(cache.now()),
                    true);
        } catch (IOException e) {
            cache.complain(e);
            discard();
        }
    }

    /** Gives up what is not whole. */
    @Override
    public void close() {
        FileChannel open = file;
        file = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            cache.complain(e);
        }
        discard();
    }

    private void discard() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            cache.complain(e);
        }
    }
}
