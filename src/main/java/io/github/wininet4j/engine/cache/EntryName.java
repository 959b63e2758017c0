package io.github.wininet4j.engine.cache;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The name of the file of an entry. It follows from the URL alone, so that a look-up needs no index: it is one question
 * to the file system, however many entries there are.
 */
final class EntryName {
    static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private static final int DIGEST_BYTES = 32;

    /** Room for the URLs of most requests. */
    private static final int SCRATCH_BYTES = 1024;

    private static final AtomicReference<@Nullable Scratch> SPARE = new AtomicReference<>();

    private EntryName() {}

    /** Returns the name for a URL; URLs that differ in anything, be it case or a NUL, have different ones. */
    static String of(String url) {
        Scratch scratch = SPARE.getAndSet(null);
        if (scratch == null || 2 * url.length() > scratch.input.length) {
            scratch = new Scratch(Math.max(SCRATCH_BYTES, 2 * url.length()));
        }
        try {
            return scratch.name(url);
        } finally {
            if (scratch.input.length == SCRATCH_BYTES) {
                SPARE.set(scratch);
            }
        }
    }

    /** What one name is made with. Each request asks for one, so that it is used again. */
    private static final class Scratch {
        final byte[] input;
        private final byte[] output = new byte[DIGEST_BYTES];
        private final MessageDigest digest;

        Scratch(int bytes) {
            try {
                input = new byte[bytes];
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        String name(String url) {
            for (int i = 0; i < url.length(); i++) {
                char c = url.charAt(i);
                input[2 * i] = (byte) (c >> 8);
                input[2 * i + 1] = (byte) c;
            }
            try {
                digest.update(input, 0, 2 * url.length());
                digest.digest(output, 0, DIGEST_BYTES);
            } catch (DigestException e) {
                throw new IllegalStateException(e);
            }
            return HEX.formatHex(output, 0, LENGTH / 2);
        }
    }
}
