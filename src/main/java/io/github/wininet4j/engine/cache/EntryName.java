package io.github.wininet4j.engine.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of the file of an entry. It follows from the URL alone, so that a look-up needs no index: it is one question
 * to the file system, however many entries there are.
 */
final class EntryName {
    static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private EntryName() {}

    /** Returns the name for a URL; URLs that differ in anything, be it case or a NUL, have different ones. */
    static String of(String url) {
        byte[] bytes = new byte[2 * url.length()];
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            bytes[2 * i] = (byte) (c >> 8);
            bytes[2 * i + 1] = (byte) c;
        }
        return HEX.formatHex(Digest.fresh().digest(bytes), 0, LENGTH / 2);
    }

    /** A copy costs a fraction of a search among the providers. */
    private static final class Digest {
        private static final MessageDigest EMPTY = create();

        private static MessageDigest create() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        static MessageDigest fresh() {
            try {
                return (MessageDigest) EMPTY.clone();
            } catch (CloneNotSupportedException e) {
                // Not every provider can.
                return create();
            }
        }
    }
}
