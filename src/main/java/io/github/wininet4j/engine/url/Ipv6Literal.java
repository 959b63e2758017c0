package io.github.wininet4j.engine.url;

/** IPv6 addresses as hosts: in brackets, with or without a scope (page IP Version 6 Support). */
final class Ipv6Literal {
    private Ipv6Literal() {}

    /**
     * Returns whether a host is an IPv6 literal.
     *
     * @param host a host, with or without brackets
     * @return whether it has brackets or more than one colon
     */
    static boolean isLiteral(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]");
        }
        int colon = host.indexOf(':');
        return colon >= 0 && host.indexOf(':', colon + 1) >= 0;
    }

    /**
     * Returns the literal as a URL takes it: brackets, the {@code %} before the scope escaped (R-URL-6, R-URL-7).
     *
     * @param host an IPv6 literal as address-to-string functions give it, with or without brackets
     * @return the literal
     */
    static String forUrl(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return '[' + bare.replace("%", "%25") + ']';
    }
}
