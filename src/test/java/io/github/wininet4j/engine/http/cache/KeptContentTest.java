package io.github.wininet4j.engine.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A response that is read to its end although it cannot be kept any more. */
final class KeptContentTest {
    private static final String URL = "http://host.example/page.htm";

    private final Path parent = Folders.make("kept");
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

    /** What happens when half of a response is read. */
    @FunctionalInterface
    private interface Event {
        void happen();
    }

    private void readWhile(Event event) throws IOException {
        Path source = Files.writeString(parent.resolve("source"), "hello");
        EntryFile file = EntryFile.open(cache.createBody(URL, null));
        CacheEntry entry = CacheEntry.of(URL, CacheEntryType.NORMAL_CACHE_ENTRY, null);
        byte[] target = new byte[5];
        try (CapturedLog log = CapturedLog.start();
                FileChannel channel = FileChannel.open(source)) {
            KeptContent content = new KeptContent(new StoredContent(channel, 5), file, cache, entry);
            assertThat(content.read(target, 0, 2)).isEqualTo(2);
            event.happen();
            assertThat(content.read(target, 2, 3)).isEqualTo(3);
            content.endDelivered();
            file.release();

            assertThat(target).asString().isEqualTo("hello");
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    @Rule({"R-READ-4", "R-PROJ-CACHE-24"})
    void response_whoseEngineIsClosedMeanwhile_becomesNoEntry_andNothingIsLogged() throws IOException {
        readWhile(cache::close);

        try (UrlCache later = open()) {
            assertThat(later.find(URL)).isNull();
        }
    }

    @Test
    @Rule("R-READ-4")
    void response_thatIsReadToTheEnd_becomesAnEntry() throws IOException {
        readWhile(() -> {});

        assertThat(cache.find(URL)).isNotNull();
    }
}
