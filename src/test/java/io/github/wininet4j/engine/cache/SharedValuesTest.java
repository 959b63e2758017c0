package io.github.wininet4j.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings and groups that several engines change. */
final class SharedValuesTest {
    private static final int CHANGES = 100;

    private final Path parent = Folders.make("values");
    private final List<UrlCache> opened = new ArrayList<>();

    private UrlCache open() {
        UrlCache made = new UrlCache(parent.resolve("cache"), new TestClock(), Runnable::run);
        opened.add(made);
        return made;
    }

    @AfterEach
    void close() {
        opened.forEach(UrlCache::close);
        Folders.delete(parent);
    }

    @Test
    @Rule("R-PROJ-CACHE-27")
    void setting_thatAnotherEngineHasChangedMeanwhile_staysUnlessItIsNamed() throws IOException {
        UrlCache one = open();
        UrlCache other = open();
        other.makeFolder();
        assertThat(other.quota()).isNotEqualTo(50_000);

        one.configure(OptionalLong.of(50_000), OptionalInt.empty());
        other.configure(OptionalLong.empty(), OptionalInt.of(CacheConfig.WININET_SYNC_MODE_NEVER));

        assertThat(other.quota()).isEqualTo(50_000);
        UrlCache later = open();
        assertThat(later.quota()).isEqualTo(50_000);
        assertThat(later.syncMode()).isEqualTo(CacheConfig.WININET_SYNC_MODE_NEVER);
    }

    private static CacheGroups.Group more(CacheGroups.Group old) {
        return new CacheGroups.Group(old.flags(), old.type(), old.quota() + 1, old.name(), old.storage());
    }

    @Test
    @Rule({"R-CGRP-4", "R-PROJ-CACHE-27"})
    void group_thatEnginesChangeAtOnce_hasTheChangesOfAll() throws Exception {
        UrlCache first = open();
        first.makeFolder();
        first.groups().put(1, new CacheGroups.Group(0, 0, 0, "", List.of(0, 0, 0, 0)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> ends = new ArrayList<>();
        for (UrlCache each : List.of(first, open())) {
            ends.add(threads.submit(() -> {
                for (int i = 0; i < CHANGES; i++) {
                    assertThat(each.groups().change(1, SharedValuesTest::more)).isTrue();
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();

        assertThat(first.groups().find(1).quota()).isEqualTo(2 * CHANGES);
        assertThat(first.groups().delete(1)).isTrue();
        assertThat(first.groups().change(1, SharedValuesTest::more)).isFalse();
        assertThat(first.groups().find(1)).isNull();
    }
}
