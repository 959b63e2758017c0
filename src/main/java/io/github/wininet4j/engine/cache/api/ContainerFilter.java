package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.engine.cache.CacheContainers;
import io.github.wininet4j.engine.cache.CacheContainers.Container;
import io.github.wininet4j.engine.cache.EntryKind;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which entries a list shows: those of a container, which is named by what its URLs begin with (R-CENT-20). */
final class ContainerFilter {
    private ContainerFilter() {}

    /** Null is the content: what is in no other container. */
    static Predicate<Found> of(UrlCache cache, @Nullable String pattern) {
        List<Container> containers = cache.containers().all();
        String prefix = pattern == null ? "" : pattern;
        int kind = EntryKind.of(prefix);
        Container container = CacheContainers.nearest(containers, prefix);
        boolean known = prefix.isEmpty() || kind != 0 || container != null;
        return found -> {
            String url = found.entry().url();
            return known
                    && CacheKey.has(url, prefix)
                    && EntryKind.of(url) == kind
                    && Objects.equals(CacheContainers.nearest(containers, url), container);
        };
    }
}
