package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.type.HINTERNET;

/**
 * A header of a request.
 *
 * @param name its name
 * @param value its value
 * @param modifiers how it is added
 */
record HeaderLine(String name, String value, int modifiers) {
    HeaderLine {
        checked(value);
        if (checked(name).isEmpty() || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("not the name of a header: '" + name + "'");
        }
    }

    static HeaderLine only(String name, String value) {
        return new HeaderLine(name, value, HttpAddReq.HTTP_ADDREQ_FLAG_ADD | HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE);
    }

    static HeaderLine further(String name, String value) {
        return new HeaderLine(name, value, HttpAddReq.HTTP_ADDREQ_FLAG_ADD);
    }

    /** Returns the text if it fits on one line; {@code HttpAddRequestHeaders} would take the next for a header. */
    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("a line break or NUL in a header, at " + i);
            }
        }
        return text;
    }

    void addTo(WinInet wininet, HINTERNET request) throws WinInetException {
        if (!wininet.HttpAddRequestHeaders(request, name + ": " + value, -1, modifiers)) {
            throw WinInetException.last(wininet, "HttpAddRequestHeaders");
        }
    }

    /** Leaves the value out: it may be a secret. */
    @Override
    public String toString() {
        return "HeaderLine[" + name + "]";
    }
}
