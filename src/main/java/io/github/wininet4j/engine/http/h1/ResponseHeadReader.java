package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.http.stream.NoResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * Reads response heads as leniently as WinInet does: any HTTP version, no reason, lone line feeds, folded lines, and
 * answers that have no head at all (R-SEND-13, R-SEND-14).
 */
public final class ResponseHeadReader {
    private static final byte[] PREFIX = {'H', 'T', 'T', 'P', '/'};
    /** Line ends left over from the body before are skipped, but no more than these. */
    private static final int STRAY_BYTES = 4;

    private final ReadBuffer input;
    private final WireLimits limits;
    private final AnswerTime time;
    /** Whether the connection ended within the head. */
    private boolean cut;

    private ResponseHeadReader(ReadBuffer input, WireLimits limits, AnswerTime time) {
        this.input = input;
        this.limits = limits;
        this.time = time;
    }

    /**
     * Reads one head. After it the buffer stands at the first byte of the body. Heads with a 1xx status are returned
     * like others; the caller reads on for the final one.
     *
     * @param input the connection's bytes
     * @param limits what is too much
     * @param time how long the head may take, together with those that were read with the same time before
     * @return the head; for an answer without one a made-up 200, with all bytes left in the buffer. A connection that
     *     ends after the status line ends the head (R-SEND-24)
     * @throws NoResponseException if the connection ends before there is a status line
     * @throws MalformedResponseException if it is no head or exceeds the limits
     * @throws SocketTimeoutException if it takes too long, however steadily bytes arrive
     * @throws IOException if the connection fails
     */
    public static ResponseHead read(ReadBuffer input, WireLimits limits, AnswerTime time) throws IOException {
        return new ResponseHeadReader(input, limits, time).read();
    }

    private ResponseHead read() throws IOException {
        if (input.length() == 0 && !fill()) {
            throw new NoResponseException(false);
        }
        time.begin();
        int stray = strayBytes();
        if (!startsLikeHttp(stray)) {
            return ResponseHead.headless();
        }
        input.skip(stray);
        HeadScanner text = HeadScanner.sizedFor(input);
        readLine(text);
        text.endStatusLine();
        while (!cut && readLine(text) > 0) {
            text.endHeaderLine();
            if (text.lines > limits.headers()) {
                throw new MalformedResponseException("too many headers");
            }
        }
        return ResponseHead.of(text);
    }

    private int strayBytes() throws IOException {
        int stray = 0;
        while (stray < STRAY_BYTES && has(stray) && (input.peek(stray) == '\r' || input.peek(stray) == '\n')) {
            stray++;
        }
        return stray;
    }

    private boolean startsLikeHttp(int start) throws IOException {
        for (int i = 0; i < PREFIX.length; i++) {
            if (!has(start + i)) {
                if (i == 0) {
                    // Line ends and nothing else.
                    return false;
                }
                throw new NoResponseException(true);
            }
            if (ResponseHead.upper(input.peek(start + i)) != PREFIX[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean has(int index) throws IOException {
        while (input.length() <= index) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        time.beforeWait();
        return input.fill();
    }

    /** Appends the next line and returns its length without line end. */
    private int readLine(HeadScanner text) throws IOException {
        int seen = 0;
        while (true) {
            int lineFeed = input.find((byte) '\n', seen);
            int count = lineFeed < 0 ? input.length() : lineFeed;
            // The carriage return is not part of the line, but the last byte may or may not be one.
            checkLength(text, count - 1);
            if (lineFeed >= 0) {
                text.append(input, lineFeed);
                input.skip(1);
                text.dropCarriageReturn();
                checkLength(text, 0);
                return text.lineLength();
            }
            if (input.length() == input.capacity()) {
                text.append(input, count);
            }
            seen = input.length();
            if (!fill()) {
                text.append(input, seen);
                cut = true;
                if (text.end == 0) {
                    throw new NoResponseException(true);
                }
                return text.lineLength();
            }
        }
    }

    private void checkLength(HeadScanner text, int more) throws MalformedResponseException {
        if (text.lineLength() + more > limits.lineBytes() || text.totalBytes() + more > limits.headBytes()) {
            throw new MalformedResponseException("head too long");
        }
    }
}
