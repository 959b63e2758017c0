package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.net.IDN;

/** Host names with characters outside ASCII, encoded as RFC 3490 says (R-WIRE-9). */
public final class IdnHost {
    /** Far above what fits into the 255 bytes of a name; encoding costs the square of the length. */
    private static final int MAX_LENGTH = 1024;

    private IdnHost() {}

    /**
     * Encodes a host for name resolution and for the Host header.
     *
     * @param host a host; IPv6 literals and ASCII names come back unchanged
     * @return the host in ASCII
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_URL} if it cannot be encoded
     */
    public static String toAscii(String host) {
        if (isAscii(host)) {
            return host;
        }
        if (host.length() > MAX_LENGTH) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL, e);
        }
    }

    private static boolean isAscii(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
