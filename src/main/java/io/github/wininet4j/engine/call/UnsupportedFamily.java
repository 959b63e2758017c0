package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.Families;

/**
 * A family whose functions all fail with one documented error: Gopher, which Windows retired.
 */
public final class UnsupportedFamily {
    private UnsupportedFamily() {}

    /**
     * Makes the family.
     *
     * @param family its interface
     * @param error the error of each call
     * @return an implementation
     */
    public static Object of(Class<?> family, int error) {
        return Families.answeredBy(family, function -> arguments -> {
            throw new WinInetFailure(error);
        });
    }
}
