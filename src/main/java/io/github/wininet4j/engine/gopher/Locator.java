package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.WireNumber;
import org.jspecify.annotations.Nullable;

/**
 * An item on a server. As text it is a line of a menu (RFC 1436, section 3.8): type and display text, selector, host,
 * port, for Gopher+ a plus or a question mark, with tabs between, and a line end.
 *
 * @param type {@link GopherType} bits
 * @param display the text shown for it
 * @param selector what the server is asked for
 * @param host the server
 * @param port its port
 */
record Locator(int type, String display, String selector, String host, int port) {
    /** The port of Gopher. */
    static final int DEFAULT_PORT = 70;

    private static final int MAX_PORT = 65_535;
    private static final int PARTS = 4;

    /**
     * Makes a locator of what a caller says.
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for a type that is none, and for parts that are too long
     *     or would be more than one
     */
    static Locator of(String host, int port, @Nullable String display, @Nullable String selector, int type) {
        Locator made = new Locator(
                type == 0 ? GopherType.GOPHER_TYPE_DIRECTORY : type,
                display == null ? "" : display,
                selector == null ? "" : selector,
                host,
                port == 0 ? DEFAULT_PORT : port);
        boolean valid = made.isValid()
                && made.display.length() <= GopherType.MAX_GOPHER_DISPLAY_TEXT
                && made.port <= MAX_PORT
                && ItemType.character(type) != 0;
        if (!valid) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return made;
    }

    /**
     * Reads a locator.
     *
     * @throws WinInetFailure {@code ERROR_GOPHER_INVALID_LOCATOR} if it is none
     */
    static Locator parse(@Nullable String text) {
        if (text == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String line = text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text;
        Locator locator = ofLine(line);
        if (locator == null) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_INVALID_LOCATOR);
        }
        return locator;
    }

    /** Reads a line of a menu; null if it is no item that can be named. */
    static @Nullable Locator ofLine(String line) {
        String[] parts = line.split("\t", -1);
        if (line.isEmpty() || parts.length < PARTS || parts[0].isEmpty()) {
            return null;
        }
        int port = port(parts[PARTS - 1].strip());
        int type = ItemType.bit(parts[0].charAt(0));
        String plus = parts.length > PARTS ? parts[PARTS].strip() : "";
        if (plus.startsWith("+") || plus.startsWith("?")) {
            type |= GopherType.GOPHER_TYPE_GOPHER_PLUS | (plus.startsWith("?") ? GopherType.GOPHER_TYPE_ASK : 0);
        }
        String display = parts[0].substring(1);
        String shown = display.substring(0, Math.min(display.length(), GopherType.MAX_GOPHER_DISPLAY_TEXT));
        Locator locator = new Locator(type, shown, parts[1], parts[2].strip(), port);
        return port > 0 && locator.isValid() ? locator : null;
    }

    private static int port(String text) {
        long port = WireNumber.parse(text);
        return port <= MAX_PORT ? (int) Math.max(port, 0) : 0;
    }

    /** What is sent to a server must be one line (R-PROJ-GOPHER-3). */
    private boolean isValid() {
        return !host.isEmpty()
                && isPart(host)
                && isPart(display)
                && isPart(selector)
                && host.length() <= GopherType.MAX_GOPHER_HOST_NAME
                && selector.length() <= GopherType.MAX_GOPHER_SELECTOR_TEXT
                && text().length() <= GopherType.MAX_GOPHER_LOCATOR_LENGTH;
    }

    /** Whether a text can be part of a request without being more than that. */
    static boolean isPart(String text) {
        return text.chars().allMatch(c -> c >= ' ');
    }

    boolean isPlus() {
        return (type & GopherType.GOPHER_TYPE_GOPHER_PLUS) != 0;
    }

    boolean has(int bits) {
        return (type & bits) != 0;
    }

    /** Writes it out. */
    String text() {
        String end = !isPlus() ? "" : (type & GopherType.GOPHER_TYPE_ASK) != 0 ? "\t?" : "\t+";
        return ItemType.character(type) + display + "\t" + selector + "\t" + host + "\t" + port + end + "\r\n";
    }
}
