package io.github.wininet4j.type;

import io.github.wininet4j.constant.InternetStatus;

/** What each status of a callback carries (R-STAT, R-CB-11). */
public final class StatusPayloads {
    private StatusPayloads() {}

    /** What {@code lpvStatusInformation} points to in a wide callback. */
    public enum Kind {
        /** A number: {@link DwordRef}. */
        DWORD,
        /** A handle: {@link HandleRef}. */
        HANDLE,
        /** Text that is bytes also for wide programs: {@link TextBuffer}. */
        ANSI_TEXT,
        /** Text that is bytes for ANSI programs only: {@link TextBuffer}. */
        WIDE_TEXT,
        /** {@link INTERNET_ASYNC_RESULT}. */
        ASYNC_RESULT,
        /** {@link InternetCookieHistory}. */
        COOKIE_HISTORY,
        /** Nothing, or bytes of unknown meaning: {@link ByteBlock}. */
        OTHER
    }

    /**
     * Returns what a status carries.
     *
     * @param status an {@code INTERNET_STATUS_*} value
     * @return what it carries, if anything
     */
    public static Kind kind(int status) {
        return switch (status) {
            case InternetStatus.INTERNET_STATUS_REQUEST_SENT,
                    InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED,
                    InternetStatus.INTERNET_STATUS_INTERMEDIATE_RESPONSE,
                    InternetStatus.INTERNET_STATUS_STATE_CHANGE,
                    InternetStatus.INTERNET_STATUS_COOKIE_SENT,
                    InternetStatus.INTERNET_STATUS_COOKIE_RECEIVED -> Kind.DWORD;
            case InternetStatus.INTERNET_STATUS_HANDLE_CREATED, InternetStatus.INTERNET_STATUS_HANDLE_CLOSING ->
                Kind.HANDLE;
            case InternetStatus.INTERNET_STATUS_RESOLVING_NAME,
                    InternetStatus.INTERNET_STATUS_NAME_RESOLVED,
                    InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER,
                    InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER -> Kind.ANSI_TEXT;
            case InternetStatus.INTERNET_STATUS_REDIRECT -> Kind.WIDE_TEXT;
            case InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE -> Kind.ASYNC_RESULT;
            case InternetStatus.INTERNET_STATUS_COOKIE_HISTORY -> Kind.COOKIE_HISTORY;
            default -> Kind.OTHER;
        };
    }
}
