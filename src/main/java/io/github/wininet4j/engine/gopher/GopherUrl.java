package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlEscaper;
import io.github.wininet4j.engine.url.UrlParser;
import org.jspecify.annotations.Nullable;

/**
 * A gopher URL, decoded (RFC 4266): type, selector, and after encoded tabs a search and a Gopher+ string.
 *
 * @param item what it names
 * @param search what to search for, or null
 */
record GopherUrl(Locator item, @Nullable String search) {
    private static final int FIRST_FREE_PORT = 1_024;
    private static final int CSO_PORT = 105;

    /**
     * Takes a URL apart.
     *
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_URL} without a host or for a port of another protocol
     *     (R-GOPHER-8), {@code ERROR_INVALID_PARAMETER} if a line end is encoded in it
     */
    static GopherUrl of(String text) {
        ParsedUrl url = UrlParser.parse(text);
        int port = url.port() == 0 ? Locator.DEFAULT_PORT : url.port();
        boolean blocked = port < FIRST_FREE_PORT && port != Locator.DEFAULT_PORT && port != CSO_PORT;
        if (url.host().isEmpty() || blocked) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        String path = url.pathAndExtra();
        String decoded = UrlEscaper.decode(path, 0, path.length());
        String[] parts = (decoded.startsWith("/") ? decoded.substring(1) : decoded).split("\t", -1);
        boolean root = parts[0].isEmpty();
        String selector = root ? "" : parts[0].substring(1);
        String search = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
        if (!Locator.isPart(selector) || (search != null && !Locator.isPart(search))) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        int type = root ? GopherType.GOPHER_TYPE_DIRECTORY : ItemType.bit(parts[0].charAt(0));
        return new GopherUrl(new Locator(type, "", selector, HostText.forConnection(url.host()), port), search);
    }

    boolean isMenu() {
        return item.has(GopherType.GOPHER_TYPE_DIRECTORY) || search != null;
    }
}
