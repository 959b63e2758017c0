package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * {@code INTERNET_STATUS_CALLBACK}: is notified of the progress of the operations of a handle (R-CB-12).
 *
 * <p>It may be called on any thread and may call any WinInet function, also close the handle of the notification
 * (R-ASYNC-43). It is never called twice at a time for one handle, and never after
 * {@code INTERNET_STATUS_HANDLE_CLOSING} (R-SEQ-15).
 *
 * <p>In place of the pointer {@code lpvStatusInformation} comes an object, of the class that the status has; {@link
 * StatusPayloads} tells it too:
 *
 * <table>
 * <caption>What a status carries</caption>
 * <thead>
 * <tr><th>status<th>object<th>what it is
 * </thead>
 * <tbody>
 * <tr><td>RESOLVING_NAME<td>{@link TextBuffer}<td>the host name
 * <tr><td>NAME_RESOLVED, CONNECTING_TO_SERVER, CONNECTED_TO_SERVER<td>{@link TextBuffer}<td>the IP address (R-CB-11)
 * <tr><td>REDIRECT<td>{@link TextBuffer}<td>the new URL
 * <tr><td>REQUEST_SENT, RESPONSE_RECEIVED<td>{@link DwordRef}<td>how many bytes
 * <tr><td>INTERMEDIATE_RESPONSE, STATE_CHANGE, COOKIE_SENT, COOKIE_RECEIVED<td>{@link DwordRef}<td>a number
 * <tr><td>HANDLE_CREATED, HANDLE_CLOSING<td>{@link HandleRef}<td>the handle
 * <tr><td>REQUEST_COMPLETE<td>{@link INTERNET_ASYNC_RESULT}<td>the result of the call that pended
 * <tr><td>COOKIE_HISTORY<td>{@link InternetCookieHistory}<td>what became of cookies
 * <tr><td>any other<td>null, or {@link ByteBlock}<td>nothing
 * </tbody>
 * </table>
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
     * @param dwContext the context value of the handle, never 0; a program that passes addresses of objects in C keeps
     *     them in a map here, from before the handle is opened until {@code HANDLE_CLOSING}
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
