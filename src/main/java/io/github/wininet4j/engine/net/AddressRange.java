package io.github.wininet4j.engine.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits (RFC 4632, RFC 4291 section 2.3).
 *
 * @param address an address of the range
 * @param bits how many bits count
 */
public record AddressRange(byte[] address, int bits) {
    /** Reads {@code address/bits}; null if the text is anything else. */
    public static @Nullable AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? "" : text.substring(0, slash);
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (bits.isEmpty() || bits.length() > 3 || !bits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        byte[] address = bytes(host);
        int count = Integer.parseInt(bits);
        return address == null || count > address.length * Byte.SIZE ? null : new AddressRange(address, count);
    }

    /** Reads an address literal; null if the text is none. It is never looked up. */
    public static @Nullable InetAddress literal(String text) {
        if (!AddressLiteral.isLiteral(text)) {
            return null;
        }
        try {
            return AddressLiteral.parse(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static byte @Nullable [] bytes(String literal) {
        InetAddress address = literal(literal);
        return address == null ? null : address.getAddress();
    }

    /** Whether an address literal is one of them; false for a name. */
    public boolean contains(String host) {
        byte[] other = bytes(host);
        if (other == null || other.length != address.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i & 7);
            if (((address[i >> 3] ^ other[i >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
