package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A server and a path on it.
 *
 * @param host the host
 * @param port the port
 * @param user the user, or null
 * @param password the password, or null
 * @param path the path from the folder that the user enters
 */
record FtpTarget(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String path) {
    static FtpTarget of(WinInet wininet, String url) {
        URL_COMPONENTS parts = URL_COMPONENTS.ofViews();
        // A question mark belongs to the name.
        parts.dwExtraInfoLength = 0;
        if (!wininet.InternetCrackUrl(url, 0, 0, parts) || parts.nScheme != UrlScheme.INTERNET_SCHEME_FTP) {
            throw new UsageException("not an ftp URL: " + url);
        }
        String path = text(parts, UrlPart.PATH);
        return new FtpTarget(
                text(parts, UrlPart.HOST),
                parts.nPort,
                textOrNull(parts, UrlPart.USER),
                textOrNull(parts, UrlPart.PASSWORD),
                path.startsWith("/") ? path.substring(1) : path);
    }

    private static String text(URL_COMPONENTS parts, UrlPart part) {
        // A plus is a plus outside of forms.
        return URLDecoder.decode(parts.text(part).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable String textOrNull(URL_COMPONENTS parts, UrlPart part) {
        String text = text(parts, part);
        return text.isEmpty() ? null : text;
    }

    /** The path up to its last slash, with that. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** What follows the last slash; may be empty. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean hasWildcard() {
        return name().indexOf('*') >= 0 || name().indexOf('?') >= 0;
    }

    /** Leaves user and password out. */
    @Override
    public String toString() {
        return "FtpTarget[" + host + ":" + port + "/" + path + "]";
    }
}
