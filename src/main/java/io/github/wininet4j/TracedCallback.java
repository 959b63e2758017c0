package io.github.wininet4j;

import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TracedStatus;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program's callback with a listener before it.
 *
 * @param target the program's callback
 * @param wininet what the listener may ask
 * @param listener who is told
 */
record TracedCallback(StatusCallback target, WinInet wininet, TraceListener listener) implements StatusCallback {
    @Override
    public void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            @Nullable LPVOID lpvStatusInformation,
            int dwStatusInformationLength) {
        TracedStatus status = new TracedStatus(
                Instant.now(), hInternet, dwContext, dwInternetStatus, lpvStatusInformation, dwStatusInformationLength);
        TracedBackEnd.told(() -> listener.notified(status, wininet));
        target.callback(hInternet, dwContext, dwInternetStatus, lpvStatusInformation, dwStatusInformationLength);
    }
}
