package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A chunked body. HttpCore decodes it; what is added is to see beforehand whether the lines between two chunks are here as a whole, so
 * that asking for data that is here never waits. HttpCore enters a chunk only by reading from it, so a chunk's first byte may be taken
 * early and is held until somebody wants it.
 */
final class ChunkedBody extends ResponseBody {
    private static final int MOST_AVAILABLE = 8_192;
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(WireLimits.DEFAULT.headers())
            .setMaxLineLength(WireLimits.DEFAULT.lineBytes())
            .build();

    private final HttpCoreInput lines;
    private final ChunkedInputStream chunks;
    /** Whether a chunk was begun: the line end of its data stands before the next size. */
    private boolean begun;
    /** What was met in looking beforehand; told by the read that comes there, so that none before it loses its data. */
    private @Nullable MalformedResponseException broken;

    private final byte[] held = new byte[1];
    private boolean holding;

    ChunkedBody(ReadBuffer input) {
        super(input, ResponseHead.NO_LENGTH);
        lines = new HttpCoreInput(input);
        chunks = new ChunkedInputStream(lines, InputStream.nullInputStream(), LIMITS);
    }

    @Override
    int readSome(byte[] target, int offset, int count) throws IOException {
        if (!holding) {
            return decode(target, offset, count);
        }
        target[offset] = held[0];
        holding = false;
        int more = Math.min(count - 1, chunks.available());
        return more == 0 ? 1 : 1 + Math.max(0, decode(target, offset + 1, more));
    }

    private int decode(byte[] target, int offset, int count) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            int got = chunks.read(target, offset, count);
            begun = true;
            if (got < 0) {
                finish();
            }
            return got;
        } catch (TruncatedChunkException | ConnectionClosedException e) {
            cutShort();
            return -1;
        } catch (MalformedChunkCodingException e) {
            if (input.ended() && input.length() == 0) {
                cutShort();
                return -1;
            }
            throw new MalformedResponseException("bad chunk", e);
        } catch (MessageConstraintException e) {
            throw new MalformedResponseException("chunk line too long", e);
        }
    }

    /** Enters the next chunk or meets the end. */
    private void step() throws IOException {
        holding = decode(held, 0, 1) == 1;
    }

    private void look() throws IOException {
        try {
            step();
        } catch (MalformedResponseException e) {
            broken = e;
        }
    }

    private void finish() {
        if (lines.lineCut()) {
            cutShort();
        } else {
            end();
        }
    }

    @Override
    public int buffered() throws IOException {
        if (endSeen()) {
            return 0;
        }
        if (!holding && broken == null && chunks.available() == 0) {
            if (nextSizeIsHere()) {
                look();
            } else if (input.length() == 0 && input.ended()) {
                cutShort();
            }
        }
        return endSeen() ? 0 : Math.min(chunks.available() + (holding ? 1 : 0), MOST_AVAILABLE);
    }

    /** Looks for the line end of a chunk's data, the next size, and a byte of its data or, after the last one, the trailers. */
    private boolean nextSizeIsHere() {
        int at = 0;
        if (begun) {
            at = input.find((byte) '\n', 0) + 1;
            if (at == 0) {
                return false;
            }
        }
        int sizeEnd = input.find((byte) '\n', at);
        if (sizeEnd < 0) {
            return false;
        }
        return isZero(at, sizeEnd) ? trailersAreHere(sizeEnd + 1) : sizeEnd + 1 < input.length();
    }

    private boolean isZero(int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            byte b = input.peek(i);
            if (b == '0') {
                digits++;
            } else if (!HeadScanner.isBlank(b)) {
                return digits > 0 && (b == ';' || b == '\r');
            }
        }
        return digits > 0;
    }

    private boolean trailersAreHere(int from) {
        int lineStart = from;
        int lineEnd = input.find((byte) '\n', lineStart);
        while (lineEnd >= 0) {
            boolean empty = lineEnd == lineStart || (lineEnd == lineStart + 1 && input.peek(lineStart) == '\r');
            if (empty) {
                return true;
            }
            lineStart = lineEnd + 1;
            lineEnd = input.find((byte) '\n', lineStart);
        }
        return input.ended();
    }

    @Override
    public int available() throws IOException {
        int here = buffered();
        while (here == 0 && !endSeen() && input.room() > 0 && input.arrived() > 0) {
            input.fill();
            here = buffered();
        }
        return here;
    }

    @Override
    void fetch() throws IOException {
        // A line longer than the buffer, or one that the end cut, has to be taken as it comes.
        if (broken != null || input.room() == 0 || (!input.fill() && input.length() > 0)) {
            step();
        }
    }

    @Override
    long remaining() {
        return endSeen() ? 0 : -1;
    }

    @Override
    List<String> trailers() {
        return Arrays.stream(chunks.getFooters()).map(Object::toString).toList();
    }
}
