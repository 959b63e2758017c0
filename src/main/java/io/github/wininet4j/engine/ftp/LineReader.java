package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads lines that end with LF, or CR LF. What is longer than the limit is read over, up to a bound. */
final class LineReader {
    /** Whoever sends more without an end of line does not send lines. */
    private static final int LONGEST = 1_048_576;

    private final ReadBuffer input;
    private final NameText text;
    private final int limit;
    private int length;
    private long bytes;

    LineReader(ReadBuffer input, NameText text, int limit) {
        this.input = input;
        this.text = text;
        this.limit = limit;
    }

    /** How many bytes were read since the last question. */
    int takeCount() {
        int count = (int) Math.min(bytes, Integer.MAX_VALUE);
        bytes = 0;
        return count;
    }

    /** Whether the last line was longer than the limit, so that its end is missing. */
    boolean wasCut() {
        return length > limit;
    }

    /**
     * Reads a line.
     *
     * @param time how long it may take
     * @return the line without its end, or null if there is none
     * @throws InvalidReplyException if it does not end
     */
    @Nullable
    String next(AnswerTime time) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        length = 0;
        int next = read(time);
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            bytes++;
            if (length++ < limit) {
                line.write(next);
            }
            if (length > LONGEST) {
                throw new InvalidReplyException("a line does not end");
            }
            next = read(time);
        }
        bytes++;
        byte[] read = line.toByteArray();
        int end = read.length;
        while (end > 0 && read[end - 1] == '\r') {
            end--;
        }
        return text.decode(read, end);
    }

    private int read(AnswerTime time) throws IOException {
        if (input.length() == 0) {
            time.beforeWait();
        }
        int next = input.read();
        time.begin();
        return next;
    }
}
