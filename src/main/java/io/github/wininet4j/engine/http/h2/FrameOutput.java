package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http2.H2Error;

/** Puts frames together and writes several at once. {@link FrameWriter} lets one thread do so at a time. */
final class FrameOutput {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SETTING = 6;
    private static final int FRAMES = 4;

    private final OutputStream output;
    private final ByteBuffer frames = ByteBuffer.allocate(FRAMES * (FrameType.HEAD + FrameType.MAX_PAYLOAD));
    private volatile boolean pending;

    FrameOutput(Connection connection) {
        this.output = connection.output();
    }

    /** Begins the connection: preface, settings as pairs of number and value, and the connection's receive window. */
    void begin(int[][] settings, int windowGrowth) throws IOException {
        frames.put(PREFACE);
        head(SETTING * settings.length, FrameType.SETTINGS, 0, 0);
        for (int[] setting : settings) {
            frames.putShort((short) setting[0]).putInt(setting[1]);
        }
        head(Integer.BYTES, FrameType.WINDOW_UPDATE, 0, 0).putInt(windowGrowth);
    }

    private ByteBuffer head(int length, int type, int flags, int stream) throws IOException {
        if (frames.remaining() < FrameType.HEAD + length) {
            flush();
        }
        pending = true;
        return frames.putInt(length << Byte.SIZE | type).put((byte) flags).putInt(stream);
    }

    /** Returns whether frames wait to be written. Any thread may ask. */
    boolean isPending() {
        return pending;
    }

    /** Writes what was put together. */
    void flush() throws IOException {
        int length = frames.position();
        // What failed to be written is not written again.
        frames.clear();
        pending = false;
        output.write(frames.array(), 0, length);
    }

    /** Puts a header block, in as many frames as it needs. */
    void headers(int stream, byte[] block, int length, boolean ends, int maxPayload) throws IOException {
        int sent = 0;
        do {
            int count = Math.min(length - sent, maxPayload);
            boolean last = sent + count == length;
            int flags = (last ? FrameType.END_HEADERS : 0) | (sent == 0 && ends ? FrameType.END_STREAM : 0);
            head(count, sent == 0 ? FrameType.HEADERS : FrameType.CONTINUATION, flags, stream)
                    .put(block, sent, count);
            sent += count;
        } while (sent < length);
    }

    /** Puts data that the windows have room for. */
    void data(int stream, ByteBuffer data, boolean ends) throws IOException {
        head(data.remaining(), FrameType.DATA, ends ? FrameType.END_STREAM : 0, stream)
                .put(data);
    }

    void reset(int stream, H2Error error) throws IOException {
        head(Integer.BYTES, FrameType.RST_STREAM, 0, stream).putInt(error.getCode());
    }

    void windowUpdate(int stream, int growth) throws IOException {
        head(Integer.BYTES, FrameType.WINDOW_UPDATE, 0, stream).putInt(growth);
    }

    void settingsAck() throws IOException {
        head(0, FrameType.SETTINGS, FrameType.ACK, 0);
    }

    void ping(long data, boolean answer) throws IOException {
        head(Long.BYTES, FrameType.PING, answer ? FrameType.ACK : 0, 0).putLong(data);
    }

    void goAway(H2Error error) throws IOException {
        head(2 * Integer.BYTES, FrameType.GOAWAY, 0, 0).putInt(0).putInt(error.getCode());
    }
}
