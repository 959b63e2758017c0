package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** Puts a URL together from its components (InternetCreateUrl). */
final class UrlComposer {
    private static final int MAX_PORT = 0xFFFF;

    private UrlComposer() {}

    /**
     * Writes the URL.
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for a password without a user name (R-CREATE-7), a scheme
     *     number without a name, or a length beyond its text
     */
    static String compose(URL_COMPONENTS parts, int flags) {
        String schemeText = text(parts.lpszScheme, parts.dwSchemeLength);
        String host = text(parts.lpszHostName, parts.dwHostNameLength);
        String user = text(parts.lpszUserName, parts.dwUserNameLength);
        String password = text(parts.lpszPassword, parts.dwPasswordLength);
        String path = text(parts.lpszUrlPath, parts.dwUrlPathLength);
        String extra = text(parts.lpszExtraInfo, parts.dwExtraInfoLength);
        // The name wins over the number (R-CREATE-2).
        UrlScheme scheme =
                schemeText == null ? UrlScheme.of(parts.nScheme) : UrlScheme.of(schemeText, 0, schemeText.length());
        if (scheme == null || (password != null && user == null) || parts.nPort < 0 || parts.nPort > MAX_PORT) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        StringBuilder out = new StringBuilder(64);
        out.append(schemeText == null ? scheme.text() : schemeText).append(':');
        if (!scheme.isOpaque() || (host != null && scheme.shape() != UrlScheme.Shape.OPAQUE)) {
            out.append("//");
        }
        boolean escapesAuthority = (flags & IcuFlag.ICU_ESCAPE_AUTHORITY) != 0;
        appendUser(out, user, password, escapesAuthority);
        if (host != null) {
            out.append(escapesAuthority ? escapedHost(host) : host);
            // Port 0 means none was given (R-CREATE-11).
            if (parts.nPort != 0 && parts.nPort != scheme.defaultPort()) {
                out.append(':').append(parts.nPort);
            }
            if (path != null && !path.startsWith("/")) {
                out.append('/');
            }
        }
        boolean escapes = (flags & IcuFlag.ICU_ESCAPE) != 0;
        int kind = (flags & IcuFlag.ICU_ENCODE_PERCENT) != 0 ? UrlEscaper.UNSAFE_AND_PERCENT : UrlEscaper.UNSAFE;
        append(out, path, escapes, kind, "");
        append(out, extra, escapes, kind, "#");
        return out.toString();
    }

    private static void appendUser(
            StringBuilder out, @Nullable String user, @Nullable String password, boolean escapes) {
        if (user == null) {
            return;
        }
        append(out, user, escapes, UrlEscaper.AUTHORITY, "");
        if (password != null) {
            out.append(':');
            append(out, password, escapes, UrlEscaper.AUTHORITY, "");
        }
        out.append('@');
    }

    private static void append(StringBuilder out, @Nullable String text, boolean escapes, int kind, String keep) {
        if (text == null) {
            return;
        }
        if (escapes) {
            UrlEscaper.appendComponent(out, text, kind, keep);
        } else {
            out.append(text);
        }
    }

    private static String escapedHost(String host) {
        if (Ipv6Literal.isLiteral(host)) {
            return Ipv6Literal.forUrl(host);
        }
        StringBuilder out = new StringBuilder(host.length());
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c < 0x80 && UrlEscaper.escapes(c, UrlEscaper.AUTHORITY)) {
                UrlEscaper.append(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Reads a component: null if omitted, up to the NUL if the length is 0, else all of it (R-CREATE-1, R-CREATE-13).
     */
    private static @Nullable String text(@Nullable TextBuffer buffer, int length) {
        if (buffer == null) {
            return null;
        }
        if (length == 0) {
            return buffer.toString();
        }
        if (!buffer.holds(length)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return buffer.toString(length);
    }
}
