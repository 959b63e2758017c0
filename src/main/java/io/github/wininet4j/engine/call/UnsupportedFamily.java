package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.fault.WinInetFailure;
import java.lang.reflect.Proxy;

/** A family whose functions all fail with one documented error: Gopher, which Windows retired, and families still to be built. */
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
        return Proxy.newProxyInstance(family.getClassLoader(), new Class<?>[] {family}, (proxy, method, args) -> {
            throw new WinInetFailure(error);
        });
    }
}
