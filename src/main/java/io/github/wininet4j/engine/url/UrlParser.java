package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;

/**
 * Takes absolute URLs apart (InternetCrackUrl). Each character is looked at once.
 *
 * <p>Choices where the sources are silent: the last {@code @} ends the user part and the first colon splits it, as in
 * RFC 3986, so that e-mail addresses as user names work; a port that is no number up to 65535, and a second colon in a
 * host without brackets, make the URL invalid.
 */
public final class UrlParser {
    private static final int MAX_PORT = 0xFFFF;

    private UrlParser() {}

    /**
     * Takes a URL apart.
     *
     * @param url the URL; it ends at a NUL
     * @return its parts
     * @throws WinInetFailure {@code ERROR_INTERNET_UNRECOGNIZED_SCHEME} if it has no scheme or nothing else
     *     (R-CRACK-10, R-CRACK-11), {@code ERROR_INTERNET_INVALID_URL} if host or port are malformed
     */
    public static ParsedUrl parse(String url) {
        return parse(url, UrlText.length(url));
    }

    /**
     * Takes the start of a text apart.
     *
     * @param text a text without a NUL before the end
     * @param end where the URL ends, exclusive
     * @return its parts
     * @throws WinInetFailure as above
     */
    static ParsedUrl parse(String text, int end) {
        int colon = UrlScheme.end(text, end);
        if (colon <= 0) {
            throw unrecognized();
        }
        UrlScheme scheme = UrlScheme.of(text, 0, colon);
        ParsedUrl url = new ParsedUrl(text, end, scheme, colon);
        int rest = colon + 1;
        boolean slashes = end - rest >= 2 && text.charAt(rest) == '/' && text.charAt(rest + 1) == '/';
        if (slashes && rest + 2 == end && !scheme.isOpaque()) {
            throw unrecognized();
        }
        switch (scheme.shape()) {
            case AUTHORITY -> {
                if (!slashes) {
                    throw unrecognized();
                }
                authority(url, rest + 2);
            }
            case FILE -> file(url, rest, slashes);
            case EITHER -> {
                if (slashes) {
                    authority(url, rest + 2);
                } else {
                    opaque(url, rest);
                }
            }
            case OPAQUE -> opaque(url, rest);
        }
        return url;
    }

    private static void opaque(ParsedUrl url, int start) {
        url.pathStart = start;
        url.pathEnd = url.end;
    }

    private static void path(ParsedUrl url, int start) {
        url.pathStart = start;
        url.pathEnd = UrlText.extraStart(url.text, start, url.end);
    }

    private static void file(ParsedUrl url, int start, boolean slashes) {
        int rest = slashes ? start + 2 : start;
        boolean server = slashes
                && rest < url.end
                && !UrlText.isSlash(url.text.charAt(rest))
                && !FileUrl.startsWithDrive(url.text, rest, url.end);
        if (server) {
            authority(url, rest);
        } else {
            path(url, rest);
        }
    }

    /** Reads {@code user:password@host:port} up to the path. */
    private static void authority(ParsedUrl url, int start) {
        String text = url.text;
        boolean file = url.scheme == UrlScheme.FILE;
        int at = -1;
        int firstColon = -1;
        int hostColon = -1;
        int hostColons = 0;
        int bracket = -1;
        int i = start;
        for (; i < url.end; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                firstColon = firstColon < 0 ? i : firstColon;
                hostColon = i;
                hostColons++;
            } else if (c == ']') {
                bracket = bracket < 0 ? i : bracket;
            } else if (c == '@') {
                at = i;
                hostColon = -1;
                hostColons = 0;
                bracket = -1;
            } else if (c == '/' || UrlText.isExtra(c) || (file && c == '\\')) {
                break;
            }
        }
        if (at >= 0) {
            user(url, start, firstColon >= 0 && firstColon < at ? firstColon : -1, at);
        }
        int hostStart = at + 1 > start ? at + 1 : start;
        if (hostStart < i && text.charAt(hostStart) == '[') {
            host(url, hostStart, bracket + 1, i);
        } else if (hostColons > 1) {
            throw invalid();
        } else {
            host(url, hostStart, hostColon < 0 ? i : hostColon, i);
        }
        path(url, i);
    }

    private static void user(ParsedUrl url, int start, int colon, int at) {
        url.userStart = start;
        url.userEnd = colon < 0 ? at : colon;
        if (colon >= 0) {
            url.passwordStart = colon + 1;
            url.passwordEnd = at;
        }
    }

    private static void host(ParsedUrl url, int start, int hostEnd, int end) {
        if (hostEnd <= 0 || (hostEnd < end && url.text.charAt(hostEnd) != ':')) {
            throw invalid();
        }
        url.hostStart = start;
        url.hostEnd = hostEnd;
        if (hostEnd + 1 < end) {
            url.port = port(url.text, hostEnd + 1, end);
        }
    }

    private static int port(String text, int start, int end) {
        int port = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw invalid();
            }
            port = port * 10 + digit;
            if (port > MAX_PORT) {
                throw invalid();
            }
        }
        return port;
    }

    private static WinInetFailure unrecognized() {
        return new WinInetFailure(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
    }

    private static WinInetFailure invalid() {
        return new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
    }
}
