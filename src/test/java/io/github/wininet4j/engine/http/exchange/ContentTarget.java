package io.github.wininet4j.engine.http.exchange;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.http.stream.ArrayContent;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Coded bodies; the first byte chooses the coding. Whatever the size of reads, the same bytes come out and then the end
 * or the one error. Only the beginning is looked at, for little input can become much.
 */
public final class ContentTarget implements FuzzTarget {
    private static final int MOST = 20_000;

    /** What one input does to them must not change the next. */
    private final Inflaters inflaters = new Inflaters();

    /** Creates the target. */
    public ContentTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        if (input.length == 0) {
            return "nothing";
        }
        String coding = (input[0] & 1) == 0 ? "gzip" : "deflate";
        byte[] coded = Arrays.copyOfRange(input, 1, input.length);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        String outcome = read(coding, coded, 7, small);
        String other = read(coding, coded, 4096, large);
        if (small.size() < MOST) {
            check(outcome.equals(other), "the same end whatever the pieces");
            // What an error cuts off depends on how much was asked for.
            check(!outcome.equals("end") || Arrays.equals(small.toByteArray(), large.toByteArray()), "the same bytes");
        }
        return coding + ", " + outcome;
    }

    private String read(String coding, byte[] coded, int step, OutputStream to) throws IOException {
        DecodedContent content = new DecodedContent(new ArrayContent(coded), coding, inflaters);
        byte[] piece = new byte[step];
        int total = 0;
        try {
            while (total < MOST) {
                int count = content.read(piece, 0, step);
                if (count < 0) {
                    check(content.read(piece, 0, step) < 0, "an end that stays");
                    return "end";
                }
                check(count > 0, "progress");
                to.write(piece, 0, count);
                total += count;
            }
            return "much";
        } catch (ZipException e) {
            return "cannot be decoded";
        }
    }

    private static String coded(boolean gzip, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return FuzzText.of(bytes.toByteArray());
    }

    @Override
    public List<String> words() {
        return List.of(
                "\2",
                "\3",
                coded(true, "hello, hello"),
                coded(true, ""),
                coded(false, "hello, hello"),
                "\37\uDC8B\10\0\0\0\0\0\0\0",
                "\37\uDC8B\10\10\0\0\0\0\0\0name\0",
                "\37\uDC8B\10\36\0\0\0\0\0\0\4\0abcd",
                "x\uDC9C",
                "x\uDCBB\0\0\0\1",
                "\3\0",
                "\1\5\0\uDCFA\uDCFFhello");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.exchange");
    }
}
