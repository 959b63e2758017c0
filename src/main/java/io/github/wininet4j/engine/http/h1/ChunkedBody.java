package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chunked body (RFC 9112, section 7.1). What stands between two chunks is taken off as soon as it is here, so that
 * asking for data never waits and the end is known with the last byte. Lone line feeds and blanks around a size are
 * accepted; all else is an error, reported by the read that gets there, so that none before it loses its
 * data (R-READ-20, R-READ-21).
 */
final class ChunkedBody extends ResponseBody {
    private static final int MOST_AVAILABLE = 8_192;

    /** What the next byte of the buffer belongs to. */
    private enum Part {
        SIZE,
        EXTENSION,
        DATA,
        /** The line end behind a chunk's data. */
        DATA_END,
        TRAILER,
        END
    }

    private final WireLimits limits;
    private final List<String> trailers = new ArrayList<>(0);
    private Part part = Part.SIZE;
    /** The size of the chunk as far as it was read, then what is left of its data. */
    private long left;

    private boolean sizeBegun;
    private boolean sizeEnded;
    private int lineBytes;
    private int trailerBytes;
    private @Nullable StringBuilder trailer;
    private @Nullable MalformedResponseException broken;
    /** How long the line under way, or the trailers, are waited for; null before the first wait within one. */
    private @Nullable AnswerTime time;

    ChunkedBody(ReadBuffer input, WireLimits limits) {
        super(input, ResponseHead.NO_LENGTH);
        this.limits = limits;
    }

    /** Takes off whatever framing is here; stops at data, at the end, or where bytes are missing. */
    private void takeFraming() {
        try {
            while (part != Part.DATA && part != Part.END && input.length() > 0 && broken == null) {
                byte next = input.peek(0);
                input.skip(1);
                take(next);
            }
        } catch (MalformedResponseException e) {
            broken = e;
        }
        if (part == Part.END) {
            end();
        }
    }

    private void take(byte next) throws MalformedResponseException {
        if (++lineBytes > limits.lineBytes()) {
            throw new MalformedResponseException("chunk line too long");
        }
        switch (part) {
            case SIZE -> takeSize(next);
            case EXTENSION -> {
                if (next == '\n') {
                    beginChunk();
                }
            }
            case DATA_END -> takeDataEnd(next);
            default -> takeTrailer(next);
        }
    }

    private void takeSize(byte next) throws MalformedResponseException {
        int digit = Character.digit(next, 16);
        if (digit >= 0 && !sizeEnded) {
            if (left > Long.MAX_VALUE >> 4) {
                throw new MalformedResponseException("chunk too large");
            }
            left = left << 4 | digit;
            sizeBegun = true;
        } else if (HeadScanner.isBlank(next) || next == '\r') {
            sizeEnded = sizeBegun;
        } else if (next == ';' && sizeBegun) {
            part = Part.EXTENSION;
        } else if (next == '\n' && sizeBegun) {
            beginChunk();
        } else {
            throw new MalformedResponseException("bad chunk size");
        }
    }

    private void beginChunk() {
        part = left == 0 ? Part.TRAILER : Part.DATA;
        sizeBegun = false;
        sizeEnded = false;
        lineBytes = 0;
        time = null;
    }

    private void takeDataEnd(byte next) throws MalformedResponseException {
        if (next == '\n') {
            part = Part.SIZE;
            lineBytes = 0;
        } else if (next != '\r' || lineBytes > 1) {
            throw new MalformedResponseException("chunk longer than its size");
        }
    }

    private void takeTrailer(byte next) throws MalformedResponseException {
        if (++trailerBytes > limits.headBytes() || trailers.size() > limits.headers()) {
            throw new MalformedResponseException("too many trailers");
        }
        StringBuilder line = trailer;
        if (next != '\n') {
            trailer = (line == null ? new StringBuilder() : line).append((char) (next & 0xFF));
            return;
        }
        lineBytes = 0;
        trailer = null;
        String text = line == null ? "" : line.toString();
        text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (text.isEmpty()) {
            part = Part.END;
        } else if (text.indexOf(':') <= 0) {
            throw new MalformedResponseException("a trailer without a name");
        } else {
            trailers.add(text.replace('\r', ' ').replace('\0', ' '));
        }
    }

    @Override
    void inputEnded() throws MalformedResponseException {
        noteInputEnd();
        MalformedResponseException failure = broken;
        if (failure != null) {
            throw failure;
        }
    }

    /** Nothing but the last chunk tells a program that it has all data, so its absence is an error (R-PROJ-HTTP-5). */
    private void noteInputEnd() {
        if (part == Part.TRAILER) {
            // The data is whole; what is missing is the end of the trailers.
            endWithoutItsMark();
        } else if (broken == null) {
            broken = new MalformedResponseException("the connection ended before the last chunk");
        }
    }

    @Override
    long nextBytes() throws IOException {
        takeFraming();
        while ((part != Part.DATA || broken != null) && !endSeen()) {
            fetch();
            takeFraming();
        }
        return endSeen() ? 0 : left;
    }

    @Override
    void taken(int count) {
        left -= count;
        if (left == 0) {
            part = Part.DATA_END;
            lineBytes = 0;
        }
    }

    @Override
    public int buffered() throws IOException {
        if (endSeen()) {
            return 0;
        }
        takeFraming();
        if (part == Part.DATA && input.length() > 0) {
            return (int) Math.min(Math.min(left, input.length()), MOST_AVAILABLE);
        }
        if (broken == null && !endSeen() && input.length() == 0 && input.ended()) {
            noteInputEnd();
        }
        return 0;
    }

    @Override
    public int available() throws IOException {
        int here = buffered();
        while (here == 0 && !endSeen() && broken == null && input.arrived() > 0) {
            input.fill();
            here = buffered();
        }
        if (here == 0 && !endSeen() && broken == null && input.length() == 0 && !input.fillReady()) {
            return END_ARRIVED;
        }
        return here;
    }

    @Override
    void fetch() throws IOException {
        if (broken != null) {
            throw broken;
        }
        if (part != Part.DATA && (lineBytes > 0 || part == Part.TRAILER)) {
            waitsForTheRest();
        }
        super.fetch();
    }

    private void waitsForTheRest() throws IOException {
        AnswerTime waits = time;
        if (waits == null) {
            waits = new AnswerTime(receiveMillis());
            waits.begin();
            time = waits;
        }
        waits.beforeWait();
    }

    @Override
    long remaining() {
        return endSeen() ? 0 : -1;
    }

    @Override
    List<String> trailers() {
        return List.copyOf(trailers);
    }
}
