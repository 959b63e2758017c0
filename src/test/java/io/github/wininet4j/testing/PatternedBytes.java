package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Endless content in which each byte is known from its offset. It repeats after a prime number of bytes, so that blocks
 * that are lost, doubled or exchanged do not go unnoticed.
 */
public final class PatternedBytes {
    private static final int PERIOD = 65_521;
    private static final byte[] BLOCK = new byte[PERIOD];

    static {
        new Random(4711).nextBytes(BLOCK);
    }

    private PatternedBytes() {}

    /**
     * Returns a part of the content.
     *
     * @param offset where it starts, in bytes
     * @param count how many bytes
     * @return the part
     */
    public static byte[] bytes(long offset, int count) {
        byte[] part = new byte[count];
        int done = 0;
        while (done < count) {
            int from = (int) ((offset + done) % PERIOD);
            int some = Math.min(count - done, PERIOD - from);
            System.arraycopy(BLOCK, from, part, done, some);
            done += some;
        }
        return part;
    }

    /**
     * Checks bytes against the content.
     *
     * @param offset where they should stand in the content, in bytes
     * @param bytes holds them
     * @param start the index of the first of them
     * @param count how many there are
     * @throws AssertionError at the first that differs
     */
    public static void assertAt(long offset, byte[] bytes, int start, int count) {
        int done = 0;
        while (done < count) {
            int from = (int) ((offset + done) % PERIOD);
            int some = Math.min(count - done, PERIOD - from);
            int different = Arrays.mismatch(bytes, start + done, start + done + some, BLOCK, from, from + some);
            if (different >= 0) {
                throw new AssertionError("the byte at offset " + (offset + done + different) + " is "
                        + bytes[start + done + different] + ", expected " + BLOCK[from + different]);
            }
            done += some;
        }
    }

    /**
     * Writes the first bytes of the content to a file.
     *
     * @param file the file, made or overwritten
     * @param size how many bytes
     * @return the file
     */
    public static Path write(Path file, long size) {
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = size;
            while (left > 0) {
                int some = (int) Math.min(left, PERIOD);
                out.write(BLOCK, 0, some);
                left -= some;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
