package io.github.wininet4j.engine.net.pool;

/**
 * How many connections one server may have. Asked anew whenever it matters, under a lock: an implementation only reads
 * a field.
 */
@FunctionalInterface
public interface ConnectionLimits {
    /**
     * Returns the limit (options 73, 74 and 103).
     *
     * @param http10 whether the server last answered with HTTP/1.0
     * @return the number, at least 1
     */
    int limit(boolean http10);
}
