package io.github.wininet4j.engine.proxy;

import io.github.wininet4j.engine.net.AddressRange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way to a target.
 *
 * @param kind what is spoken to it
 * @param host the host, IPv6 without brackets; empty for the direct way
 * @param port the port, 0 for the direct way
 */
public record ProxyServer(Kind kind, String host, int port) {
    /** No proxy. */
    public static final ProxyServer DIRECT = new ProxyServer(Kind.DIRECT, "", 0);

    private static final int MAX_PORT = 65_535;
    private static final String MARKS = "-._~%!$&'()*+,;=";

    /** What a proxy speaks (R-PROXY-8, R-PROXY-10), with the port that counts where none is given (R-PROXY-35). */
    public enum Kind {
        /** The target itself. */
        DIRECT(0),
        /** HTTP for all protocols, which the pages call a CERN proxy. */
        HTTP(80),
        /** An FTP gateway of the TIS kind. */
        FTP_GATEWAY(21),
        /** SOCKS version 4. */
        SOCKS(1080);

        private final int defaultPort;

        Kind(int defaultPort) {
            this.defaultPort = defaultPort;
        }
    }

    /**
     * Reads {@code host[:port]}.
     *
     * @param kind what is spoken to it
     * @param text the text; an IPv6 address stands in brackets if a port follows
     * @return the server, or null if the text names none: nothing of it may end up in a header
     */
    static @Nullable ProxyServer parse(Kind kind, String text) {
        String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        int bracket = bare.indexOf(']');
        int colon = bare.indexOf(':', Math.max(bracket, 0));
        boolean plainIpv6 = bracket < 0 && colon >= 0 && bare.indexOf(':', colon + 1) >= 0;
        if (colon < 0 || plainIpv6) {
            return of(kind, bare, kind.defaultPort);
        }
        int port = port(bare.substring(colon + 1));
        return port < 0 ? null : of(kind, bare.substring(0, colon), port == 0 ? kind.defaultPort : port);
    }

    private static @Nullable ProxyServer of(Kind kind, String host, int port) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        boolean sound = bare.indexOf(':') >= 0
                ? AddressRange.literal(bare) != null
                : !bare.isEmpty() && bare.chars().allMatch(ProxyServer::isHostChar);
        return sound ? new ProxyServer(kind, bare.toLowerCase(Locale.ROOT), port) : null;
    }

    private static boolean isHostChar(int c) {
        return Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    }

    /** Reads a port; 0 if the text is empty, -1 if it is no port. */
    private static int port(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits ? Integer.parseInt(text) : -1;
        return port > MAX_PORT || port == 0 ? -1 : port;
    }

    /** Whether the target is reached without a proxy. */
    public boolean isDirect() {
        return kind == Kind.DIRECT;
    }
}
