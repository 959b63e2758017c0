package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The last error of each thread, taken right after each call: nothing that the JVM does later can change it (R-GEN-19).
 */
final class CapturedError {
    /** That of one thread. */
    static final class OfThread {
        int code;

        /** Where the library has the last error of the thread, once that is known. */
        @Nullable
        Pointer place;
    }

    private final ThreadLocal<OfThread> threads = ThreadLocal.withInitial(OfThread::new);

    OfThread ofCaller() {
        return threads.get();
    }

    int get() {
        return ofCaller().code;
    }

    void set(int code) {
        ofCaller().code = code;
    }
}
