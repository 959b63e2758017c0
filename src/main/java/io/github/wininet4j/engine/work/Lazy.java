package io.github.wininet4j.engine.work;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, once: what a program never uses does not delay its first call.
 *
 * @param <T> its type
 */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> source;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable T made;

    /**
     * Creates it without the value.
     *
     * @param source makes the value; if it throws, it is asked again the next time
     */
    public Lazy(Supplier<? extends T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = made;
        return known != null ? known : make();
    }

    /** Returns the value if it was made. */
    public @Nullable T known() {
        return made;
    }

    private T make() {
        making.lock();
        try {
            T known = made;
            if (known == null) {
                known = source.get();
                made = known;
            }
            return known;
        } finally {
            making.unlock();
        }
    }
}
