package io.github.wininet4j.engine.http.h2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;

/** Takes the frames of a connection one by one, checks them and hands them on (RFC 9113 section 6). */
final class FrameReader {
    /** How many frames may come in a row that bring nobody forward (R-PROJ-H2-2). */
    private static final int MAX_IDLE_FRAMES = 10_000;

    private static final int MAX_CONTINUATIONS = 1_000;
    private static final int SETTING = 6;
    private static final int PING = 8;
    private static final int PRIORITY = 5;
    private static final int MAX_FRAME = 0xFF_FFFF;

    private final Http2Connection connection;
    private final FrameInput input;
    private final HeaderBlocks blocks;
    private int idleFrames;
    private long sentBefore;
    /** Whether the current frame brings somebody forward. */
    private boolean useful;

    private boolean settingsCame;

    /** The header block under way, and whose it is; 0 for none. */
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();

    private int blockStream;
    private boolean blockEnds;
    private int continuations;

    FrameReader(Http2Connection connection, FrameInput input, HeaderBlocks blocks) {
        this.connection = connection;
        this.input = input;
        this.blocks = blocks;
    }

    /** Reads and handles one frame; false at the end of the connection. */
    boolean readOne() throws IOException {
        Frame frame = input.read();
        if (frame == null) {
            return false;
        }
        connection.server().frameCame();
        if (!settingsCame && frame.type() != FrameType.SETTINGS) {
            throw violation("no settings at first");
        }
        settingsCame = true;
        if ((blockStream != 0) != (frame.type() == FrameType.CONTINUATION)
                || (blockStream != 0 && frame.stream() != blockStream)) {
            throw violation("a header block is incomplete, or there is none");
        }
        useful = connection.sentData() != sentBefore;
        sentBefore = connection.sentData();
        handle(frame);
        countIdle();
        return true;
    }

