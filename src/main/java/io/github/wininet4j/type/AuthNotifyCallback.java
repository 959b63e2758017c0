package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** {@code PFN_AUTH_NOTIFY}: is told that the dialog of another request has ended, and must not block (R-DLG-12). */
@FunctionalInterface
public interface AuthNotifyCallback {
    /**
     * Takes the notice.
     *
     * @param dwContext the value of {@link INTERNET_AUTH_NOTIFY_DATA#dwContext}
     * @param dwReturn what {@code InternetErrorDlg} returned for the other request
     * @param lpReserved null
     * @return an error or 0; nobody looks at it
     */
    int notify(long dwContext, int dwReturn, @Nullable LPVOID lpReserved);
}
