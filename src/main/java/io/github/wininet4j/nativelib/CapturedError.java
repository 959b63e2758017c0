package io.github.wininet4j.nativelib;

/**
 * The last error of each thread, taken right after each call: nothing that the JVM does later can change it (R-GEN-19).
 */
final class CapturedError {
    private final ThreadLocal<int[]> codes = ThreadLocal.withInitial(() -> new int[1]);

    int get() {
        return codes.get()[0];
    }

    void set(int code) {
        codes.get()[0] = code;
    }
}
