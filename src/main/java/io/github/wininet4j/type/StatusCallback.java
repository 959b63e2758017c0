package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * {@code INTERNET_STATUS_CALLBACK}: is notified of the progress of the operations of a handle (R-CB-12).
 *
 * <p>It may be called on any thread and may call any WinInet function, also close the handle of the notification
 * (R-ASYNC-43). It is never called twice at a time for one handle, and never after
 * {@code INTERNET_STATUS_HANDLE_CLOSING} (R-SEQ-15).
 */
@FunctionalInterface
public interface StatusCallback {
    /**
     * {@code INTERNET_INVALID_STATUS_CALLBACK}: what {@code InternetSetStatusCallback} returns when it fails. Compare
     * by identity (R-CB-1).
     */
    StatusCallback INTERNET_INVALID_STATUS_CALLBACK = (hInternet, dwContext, status, info, length) -> {};

    /**
     * Takes one status.
     *
     * @param hInternet the handle the callback was set on or inherited by; for {@code HANDLE_CREATED} the parent of the
     *     new handle (R-CTX-9)
     * @param dwContext the context value of the handle
     * @param dwInternetStatus an {@code INTERNET_STATUS_*} value
     * @param lpvStatusInformation what the status carries, valid and writable during the call only (R-CB-15, R-CB-16);
     *     null for none
     * @param dwStatusInformationLength its length as the status defines it: bytes, or characters with the NUL for ANSI
     *     text
     */
    void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            @Nullable LPVOID lpvStatusInformation,
            int dwStatusInformationLength);
}
