package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** {@code PFN_AUTH_NOTIFY}: is notified that a request was authenticated. */
@FunctionalInterface
public interface AuthNotifyCallback {
    /**
     * Takes the notice.
     *
     * @param dwContext the context value of the registration
     * @param dwReturn the result
     * @param lpReserved reserved
     * @return an error code or 0
     */
    int notify(long dwContext, int dwReturn, @Nullable LPVOID lpReserved);
}
