package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.Inflater;

/** The bytes of a coded body, taken off it in pieces. */
final class CodedInput {
    private final ContentStream body;
    private final byte[] piece;
    private int from;
    private int to;

    CodedInput(ContentStream body, byte[] piece) {
        this.body = body;
        this.piece = piece;
    }

    /** Waits until some bytes are here, at most as many as a piece has; false if the body ends before. */
    boolean holds(int count) throws IOException {
        while (to - from < count) {
            if (from == to) {
                from = 0;
                to = 0;
            }
            int more = body.read(piece, to, piece.length - to);
            if (more < 0) {
                return false;
            }
            to += more;
        }
        return true;
    }

    /** Returns one of the bytes that are here without taking it. */
    int peek(int index) {
        return piece[from + index] & 0xFF;
    }

    /** Takes one byte, which has to follow. */
    int next() throws IOException {
        require();
        return piece[from++] & 0xFF;
    }

    /** Gives what is here to an inflater that wants more. */
    void feed(Inflater inflater) throws IOException {
        require();
        inflater.setInput(piece, from, to - from);
        from = to;
    }

    /** Takes back what an inflater has left of the bytes that it was given last. */
    void takeBack(Inflater inflater) {
        from = to - inflater.getRemaining();
    }

    private void require() throws IOException {
        if (from == to && !holds(1)) {
            throw new EOFException("unexpected end of coded data");
        }
    }

    /** Drops what is here and all that follows. */
    void drop() throws IOException {
        do {
            from = to;
        } while (holds(1));
    }
}
