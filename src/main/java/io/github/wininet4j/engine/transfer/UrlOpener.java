package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.type.HINTERNET;
import org.jspecify.annotations.Nullable;

/** What InternetOpenUrl hands a URL to; one for each scheme, registered by the composition root. */
@FunctionalInterface
public interface UrlOpener {
    /**
     * Opens a URL and starts or finishes its transfer.
     *
     * @param session the session
     * @param url the URL as given
     * @param headers extra header lines, or null
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context the context value of the new handle
     * @return the handle, or null if the operation pends
     */
    @Nullable
    HINTERNET open(SessionNode session, String url, @Nullable String headers, int flags, long context);
}
