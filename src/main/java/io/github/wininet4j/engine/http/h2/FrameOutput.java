package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameConsts;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;

/** Puts frames together and writes several at once. {@link FrameWriter} lets one thread do so at a time. */
final class FrameOutput {
    /** The largest payload that is sent: with its head a frame fits into one record of TLS. */
    static final int MAX_PAYLOAD = FrameInput.MAX_PAYLOAD - FrameConsts.HEAD_LEN;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAMES = 4;
    private static final int LARGE = MAX_PAYLOAD / 2;

    private final FrameFactory factory = DefaultFrameFactory.INSTANCE;
    private final FrameOutputBuffer encoder = new FrameOutputBuffer(MAX_PAYLOAD);
    private final Gathered gathered;

    /**
     * Creates one.
     *
     * @param connection where it writes
     * @param others whether another thread waits to add to what is written next
     */
    FrameOutput(Connection connection, BooleanSupplier others) {
        this.gathered = new Gathered(connection.output(), others);
    }

    /** Frames that wait to be written together. */
    private static final class Gathered extends OutputStream {
        private final OutputStream output;
        private final BooleanSupplier others;
        private final ByteBuffer frames = ByteBuffer.allocate(FRAMES * (FrameConsts.HEAD_LEN + MAX_PAYLOAD));
        private volatile boolean pending;

        Gathered(OutputStream output, BooleanSupplier others) {
            this.output = output;
            this.others = others;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (length >= LARGE && frames.position() == 0 && !others.getAsBoolean()) {
                // It would be written next, alone: a copy of its data is saved.
                output.write(source, offset, length);
                return;
            }
            if (frames.remaining() < length) {
                flush();
            }
            pending = true;
            frames.put(source, offset, length);
        }

        @Override
        public void flush() throws IOException {
            int length = frames.position();
            // What failed to be written is not written again.
            frames.clear();
            pending = false;
            output.write(frames.array(), 0, length);
        }
    }

    private void put(RawFrame frame) throws IOException {
        encoder.write(frame, gathered);
    }

    /** Begins the connection: preface, settings, and by how much its receive window grows. */
    void begin(int windowGrowth, H2Setting... settings) throws IOException {
        gathered.write(PREFACE);
        put(factory.createSettings(settings));
        put(factory.createWindowUpdate(0, windowGrowth));
    }

    /** Returns whether frames wait to be written. Any thread may ask. */
    boolean isPending() {
        return gathered.pending;
    }

    /** Writes what was put together. */
    void flush() throws IOException {
        gathered.flush();
    }

    /** Puts a header block, in as many frames as it needs. */
    void headers(int stream, byte[] block, int length, boolean ends) throws IOException {
        int sent = 0;
        do {
            int count = Math.min(length - sent, MAX_PAYLOAD);
            ByteBuffer part = ByteBuffer.wrap(block, sent, count);
            boolean last = sent + count == length;
            put(
                    sent == 0
                            ? factory.createHeaders(stream, part, last, ends)
                            : factory.createContinuation(stream, part, last));
            sent += count;
        } while (sent < length);
    }

    /** Puts data that the windows have room for. */
    void data(int stream, ByteBuffer data, boolean ends) throws IOException {
        put(factory.createData(stream, data, ends));
    }

    void reset(int stream, H2Error error) throws IOException {
        put(factory.createResetStream(stream, error));
    }

    void windowUpdate(int stream, int growth) throws IOException {
        put(factory.createWindowUpdate(stream, growth));
    }

    void settingsAck() throws IOException {
        put(factory.createSettingsAck());
    }

    void ping(long data, boolean answer) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(Long.BYTES).putLong(data).flip();
        put(answer ? factory.createPingAck(payload) : factory.createPing(payload));
    }

    void goAway(H2Error error) throws IOException {
        put(factory.createGoAway(0, error, null));
    }
}
