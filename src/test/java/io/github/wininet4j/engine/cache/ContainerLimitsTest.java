package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.engine.cache.CacheSamples.found;
import static io.github.wininet4j.engine.cache.CacheSamples.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.cache.CacheContainers.Container;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sizes that the makers of containers name. */
final class ContainerLimitsTest {
    private static final String PIECE = "x".repeat(10_000);

    private final Path parent = Folders.make("containers");
    private final TestClock clock = new TestClock();
    private final UrlCache cache = open();

    private UrlCache open() {
        return new UrlCache(parent.resolve("cache"), clock, Runnable::run);
    }

    @AfterEach
    void close() {
        cache.close();
        Folders.delete(parent);
    }

    private static void make(UrlCache where, String name, String prefix, int limit) throws IOException {
        assertThat(where.containers().create(new Container(name, prefix, "", limit, 0)))
                .isTrue();
    }

    private int count(String prefix) throws IOException {
        int count = 0;
        for (String name : cache.names()) {
            count += cache.read(name).entry().url().startsWith(prefix) ? 1 : 0;
        }
        return count;
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-23", "R-CACHE-4"})
    void containerThatTakesMoreThanItsSize_losesWhatWasNotUsedForLongest() throws IOException {
        make(cache, "days", "Days:", 50);
        make(cache, "weeks", "Weeks:", 0);
        for (int i = 0; i < 10; i++) {
            put(cache, "Days:" + i, PIECE);
            put(cache, "Weeks:" + i, PIECE);
            put(cache, "http://host/" + i, PIECE);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(count("Days:")).as("younger than ten minutes").isEqualTo(10);

        clock.advance(Duration.ofMinutes(11));
        found(cache, "Days:3").used();
        put(cache, "Days:last", "x");

        assertThat(count("Days:")).isBetween(3, 5);
        assertThat(found(cache, "Days:0")).isNull();
        assertThat(found(cache, "Days:3")).isNotNull();
        assertThat(found(cache, "Days:last")).isNotNull();
        assertThat(count("Weeks:")).isEqualTo(10);
        assertThat(count("http:")).isEqualTo(10);
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-23"})
    void containerThatAnotherEngineMade_hasItsSizeForAll() throws IOException {
        try (UrlCache other = open()) {
            make(other, "days", "Days:", 30);
        }
        for (int i = 0; i < 20; i++) {
            put(cache, "Days:" + i, PIECE);
            clock.advance(Duration.ofMinutes(11));
            assertThat(count("Days:")).isLessThan(5);
        }
    }

    @Test
    @Rule({"R-CENT-34", "R-PROJ-CACHE-9", "R-PROJ-CACHE-23"})
    void containerWithinAnother_hasASizeOfItsOwn() throws IOException {
        make(cache, "days", "Days:", 50);
        make(cache, "best", "Days:best/", 0);
        for (int i = 0; i < 10; i++) {
            put(cache, "Days:best/" + i, PIECE);
        }
        put(cache, "Days:0", PIECE);
        clock.advance(Duration.ofMinutes(11));
        put(cache, "Days:1", PIECE);
        put(cache, "Days:2", PIECE);

        assertThat(count("Days:best/")).isEqualTo(10);
        assertThat(found(cache, "Days:0")).isNotNull();
    }
}
