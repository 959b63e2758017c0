package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through the entries that there were when it began, as far as they still are. */
final class Enumeration {
    private final UrlCache cache;
    private final List<String> names;
    private final Predicate<Found> filter;
    private final int endError;
    private final ReentrantLock moving = new ReentrantLock();
    private int at;

    Enumeration(UrlCache cache, Predicate<Found> filter, int endError) throws IOException {
        this.cache = cache;
        this.names = cache.names();
        this.filter = filter;
        this.endError = endError;
    }

    /** Takes an entry; an exception leaves the enumeration where it is (R-CENT-21). */
    @FunctionalInterface
    interface Taker {
        void take(Found found) throws IOException;
    }

    void next(Taker taker) throws IOException {
        moving.lock();
        try {
            Found found = current();
            if (found == null) {
                throw new WinInetFailure(endError);
            }
            taker.take(found);
            at++;
        } finally {
            moving.unlock();
        }
    }

    private @Nullable Found current() throws IOException {
        for (; at < names.size(); at++) {
            Found found = cache.read(names.get(at));
            if (found != null && filter.test(found)) {
                return found;
            }
        }
        return null;
    }
}
