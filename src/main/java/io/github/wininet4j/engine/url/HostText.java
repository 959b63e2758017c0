package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;

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

    /**
     * Brings a host into the form that name resolution and the Host header use: no brackets, in ASCII (R-WIRE-9).
     *
     * @param host the host as given
     * @return the host to connect to
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_URL} if it holds white space or controls, or cannot be encoded
     */
    public static String forConnection(String host) {
        String bare = withoutBrackets(host);
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c <= ' ' || c == 0x7F || c == '/' || c == '\\' || c == '?' || c == '#' || c == '@') {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
            }
        }
        return IdnHost.toAscii(bare);
    }
}
