package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Host names as callers and URLs write them. */
public final class HostText {
    private static final String DELIMITERS = "/\\?#@";

    /** What a host outside ASCII may turn into beside letters and digits; any ASCII name is up to name resolution. */
    private static final String MARKS = "-._";

    private HostText() {}

    /**
     * Takes the brackets off an IPv6 literal, which InternetConnect accepts with or without them (R-CONN-2), and writes
     * its scope id as sockets want it (R-URL-6).
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
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_URL} if it holds white space or controls, or cannot be
     *     encoded
     */
    public static String forConnection(String host) {
        String bare = withoutBrackets(host);
        String ascii = IdnHost.toAscii(bare);
        // What is sent counts: encoding turns characters such as U+FF0F and U+FF1B into delimiters.
        boolean encoded = !ascii.equals(bare);
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (encoded ? !isOfName(c) : c <= ' ' || c >= 0x7F || DELIMITERS.indexOf(c) >= 0) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
            }
        }
        return ascii;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    /**
     * Brings the host of a URL that came in a header to text: its bytes are UTF-8 (R-REDIR-20).
     *
     * @param host a host, each character above ASCII a byte of the wire
     * @return the host in Unicode, or as it was if its bytes are no UTF-8
     */
    public static String fromHeader(String host) {
        byte[] bytes = new byte[host.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = host.charAt(i);
            if (c > 0xFF) {
                return host;
            }
            bytes[i] = (byte) c;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return host;
        }
    }
}
