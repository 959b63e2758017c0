package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/** A read buffer in the shape that HttpCore's decoders take. The stream parameters are ignored: the buffer has its own source. */
final class HttpCoreInput implements SessionInputBuffer {
    private static final int MAX_LINE = 65_536;

    private final ReadBuffer buffer;
    private boolean lineCut;

    HttpCoreInput(ReadBuffer buffer) {
        this.buffer = buffer;
    }

    /** Whether a line that was read ended with the source instead of a line end. */
    boolean lineCut() {
        return lineCut;
    }

    @Override
    public int length() {
        return buffer.length();
    }

    @Override
    public int capacity() {
        return buffer.capacity();
    }

    @Override
    public int available() {
        return buffer.room();
    }

    @Override
    public int read(byte[] target, int offset, int count, InputStream ignored) throws IOException {
        return buffer.read(target, offset, count);
    }

    @Override
    public int read(byte[] target, InputStream ignored) throws IOException {
        return buffer.read(target, 0, target.length);
    }

    @Override
    public int read(InputStream ignored) throws IOException {
        return buffer.read();
    }

    /** Reads a line as Latin-1, without its CR LF or LF. It is taken as a whole, so that a timeout amid a line loses nothing. */
    @Override
    public int readLine(CharArrayBuffer line, InputStream ignored) throws IOException {
        int lineStart = line.length();
        int seen = 0;
        while (true) {
            int end = buffer.find((byte) '\n', seen);
            if (line.length() - lineStart + (end < 0 ? buffer.length() : end) > MAX_LINE) {
                throw new MessageConstraintException("line too long");
            }
            if (end >= 0) {
                take(line, end);
                buffer.skip(1);
                if (line.length() > lineStart && line.charAt(line.length() - 1) == '\r') {
                    line.setLength(line.length() - 1);
                }
                return line.length() - lineStart;
            }
            if (buffer.room() == 0) {
                take(line, buffer.length());
            }
            seen = buffer.length();
            if (!buffer.fill()) {
                take(line, buffer.length());
                lineCut |= line.length() > lineStart;
                return line.length() == lineStart ? -1 : line.length() - lineStart;
            }
        }
    }

    private void take(CharArrayBuffer line, int count) {
        for (int i = 0; i < count; i++) {
            line.append((char) (buffer.peek(i) & 0xFF));
        }
        buffer.skip(count);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return new BasicHttpTransportMetrics();
    }
}
