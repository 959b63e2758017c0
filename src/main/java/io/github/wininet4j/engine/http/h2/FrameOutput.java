package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http2.H2Error;

/** Writes frames. The caller sees to it that one thread does so at a time. */
final class FrameOutput {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SETTING = 6;

    private final OutputStream output;
    private final ByteBuffer frame = ByteBuffer.allocate(FrameType.HEAD + FrameType.MAX_PAYLOAD);

    FrameOutput(Connection connection) {
        this.output = connection.output();
    }

    /** Begins the connection: preface, settings as pairs of number and value, and the connection's receive window. */
    void begin(int[][] settings, int windowGrowth) throws IOException {
        frame.clear().put(PREFACE);
        head(SETTING * settings.length, FrameType.SETTINGS, 0, 0);
        for (int[] setting : settings) {
            frame.putShort((short) setting[0]).putInt(setting[1]);
        }
        head(Integer.BYTES, FrameType.WINDOW_UPDATE, 0, 0).putInt(windowGrowth);
        flush();
    }

    private ByteBuffer head(int length, int type, int flags, int stream) {
        return frame.putInt(length << Byte.SIZE | type).put((byte) flags).putInt(stream);
    }

    private void flush() throws IOException {
        output.write(frame.array(), 0, frame.position());
        frame.clear();
    }

    /** Writes a header block, in as many frames as it needs. */
    void headers(int stream, byte[] block, int length, boolean ends, int maxPayload) throws IOException {
        int sent = 0;
        do {
            int count = Math.min(length - sent, maxPayload);
            boolean last = sent + count == length;
            int flags = (last ? FrameType.END_HEADERS : 0) | (sent == 0 && ends ? FrameType.END_STREAM : 0);
            head(count, sent == 0 ? FrameType.HEADERS : FrameType.CONTINUATION, flags, stream);
            frame.put(block, sent, count);
            flush();
            sent += count;
        } while (sent < length);
    }

    /** Writes data that the windows have room for. */
    void data(int stream, ByteBuffer data, boolean ends) throws IOException {
        head(data.remaining(), FrameType.DATA, ends ? FrameType.END_STREAM : 0, stream)
                .put(data);
        flush();
    }

    void reset(int stream, H2Error error) throws IOException {
        head(Integer.BYTES, FrameType.RST_STREAM, 0, stream).putInt(error.getCode());
        flush();
    }

    void windowUpdate(int stream, int growth) throws IOException {
        head(Integer.BYTES, FrameType.WINDOW_UPDATE, 0, stream).putInt(growth);
        flush();
    }

    void settingsAck() throws IOException {
        head(0, FrameType.SETTINGS, FrameType.ACK, 0);
        flush();
    }

    void pingAck(ByteBuffer data) throws IOException {
        head(data.remaining(), FrameType.PING, FrameType.ACK, 0).put(data);
        flush();
    }

    void goAway(H2Error error) throws IOException {
        head(2 * Integer.BYTES, FrameType.GOAWAY, 0, 0).putInt(0).putInt(error.getCode());
        flush();
    }
}
