package io.github.wininet4j.engine.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses written as numbers, which need no look-up. */
public final class AddressLiteral {
    private AddressLiteral() {}

    /** Returns whether a host is an IPv6 literal without brackets or a dotted IPv4 literal of four numbers. */
    public static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || isDottedQuad(host);
    }

    private static boolean isDottedQuad(String host) {
        int dots = 0;
        int number = -1;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + (c - '0');
                if (number > 255) {
                    return false;
                }
            } else if (c == '.' && number >= 0) {
                dots++;
                number = -1;
            } else {
                return false;
            }
        }
        return dots == 3 && number >= 0;
    }

    /** Reads a literal, without asking for names; a URL writes the percent sign before a scope id as {@code %25}. */
    public static InetAddress parse(String host) throws UnknownHostException {
        int scope = host.indexOf("%25");
        // "%25" alone is the scope id 25.
        boolean escaped = scope >= 0 && scope + 3 < host.length();
        String plain = escaped ? host.substring(0, scope + 1) + host.substring(scope + 3) : host;
        return InetAddress.getByName(plain);
    }
}
