package io.github.wininet4j.testing;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first needed. */
final class Once<T> {
    private final Supplier<T> source;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private @Nullable T made;

    Once(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        lock.lock();
        try {
            T known = made;
            if (known == null) {
                known = source.get();
                made = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
