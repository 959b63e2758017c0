package io.github.wininet4j.engine.url;

/** IPv6 addresses as hosts: in brackets, with or without a scope (page IP Version 6 Support). */
public final class Ipv6Literal {
    private static final String ESCAPED_PERCENT = "%25";

    private Ipv6Literal() {}

    /**
     * Tells whether a host is an IPv6 literal.
     *
     * @param host a host, with or without brackets
     * @return whether it has brackets or more than one colon
     */
    public static boolean isLiteral(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]");
        }
        int colon = host.indexOf(':');
        return colon >= 0 && host.indexOf(':', colon + 1) >= 0;
    }

    /**
     * Returns the address as sockets take it: no brackets, the scope behind a bare {@code %} (R-URL-6).
     *
     * @param host an IPv6 literal, with or without brackets
     * @return the address
     */
    public static String address(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int percent = bare.indexOf(ESCAPED_PERCENT);
        return percent < 0 || percent + ESCAPED_PERCENT.length() == bare.length()
                ? bare
                : bare.substring(0, percent + 1) + bare.substring(percent + ESCAPED_PERCENT.length());
    }

    /**
     * Returns the literal as the Host header takes it: brackets, no scope (R-WIRE-8).
     *
     * @param host an IPv6 literal, with or without brackets
     * @return the literal
     */
    public static String forHeader(String host) {
        String bare = address(host);
        int percent = bare.indexOf('%');
        return '[' + (percent < 0 ? bare : bare.substring(0, percent)) + ']';
    }

    /**
     * Returns the literal as a URL takes it: brackets, the {@code %} before the scope escaped (R-URL-6, R-URL-7).
     *
     * @param host an IPv6 literal as address-to-string functions give it, with or without brackets
     * @return the literal
     */
    public static String forUrl(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return '[' + bare.replace("%", ESCAPED_PERCENT) + ']';
    }
}
