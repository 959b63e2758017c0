package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.engine.cache.CacheContainers.Container;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which entries a list shows: those of a container, which is named by what its URLs begin with (R-CENT-20). */
final class ContainerFilter {
    private ContainerFilter() {}

    /** Null is the content: what is in no other container. */
    static Predicate<Found> of(UrlCache cache, @Nullable String pattern) {
        List<Container> containers = cache.containers().all();
        if (pattern == null || pattern.isEmpty()) {
            return found -> {
                String url = found.entry().url();
                return CacheKey.kind(url) == 0 && containers.stream().noneMatch(container -> container.holds(url));
            };
        }
        boolean known =
                CacheKey.kind(pattern) != 0 || containers.stream().anyMatch(container -> container.holds(pattern));
        return found -> known && CacheKey.has(found.entry().url(), pattern);
    }
}