    /** Pings, settings or frames of streams that have ended, without end, would keep a machine busy for ever. */
    private void countIdle() throws Http2Failure {
        idleFrames = useful ? 0 : idleFrames + 1;
        if (idleFrames > MAX_IDLE_FRAMES) {
            throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, "frames without end");
        }
    }

    private void handle(Frame frame) throws IOException {
        switch (frame.type()) {
            case FrameType.DATA -> data(frame);
            case FrameType.HEADERS -> headers(frame);
            case FrameType.CONTINUATION -> continuation(frame);
            case FrameType.RST_STREAM -> reset(frame);
            case FrameType.SETTINGS -> settings(frame);
            case FrameType.PING -> ping(frame);
            case FrameType.GOAWAY -> goAway(frame);
            case FrameType.WINDOW_UPDATE -> windowUpdate(frame);
            case FrameType.PUSH_PROMISE -> throw violation("pushed although that is off");
            case FrameType.PRIORITY -> requireLength(frame, PRIORITY);
            default -> {
                // Unknown types mean nothing.
            }
        }
    }

    private static Http2Failure violation(String message) {
        return Http2Failure.violation(H2Error.PROTOCOL_ERROR, message);
    }

    private static void requireLength(Frame frame, int length) throws Http2Failure {
        if (frame.payload().remaining() != length) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "length of a frame");
        }
    }

    private static void requireConnection(Frame frame) throws Http2Failure {
        if (frame.stream() != 0) {
            throw violation("a stream's frame that is the connection's");
        }
    }

    /** Takes the padding off. */
    private static ByteBuffer content(Frame frame) throws Http2Failure {
        ByteBuffer payload = frame.payload();
        if (frame.has(FrameType.PADDED)) {
            int padding = payload.hasRemaining() ? payload.get() & 0xFF : Integer.MAX_VALUE;
            if (padding > payload.remaining()) {
                throw violation("padding");
            }
            payload.limit(payload.limit() - padding);
        }
        return payload;
    }

    private void data(Frame frame) throws IOException {
        int size = frame.payload().remaining();
        connection.arrived(size);
        Http2Stream stream = connection.stream(frame.stream());
        ByteBuffer content = content(frame);
        useful |= stream != null && content.hasRemaining();
        int padding = size - content.remaining();
        int dropped =
                stream == null ? content.remaining() : stream.received(content, size, frame.has(FrameType.END_STREAM));
        give(padding + dropped);
    }

    /** What nobody will read leaves room for more. */
    private void give(int count) {
        if (count > 0) {
            connection.taken(null, count);
        }
    }

    private void headers(Frame frame) throws IOException {
        connection.stream(frame.stream());
        ByteBuffer content = content(frame);
        if (frame.has(FrameType.HAS_PRIORITY)) {
            if (content.remaining() < PRIORITY) {
                throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "priority");
            }
            content.position(content.position() + PRIORITY);
        }
        block.reset();
        blockStream = frame.stream();
        blockEnds = frame.has(FrameType.END_STREAM);
        continuations = 0;
        append(frame, content);
    }

    private void continuation(Frame frame) throws IOException {
        if (++continuations > MAX_CONTINUATIONS) {
            throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, "a header block without end");
        }
        append(frame, frame.payload());
    }

    private void append(Frame frame, ByteBuffer content) throws IOException {
        if (block.size() + content.remaining() > HeaderBlocks.MAX_LIST) {
            throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, "header block too large");
        }
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        block.writeBytes(bytes);
        if (!frame.has(FrameType.END_HEADERS)) {
            return;
        }
        // Decoded even if nobody waits for it: the table belongs to the connection.
        List<Header> fields = blocks.decode(ByteBuffer.wrap(block.toByteArray()));
        Http2Stream stream = connection.stream(blockStream);
        blockStream = 0;
        if (stream != null) {
            useful = true;
            stream.received(fields, block.size(), blockEnds);
        }
    }

    private void reset(Frame frame) throws Http2Failure {
        requireLength(frame, Integer.BYTES);
        Http2Stream stream = connection.stream(frame.stream());
        if (stream != null) {
            stream.wasReset(error(frame.payload().getInt()));
        }
    }

    private static H2Error error(int code) {
        H2Error known = H2Error.getByCode(code);
        return known == null ? H2Error.INTERNAL_ERROR : known;
    }

    private void settings(Frame frame) throws IOException {
        requireConnection(frame);
        ByteBuffer payload = frame.payload();
        if (frame.has(FrameType.ACK)) {
            requireLength(frame, 0);
            return;
        }
        if (payload.remaining() % SETTING != 0) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "settings");
        }
        while (payload.hasRemaining()) {
            setting(payload.getShort() & 0xFFFF, payload.getInt());
        }
        connection.acknowledgeSettings();
    }

    private void setting(int number, int value) throws Http2Failure {
        switch (number) {
            case 1 -> connection.limitTable(value);
            case 2 -> {
                if (value != 0) {
                    throw violation("a server that wants to be pushed to");
                }
            }
            case 3 -> connection.setMaxStreams(value);
            case 4 -> {
                if (value < 0) {
                    throw Http2Failure.violation(H2Error.FLOW_CONTROL_ERROR, "initial window");
                }
                connection.setInitialWindow(value);
            }
            case 5 -> {
                if (value < FrameType.MAX_PAYLOAD || value > MAX_FRAME) {
                    throw violation("largest frame");
                }
                connection.setMaxPayload(value);
            }
            default -> {
                // Unknown settings mean nothing.
            }
        }
    }

    private void ping(Frame frame) throws Http2Failure {
        requireConnection(frame);
        requireLength(frame, PING);
        if (!frame.has(FrameType.ACK)) {
            connection.answerPing(frame.payload().getLong());
        }
    }

    private void goAway(Frame frame) throws Http2Failure {
        requireConnection(frame);
        if (frame.payload().remaining() < 2 * Integer.BYTES) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "GOAWAY");
        }
        int last = frame.payload().getInt() & Integer.MAX_VALUE;
        connection.goAway(last, error(frame.payload().getInt()));
    }

    private void windowUpdate(Frame frame) throws Http2Failure {
        requireLength(frame, Integer.BYTES);
        int growth = frame.payload().getInt() & Integer.MAX_VALUE;
        if (growth == 0) {
            throw violation("a window that grows by nothing");
        }
        if (frame.stream() == 0) {
            connection.growWindow(growth);
            return;
        }
        Http2Stream stream = connection.stream(frame.stream());
        if (stream != null) {
            stream.windowGrows(growth);
        }
    }
}
