package io.github.wininet4j.client;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A status of a request, with a copy of what it carries.
 *
 * @param handle the handle that it is about
 * @param code an {@code INTERNET_STATUS_*} value, such as {@link InternetStatus#INTERNET_STATUS_REQUEST_SENT}
 * @param number the number that it carries, such as the bytes that were sent; 0 if it carries none
 * @param text the text that it carries, such as a host or an address; empty if it carries none
 */
public record Status(HINTERNET handle, int code, long number, String text) {
    static Status of(HINTERNET handle, int code, @Nullable LPVOID information) {
        long number = 0;
        if (information instanceof DwordRef value) {
            number = Integer.toUnsignedLong(value.value);
        } else if (information instanceof HandleRef created && created.value != null) {
            number = created.value.value();
        }
        return new Status(handle, code, number, information instanceof TextBuffer text ? text.toString() : "");
    }

    /**
     * Returns whether this is a certain status.
     *
     * @param status an {@code INTERNET_STATUS_*} value
     * @return true if so
     */
    public boolean is(int status) {
        return code == status;
    }

    /** {@return the name of the status, such as {@code INTERNET_STATUS_REQUEST_SENT}} */
    public String name() {
        return InternetStatus.name(code);
    }

    @Override
    public String toString() {
        return name() + (text.isEmpty() ? "" : " " + text) + (number == 0 ? "" : " " + number);
    }
}
