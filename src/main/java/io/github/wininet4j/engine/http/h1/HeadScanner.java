package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.util.Arrays;

/**
 * A head while it is being read: the lines one after the other without their ends, and where each begins, divides and
 * ends.
 */
final class HeadScanner {
    /** Numbers kept for each header line: start, colon, end. */
    static final int MARKS = 3;

    private static final int EXPECTED_BYTES = 512;
    private static final int EXPECTED_LINES = 12;

    byte[] bytes;
    int end;
    int statusEnd;
    int[] marks;
    int headers;
    /** Header lines so far, those included that are no headers and were dropped. */
    int lines;

    private int lineStart;
    private int droppedBytes;
    private boolean lastDropped;

    HeadScanner(int expectedBytes, int expectedLines) {
        bytes = new byte[expectedBytes];
        marks = new int[expectedLines * MARKS];
    }

    /** Creates one of exactly the size that it needs if the whole head is here already. */
    static HeadScanner sizedFor(ReadBuffer input) {
        int lines = 0;
        int lineFeed = input.find((byte) '\n', 0);
        while (lineFeed >= 0) {
            int next = lineFeed + 1;
            if (next < input.length() && input.peek(next) == '\r') {
                next++;
            }
            if (next < input.length() && input.peek(next) == '\n') {
                return new HeadScanner(next, lines);
            }
            lines++;
            lineFeed = input.find((byte) '\n', lineFeed + 1);
        }
        return new HeadScanner(EXPECTED_BYTES, EXPECTED_LINES);
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

    /** The bytes of the head so far, those of dropped lines included. */
    int totalBytes() {
        return end + droppedBytes;
    }

    void dropCarriageReturn() {
        if (end > lineStart && bytes[end - 1] == '\r') {
            end--;
        }
    }

    /** What could end a line or a text elsewhere becomes a space (RFC 9112 section 2.2, RFC 9110 section 5.5). */
    private void cleanLine() {
        for (int i = lineStart; i < end; i++) {
            if (bytes[i] == '\r' || bytes[i] == 0) {
                bytes[i] = ' ';
            }
        }
    }

    void endStatusLine() {
        cleanLine();
        statusEnd = end;
        lineStart = end;
    }

    /** Adds the line as a header or as a continuation; a line that is neither is dropped. */
    void endHeaderLine() {
        lines++;
        cleanLine();
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
            drop();
            return;
        }
        int slot = headers * MARKS;
        if (slot == marks.length) {
            marks = Arrays.copyOf(marks, Math.max(slot * 2, EXPECTED_LINES * MARKS));
        }
        marks[slot] = lineStart;
        marks[slot + 1] = colon;
        marks[slot + 2] = end;
        headers++;
        lineStart = end;
    }

    private void drop() {
        // An empty line counts as well: it is a byte or two of the wire.
        droppedBytes += Math.max(1, end - lineStart);
        end = lineStart;
    }

    /** Joins a continuation to the header before it with one space. */
    private void fold() {
        int from = lineStart;
        while (from < end && isBlank(bytes[from])) {
            from++;
        }
        if (headers == 0 || lastDropped || from == end) {
            drop();
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
