package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.engine.cache.CacheSamples.found;
import static io.github.wininet4j.engine.cache.CacheSamples.put;
import static io.github.wininet4j.engine.cache.CacheSamples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cache whose engine is closed, or whose caller is interrupted, while something is done with it. */
final class CacheEndTest {
    private static final String URL = "http://host.example/page.htm";

    private final Path parent = Folders.make("end");
    private final UrlCache cache = open();

    private UrlCache open() {
        return new UrlCache(parent.resolve("cache"), new TestClock(), Runnable::run);
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        cache.close();
        Folders.delete(parent);
    }

    private static CacheEntry entry(CacheEntry.Body body) {
        return CacheEntry.of(URL, CacheEntryType.NORMAL_CACHE_ENTRY, body);
    }

    @Test
    @Rule("R-PROJ-CACHE-24")
    void complain_ofWhatTheFileSystemRefuses_isLoggedOnce() {
        try (CapturedLog log = CapturedLog.start()) {
            cache.complain(new AccessDeniedException("some file"));
            cache.complain(new AccessDeniedException("another file"));

            assertThat(log.messages()).singleElement().asString().startsWith("the URL cache cannot be used");
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-24")
    void cacheThatIsClosedMeanwhile_takesNothingMore_andLogsNothing() throws IOException {
        put(cache, URL, "before");
        Path body = cache.createBody(URL, null);
        Claim claim = found(cache, URL).claim();
        try (CapturedLog log = CapturedLog.start()) {
            cache.close();

            IOException late =
                    catchThrowableOfType(IOException.class, () -> cache.put(URL, old -> entry(null), use -> use, true));
            assertThat(late).isNotNull();
            cache.complain(late);
            EntryFile file = EntryFile.stored(body, () -> claim);
            file.share();
            file.release();
            file.release();
            claim.close();

            assertThat(log.messages()).isEmpty();
        }
        try (UrlCache later = open()) {
            assertThat(text(later, URL)).isEqualTo("before");
            assertThat(found(later, URL).claims()).isZero();
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-24")
    void interruptedThread_thatOpensAContent_hasIt() throws IOException {
        put(cache, URL, "hello");
        Found found = found(cache, URL);
        Thread.currentThread().interrupt();
        try (FileChannel content = found.open()) {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
            assertThat(content.size()).isEqualTo(5);
        }
    }

    @Test
    @Rule("R-PROJ-CACHE-24")
    void interruptedThread_thatChangesTheCache_doesSoToTheEnd() throws IOException {
        Path body = cache.createBody(URL, null);
        Files.writeString(body, "hello");
        CacheEntry entry = entry(cache.describe(body, false));
        put(cache, "http://other.example/", "claimed");
        Claim claim = found(cache, "http://other.example/").claim();
        try (CapturedLog log = CapturedLog.start()) {
            Thread.currentThread().interrupt();
            assertThat(cache.put(URL, old -> entry, use -> use, true)).isTrue();
            claim.close();
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();

            assertThat(log.messages()).isEmpty();
        }
        assertThat(text(cache, URL)).isEqualTo("hello");
        assertThat(found(cache, "http://other.example/").claims()).isZero();
    }

    @Test
    @Rule("R-PROJ-CACHE-24")
    void responseFile_thatAnInterruptedThreadRead_canBeReadByOthers() throws IOException {
        EntryFile file = EntryFile.create(parent);
        file.write(new byte[] {1, 2, 3}, 0, 3);
        file.finish();
        assertThat(file.read(0, ByteBuffer.allocate(3))).isEqualTo(3);

        Thread.currentThread().interrupt();
        file.read(0, ByteBuffer.allocate(3));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(file.read(0, ByteBuffer.allocate(3))).isEqualTo(3);
        file.release();
    }
}
