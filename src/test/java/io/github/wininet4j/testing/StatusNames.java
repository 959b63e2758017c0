package io.github.wininet4j.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names of the {@code INTERNET_STATUS_*} values, without their prefix. */
final class StatusNames {
    private static final Map<Integer, String> BY_VALUE = new LinkedHashMap<>();

    static {
        row(10, "RESOLVING_NAME");
        row(11, "NAME_RESOLVED");
        row(20, "CONNECTING_TO_SERVER");
        row(21, "CONNECTED_TO_SERVER");
        row(30, "SENDING_REQUEST");
        row(31, "REQUEST_SENT");
        row(40, "RECEIVING_RESPONSE");
        row(41, "RESPONSE_RECEIVED");
        row(42, "CTL_RESPONSE_RECEIVED");
        row(43, "PREFETCH");
        row(50, "CLOSING_CONNECTION");
        row(51, "CONNECTION_CLOSED");
        row(60, "HANDLE_CREATED");
        row(70, "HANDLE_CLOSING");
        row(80, "DETECTING_PROXY");
        row(100, "REQUEST_COMPLETE");
        row(110, "REDIRECT");
        row(120, "INTERMEDIATE_RESPONSE");
        row(140, "USER_INPUT_REQUIRED");
        row(200, "STATE_CHANGE");
        row(320, "COOKIE_SENT");
        row(321, "COOKIE_RECEIVED");
        row(324, "PRIVACY_IMPACTED");
        row(325, "P3P_HEADER");
        row(326, "P3P_POLICYREF");
        row(327, "COOKIE_HISTORY");
    }

    static final int HANDLE_CREATED = 60;
    static final int HANDLE_CLOSING = 70;
    static final int REQUEST_COMPLETE = 100;

    private StatusNames() {}

    private static void row(int value, String name) {
        BY_VALUE.put(value, name);
    }

    /** Returns the name, or {@code STATUS_} and the number if there is none. */
    static String of(int status) {
        return BY_VALUE.getOrDefault(status, "STATUS_" + status);
    }

    static boolean isName(String name) {
        return BY_VALUE.containsValue(name) || name.matches("STATUS_[0-9]+");
    }
}
