package io.github.wininet4j.testing;

import io.github.wininet4j.constant.InternetStatus;
import java.util.Arrays;

/** The names of the {@code INTERNET_STATUS_*} values, without their prefix. */
final class StatusNames {
    private static final String PREFIX = "INTERNET_STATUS_";

    static final int HANDLE_CREATED = InternetStatus.INTERNET_STATUS_HANDLE_CREATED;
    static final int HANDLE_CLOSING = InternetStatus.INTERNET_STATUS_HANDLE_CLOSING;
    static final int REQUEST_COMPLETE = InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE;

    private StatusNames() {}

    /** Returns the name, or {@code STATUS_} and the number if there is none. */
    static String of(int status) {
        String name = InternetStatus.name(status);
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "STATUS_" + status;
    }

    static boolean isName(String name) {
        return name.matches("STATUS_[0-9]+")
                || Arrays.stream(InternetStatus.class.getFields())
                        .anyMatch(field -> field.getName().equals(PREFIX + name));
    }
}
