package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlEscaper;
import io.github.wininet4j.engine.url.UrlParser;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An ftp URL, decoded (RFC 1738, section 3.2).
 *
 * @param host host name or address, IPv6 without brackets
 * @param port the port
 * @param credentials how to log on
 * @param path from the folder that the user enters, without the first slash; "" for that folder
 * @param folder whether a folder is meant for sure
 * @param type the type of {@link TransferType}
 */
record FtpUrl(String host, int port, Credentials credentials, String path, boolean folder, char type) {
    private static final String TYPE = ";type=";

    /**
     * Takes a URL apart.
     *
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_URL} without a host, {@code ERROR_INVALID_PARAMETER} if
     *     a line end is encoded in it
     */
    static FtpUrl of(String text) {
        ParsedUrl url = UrlParser.parse(text);
        if (url.host().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        String path = url.pathAndExtra();
        char type = TransferType.BINARY;
        boolean folder = false;
        int at = path.toLowerCase(Locale.ROOT).lastIndexOf(TYPE);
        if (at >= 0 && at == path.length() - TYPE.length() - 1) {
            char code = Character.toLowerCase(path.charAt(path.length() - 1));
            type = code == 'a' ? TransferType.ASCII : TransferType.BINARY;
            folder = code == 'd';
            path = path.substring(0, at);
        }
        String decoded = decoded(path.startsWith("/") ? path.substring(1) : path);
        if (!FtpConnectNode.isOneLine(decoded)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        Credentials credentials = new Credentials(decodedOrNull(url.user()), decodedOrNull(url.password()), null, null);
        boolean ends = decoded.isEmpty() || decoded.endsWith("/");
        return new FtpUrl(HostText.forConnection(url.host()), url.port(), credentials, decoded, folder || ends, type);
    }

    private static @Nullable String decodedOrNull(@Nullable String text) {
        return text == null ? null : decoded(text);
    }

    private static String decoded(String text) {
        return UrlEscaper.decode(text, 0, text.length());
    }
}
