package io.github.wininet4j.constant;

/**
 * Bits of {@code INTERNET_OPTION_CONNECTED_STATE} and of {@code INTERNET_STATUS_STATE_CHANGE} (R-OPTN-50).
 */
public final class InternetState {
    private InternetState() {}

    // Connectivity and activity
    /** Online. */
    public static final int INTERNET_STATE_CONNECTED = 0x00000001;
    /** Offline. */
    public static final int INTERNET_STATE_DISCONNECTED = 0x00000002;
    /** Offline because the user wanted it. */
    public static final int INTERNET_STATE_DISCONNECTED_BY_USER = 0x00000010;
    /** No request is being served. */
    public static final int INTERNET_STATE_IDLE = 0x00000100;
    /** At least one request is being served. */
    public static final int INTERNET_STATE_BUSY = 0x00000200;
}
