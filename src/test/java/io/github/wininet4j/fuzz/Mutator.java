package io.github.wininet4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs out of others: some bytes changed, words put in, parts repeated, dropped or taken from elsewhere. */
final class Mutator {
    private static final int MAX_LENGTH = 600;

    /** Numbers and characters at which parsers change their minds. */
    private static final List<String> EDGES = List.of(
            "0",
            "-1",
            "1",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "4294967296",
            "18446744073709551616",
            "%00",
            "%2f",
            "%",
            "\0",
            "\t",
            "\r",
            "\n",
            "\r\n",
            " ",
            "\u007F",
            "\u0080",
            "\u00E4",
            "\u00FF",
            "\u0131",
            "\u212A",
            "\uFF0F",
            "\uFF1B",
            "\u3002",
            "\uD800",
            "\uDC80",
            "\uD83D\uDE00",
            "\uFFFF");

    private final Random random;
    private final List<byte[]> words = new ArrayList<>();

    Mutator(Random random, List<String> words) {
        this.random = random;
        words.forEach(word -> this.words.add(FuzzText.bytes(word)));
        EDGES.forEach(word -> this.words.add(FuzzText.bytes(word)));
    }

    /** Makes an input from nothing but words. */
    byte[] sentence() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(14); i > 0; i--) {
            out.writeBytes(word());
        }
        return out.toByteArray();
    }

    /** Changes an input in one to six ways. */
    byte[] mutate(byte[] input, byte[] other) {
        byte[] result = input;
        for (int i = random.nextInt(6); i >= 0; i--) {
            result = once(result, other);
        }
        return result.length > MAX_LENGTH ? Arrays.copyOf(result, MAX_LENGTH) : result;
    }

    private byte[] once(byte[] input, byte[] other) {
        int start = random.nextInt(input.length + 1);
        int end = start + random.nextInt(Math.min(input.length - start, 20) + 1);
        return switch (random.nextInt(9)) {
            case 0 -> changed(input, start);
            case 1 -> replaced(input, start, end, new byte[0]);
            case 2 -> replaced(input, start, end, Arrays.copyOfRange(input, start, end));
            case 3 -> replaced(input, end, end, Arrays.copyOfRange(input, start, end));
            case 4 -> Arrays.copyOf(input, start);
            case 5 -> replaced(input, start, end, slice(other));
            case 6 -> replaced(input, start, start, repeated(word()));
            case 7 -> replaced(input, start, end, word());
            default -> replaced(input, start, start, word());
        };
    }

    private byte[] word() {
        return words.get(random.nextInt(words.size()));
    }

    private byte[] slice(byte[] of) {
        int start = random.nextInt(of.length + 1);
        return Arrays.copyOfRange(of, start, start + random.nextInt(of.length - start + 1));
    }

    private byte[] repeated(byte[] word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1 << random.nextInt(7); i > 0; i--) {
            out.writeBytes(word);
        }
        return out.toByteArray();
    }

    private byte[] changed(byte[] input, int at) {
        byte[] result = input.clone();
        if (at < result.length) {
            result[at] = (byte) (random.nextBoolean() ? result[at] ^ 1 << random.nextInt(8) : random.nextInt());
        }
        return result;
    }

    private static byte[] replaced(byte[] input, int start, int end, byte[] with) {
        byte[] result = Arrays.copyOf(input, input.length - (end - start) + with.length);
        System.arraycopy(with, 0, result, start, with.length);
        System.arraycopy(input, end, result, start + with.length, input.length - end);
        return result;
    }
}
