package io.github.wininet4j.constant;

import java.util.Map;

/**
 * What a status callback is notified of, {@code INTERNET_STATUS_*} (R-STAT).
 */
public final class InternetStatus {
    private InternetStatus() {}

    // Looking up and connecting
    /** The host name is about to be looked up; carries the name (R-STAT-10). */
    public static final int INTERNET_STATUS_RESOLVING_NAME = 10;
    /** The look-up worked; carries the address as text (R-STAT-11). */
    public static final int INTERNET_STATUS_NAME_RESOLVED = 11;
    /** A TCP connect starts; carries the address as text (R-STAT-20). */
    public static final int INTERNET_STATUS_CONNECTING_TO_SERVER = 20;
    /** The TCP connect worked; carries the address as text (R-STAT-21). */
    public static final int INTERNET_STATUS_CONNECTED_TO_SERVER = 21;

    // Sending and receiving
    /** Bytes are about to be sent (R-STAT-30). */
    public static final int INTERNET_STATUS_SENDING_REQUEST = 30;
    /** Bytes were sent; carries their number (R-STAT-31). */
    public static final int INTERNET_STATUS_REQUEST_SENT = 31;
    /** Waits for bytes of the answer (R-STAT-40). */
    public static final int INTERNET_STATUS_RECEIVING_RESPONSE = 40;
    /** Bytes of the answer came; carries their number (R-STAT-41). */
    public static final int INTERNET_STATUS_RESPONSE_RECEIVED = 41;
    /** Not implemented (R-STAT-42). */
    public static final int INTERNET_STATUS_CTL_RESPONSE_RECEIVED = 42;
    /** Not implemented (R-STAT-43). */
    public static final int INTERNET_STATUS_PREFETCH = 43;

    // Closing
    /** A socket is about to be closed (R-STAT-50). */
    public static final int INTERNET_STATUS_CLOSING_CONNECTION = 50;
    /** A socket was closed (R-STAT-51). */
    public static final int INTERNET_STATUS_CONNECTION_CLOSED = 51;

    // Handles and operations
    /** A handle was made; carries it (R-STAT-60). */
    public static final int INTERNET_STATUS_HANDLE_CREATED = 60;
    /** Last word about a handle; carries it (R-STAT-70). */
    public static final int INTERNET_STATUS_HANDLE_CLOSING = 70;
    /** The proxy is being looked for (R-STAT-80). */
    public static final int INTERNET_STATUS_DETECTING_PROXY = 80;
    /** An operation that pended is over; carries {@code INTERNET_ASYNC_RESULT} (R-STAT-100). */
    public static final int INTERNET_STATUS_REQUEST_COMPLETE = 100;
    /** A redirect is about to be followed; carries the new URL (R-STAT-110). */
    public static final int INTERNET_STATUS_REDIRECT = 110;
    /** A 1xx answer came (R-STAT-120). */
    public static final int INTERNET_STATUS_INTERMEDIATE_RESPONSE = 120;
    /** The user has to act (R-STAT-140). */
    public static final int INTERNET_STATUS_USER_INPUT_REQUIRED = 140;
    /** Security or connectivity changed; carries {@link InternetState} bits (R-STAT-200). */
    public static final int INTERNET_STATUS_STATE_CHANGE = 200;

    // Cookies and privacy
    /** Cookies were sent or suppressed (R-STAT-320). */
    public static final int INTERNET_STATUS_COOKIE_SENT = 320;
    /** Cookies came (R-STAT-321). */
    public static final int INTERNET_STATUS_COOKIE_RECEIVED = 321;
    /** Not implemented (R-STAT-324). */
    public static final int INTERNET_STATUS_PRIVACY_IMPACTED = 324;
    /** The answer has a P3P header (R-STAT-325). */
    public static final int INTERNET_STATUS_P3P_HEADER = 325;
    /** The answer has a P3P policy reference. */
    public static final int INTERNET_STATUS_P3P_POLICYREF = 326;
    /** Carries {@code InternetCookieHistory} (R-CBX-2). */
    public static final int INTERNET_STATUS_COOKIE_HISTORY = 327;

    // Declared by newer SDKs without description (R-STATX)
    /** Known by name and number alone; never sent (R-STATX-328). */
    public static final int INTERNET_STATUS_SENDING_COOKIE = 328;
    /** Known by name and number alone; never sent (R-STATX-329). */
    public static final int INTERNET_STATUS_REQUEST_HEADERS_SET = 329;
    /** Known by name and number alone; never sent (R-STATX-330). */
    public static final int INTERNET_STATUS_RESPONSE_HEADERS_SET = 330;
    /** Known by name and number alone; never sent (R-STATX-400). */
    public static final int INTERNET_STATUS_PROXY_CREDENTIALS = 400;
    /** Known by name and number alone; never sent (R-STATX-401). */
    public static final int INTERNET_STATUS_SERVER_CREDENTIALS = 401;
    /** Known by name and number alone; never sent (R-STATX-410). */
    public static final int INTERNET_STATUS_SERVER_CONNECTION_STATE = 410;
    /** Known by name and number alone; never sent (R-STATX-420). */
    public static final int INTERNET_STATUS_END_BROWSER_SESSION = 420;
    /** Known by name and number alone; never sent (R-STATX-430). */
    public static final int INTERNET_STATUS_COOKIE = 430;

    // Special values of callbacks and contexts
    /** The context for which no callback is made (R-CTX-1). */
    public static final int INTERNET_NO_CALLBACK = 0;
    /** The number behind {@link io.github.wininet4j.type.StatusCallback#INTERNET_INVALID_STATUS_CALLBACK} (R-CB-1). */
    public static final int INTERNET_INVALID_STATUS_CALLBACK = -1;

    private static final Map<Integer, String> NAMES = ConstantNames.of("INTERNET_STATUS_", InternetStatus.class);

    /**
     * Names a status, for logs.
     *
     * @param status its number
     * @return the symbolic name, or the number as text if there is none
     */
    public static String name(int status) {
        return NAMES.getOrDefault(status, Integer.toString(status));
    }
}
