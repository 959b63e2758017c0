package io.github.wininet4j.engine.http.h2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.frame.FrameConsts;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.jspecify.annotations.Nullable;

/** Takes the frames of a connection one by one, checks them and hands them on (RFC 9113 section 6). */
final class FrameReader {
    /** How many frames may come in a row that bring nobody forward (R-PROJ-H2-2). */
    private static final int MAX_IDLE_FRAMES = 10_000;

    private static final int MAX_CONTINUATIONS = 1_000;
    private static final int SETTING = 6;
    private static final int PING = 8;
    private static final int PRIORITY = 5;

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
        RawFrame frame = input.read();
        if (frame == null) {
            return false;
        }
        connection.server().frameCame();
        if (!settingsCame && !frame.isType(FrameType.SETTINGS)) {
            throw violation("no settings at first");
        }
        settingsCame = true;
        if ((blockStream != 0) != frame.isType(FrameType.CONTINUATION)
                || (blockStream != 0 && frame.getStreamId() != blockStream)) {
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

    private void handle(RawFrame frame) throws IOException {
        FrameType type = FrameType.valueOf(frame.getType());
        if (type == null) {
            // Unknown types mean nothing.
            return;
        }
        switch (type) {
            case DATA -> data(frame);
            case HEADERS -> headers(frame);
            case CONTINUATION -> continuation(frame);
            case RST_STREAM -> reset(frame);
            case SETTINGS -> settings(frame);
            case PING -> ping(frame);
            case GOAWAY -> goAway(frame);
            case WINDOW_UPDATE -> windowUpdate(frame);
            case PUSH_PROMISE -> throw violation("pushed although that is off");
            case PRIORITY -> requireLength(frame, PRIORITY);
            default -> {
                // What only clients send means nothing either.
            }
        }
    }

    private static Http2Failure violation(String message) {
        return Http2Failure.violation(H2Error.PROTOCOL_ERROR, message);
    }

    private static void requireLength(RawFrame frame, int length) throws Http2Failure {
        if (frame.getLength() != length) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "length of a frame");
        }
    }

    private static void requireConnection(RawFrame frame) throws Http2Failure {
        if (frame.getStreamId() != 0) {
            throw violation("a stream's frame that is the connection's");
        }
    }

    /** Takes the padding off. */
    private static ByteBuffer content(RawFrame frame) throws Http2Failure {
        ByteBuffer content = frame.getPayloadContent();
        if (content == null) {
            throw violation("padding");
        }
        return content;
    }

    private void data(RawFrame frame) throws IOException {
        int size = frame.getLength();
        connection.arrived(size);
        Http2Stream stream = connection.stream(frame.getStreamId());
        ByteBuffer content = content(frame);
        useful |= stream != null && content.hasRemaining();
        int padding = size - content.remaining();
        int dropped = stream == null
                ? content.remaining()
                : stream.received(content, size, frame.isFlagSet(FrameFlag.END_STREAM));
        give(padding + dropped);
    }

    /** What nobody will read leaves room for more. */
    private void give(int count) {
        if (count > 0) {
            connection.taken(null, count);
        }
    }

    private void headers(RawFrame frame) throws IOException {
        connection.stream(frame.getStreamId());
        ByteBuffer content = content(frame);
        if (frame.isFlagSet(FrameFlag.PRIORITY)) {
            if (content.remaining() < PRIORITY) {
                throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "priority");
            }
            content.position(content.position() + PRIORITY);
        }
        block.reset();
        blockStream = frame.getStreamId();
        blockEnds = frame.isFlagSet(FrameFlag.END_STREAM);
        continuations = 0;
        append(frame, content);
    }

    private void continuation(RawFrame frame) throws IOException {
        if (++continuations > MAX_CONTINUATIONS) {
            throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, "a header block without end");
        }
        append(frame, frame.getPayload());
    }

    private void append(RawFrame frame, ByteBuffer content) throws IOException {
        if (block.size() + content.remaining() > HeaderBlocks.MAX_LIST) {
            throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, "header block too large");
        }
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        block.writeBytes(bytes);
        if (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
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

    private void reset(RawFrame frame) throws Http2Failure {
        requireLength(frame, Integer.BYTES);
        Http2Stream stream = connection.stream(frame.getStreamId());
        if (stream != null) {
            stream.wasReset(error(frame.getPayload().getInt()));
        }
    }

    private static H2Error error(int code) {
        H2Error known = H2Error.getByCode(code);
        return known == null ? H2Error.INTERNAL_ERROR : known;
    }

    private void settings(RawFrame frame) throws IOException {
        requireConnection(frame);
        ByteBuffer payload = frame.getPayload();
        if (frame.isFlagSet(FrameFlag.ACK)) {
            requireLength(frame, 0);
            return;
        }
        if (payload.remaining() % SETTING != 0) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "settings");
        }
        while (payload.hasRemaining()) {
            setting(H2Param.valueOf(payload.getShort() & 0xFFFF), payload.getInt());
        }
        connection.acknowledgeSettings();
    }

    private void setting(@Nullable H2Param parameter, int value) throws Http2Failure {
        if (parameter == null) {
            // Unknown settings mean nothing.
            return;
        }
        switch (parameter) {
            case HEADER_TABLE_SIZE -> connection.limitTable(value);
            case ENABLE_PUSH -> {
                if (value != 0) {
                    throw violation("a server that wants to be pushed to");
                }
            }
            case MAX_CONCURRENT_STREAMS -> connection.setMaxStreams(value);
            case INITIAL_WINDOW_SIZE -> {
                if (value < 0) {
                    throw Http2Failure.violation(H2Error.FLOW_CONTROL_ERROR, "initial window");
                }
                connection.setInitialWindow(value);
            }
            case MAX_FRAME_SIZE -> {
                if (value < FrameConsts.MIN_FRAME_SIZE || value > FrameConsts.MAX_FRAME_SIZE) {
                    throw violation("largest frame");
                }
                // No more is sent than any server has to take.
            }
            default -> {
                // The longest list of fields is advice, and priorities are not sent.
            }
        }
    }

    private void ping(RawFrame frame) throws Http2Failure {
        requireConnection(frame);
        requireLength(frame, PING);
        if (!frame.isFlagSet(FrameFlag.ACK)) {
            connection.answerPing(frame.getPayload().getLong());
        }
    }

    private void goAway(RawFrame frame) throws Http2Failure {
        requireConnection(frame);
        if (frame.getLength() < 2 * Integer.BYTES) {
            throw Http2Failure.violation(H2Error.FRAME_SIZE_ERROR, "GOAWAY");
        }
        ByteBuffer payload = frame.getPayload();
        int last = payload.getInt() & Integer.MAX_VALUE;
        connection.goAway(last, error(payload.getInt()));
    }

    private void windowUpdate(RawFrame frame) throws Http2Failure {
        requireLength(frame, Integer.BYTES);
        int growth = frame.getPayload().getInt() & Integer.MAX_VALUE;
        if (growth == 0) {
            throw violation("a window that grows by nothing");
        }
        if (frame.getStreamId() == 0) {
            connection.growWindow(growth);
            return;
        }
        Http2Stream stream = connection.stream(frame.getStreamId());
        if (stream != null) {
            stream.windowGrows(growth);
        }
    }
}
