package io.github.wininet4j.engine.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Addresses written as numbers, which need no look-up. */
public final class AddressLiteral {
    private AddressLiteral() {}

    /** Returns whether a host can only be an IPv6 literal without brackets or a dotted IPv4 literal of four numbers. */
    public static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || isDottedQuad(host);
    }

    private static boolean isDottedQuad(String host) {
        return quad(host) != null;
    }

    private static byte @Nullable [] quad(String host) {
        byte[] quad = new byte[4];
        int dots = 0;
        int number = -1;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + (c - '0');
                if (number > 255) {
                    return null;
                }
            } else if (c == '.' && number >= 0 && dots < 3) {
                quad[dots++] = (byte) number;
                number = -1;
            } else {
                return null;
            }
        }
        quad[3] = (byte) number;
        return dots == 3 && number >= 0 ? quad : null;
    }

    /**
     * Reads a literal, without asking for names; a URL writes the percent sign before a scope id as {@code %25}.
     *
     * @param host a host
     * @return the address
     * @throws UnknownHostException if it is no literal
     */
    public static InetAddress parse(String host) throws UnknownHostException {
        byte[] quad = quad(host);
        if (quad != null) {
            return InetAddress.getByAddress(quad);
        }
        if (host.indexOf(':') < 0 || host.startsWith("[")) {
            throw new UnknownHostException(host);
        }
        int scope = host.indexOf("%25");
        // "%25" alone is the scope id 25.
        boolean escaped = scope >= 0 && scope + 3 < host.length();
        String plain = escaped ? host.substring(0, scope + 1) + host.substring(scope + 3) : host;
        // In brackets, or Java would ask for a name that begins like none.
        return InetAddress.getByName("[" + plain + "]");
    }
}
