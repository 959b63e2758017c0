package io.github.wininet4j.engine.url;

/** Host names as callers and URLs write them. */
public final class HostText {
    private HostText() {}

    /**
     * Takes the brackets off an IPv6 literal, which InternetConnect accepts with or without them (R-CONN-2), and writes its scope id as
     * sockets want it (R-URL-6).
     *
     * @param host the host as given
     * @return the host without brackets
     */
    public static String withoutBrackets(String host) {
        boolean bracketed = host.length() > 2 && host.charAt(0) == '[' && host.charAt(host.length() - 1) == ']';
        return bracketed ? host.substring(1, host.length() - 1).replace("%25", "%") : host;
    }
}
