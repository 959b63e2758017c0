package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.util.Arrays;

/** A head while it is being read: the lines one after the other without their ends, and where each begins, divides and ends. */
final class HeadScanner {
    /** Numbers kept for each header line: start, colon, end. */
    static final int MARKS = 3;

    private static final int FIRST_LINES = 12;

    byte[] bytes;
    int end;
    int statusEnd;
    int[] marks = new int[FIRST_LINES * MARKS];
    int headers;
    private int lineStart;
    private boolean lastDropped;

    HeadScanner(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    /** Takes bytes of the current line from the buffer. */
    void append(ReadBuffer input, int count) {
        if (end + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end + count, bytes.length * 2));
        }
        input.take(bytes, end, count);
        end += count;
    }

    int lineLength() {
        return end - lineStart;
    }

    void dropCarriageReturn() {
        if (end > lineStart && bytes[end - 1] == '\r') {
            end--;
        }
    }

    void endStatusLine() {
        statusEnd = end;
        lineStart = end;
    }

    /** Books the current line as a header, or as more of the one before. A line that is neither is forgotten. */
    void endHeaderLine() {
        if (isBlank(bytes[lineStart])) {
            fold();
            return;
        }
        int colon = lineStart;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        lastDropped = colon == end || colon == lineStart;
        if (lastDropped) {
            end = lineStart;
            return;
        }
        int slot = headers * MARKS;
        if (slot == marks.length) {
            marks = Arrays.copyOf(marks, slot * 2);
        }
        marks[slot] = lineStart;
        marks[slot + 1] = colon;
        marks[slot + 2] = end;
        headers++;
        lineStart = end;
    }

    /** Joins a continuation to the header before it with one space. */
    private void fold() {
        int from = lineStart;
        while (from < end && isBlank(bytes[from])) {
            from++;
        }
        if (headers == 0 || lastDropped || from == end) {
            end = lineStart;
            return;
        }
        int length = end - from;
        bytes[lineStart] = ' ';
        System.arraycopy(bytes, from, bytes, lineStart + 1, length);
        end = lineStart + 1 + length;
        marks[headers * MARKS - 1] = end;
        lineStart = end;
    }

    static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }
}
