package io.github.wininet4j.engine.http.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.pool.PoolRig;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http2.frame.FrameConsts;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.junit.jupiter.api.Test;

/** What is written at once and what waits for more. */
final class FrameOutputTest {
    private static final int STREAM = 5;

    private final FrameInputBuffer frames = new FrameInputBuffer(FrameConsts.MIN_FRAME_SIZE);

    private static ByteBuffer data(int value) {
        byte[] data = new byte[FrameOutput.MAX_PAYLOAD];
        Arrays.fill(data, (byte) value);
        return ByteBuffer.wrap(data);
    }

    private void expect(InputStream wire, FrameType type, int value) throws Exception {
        RawFrame frame = frames.read(wire);
        assertThat(frame.isType(type)).isTrue();
        ByteBuffer payload = frame.getPayload();
        assertThat(payload.get(payload.limit() - 1)).isEqualTo((byte) value);
    }

    @Test
    void frames_thatAreWrittenAloneOrTogether_comeInTheirOrder() throws Exception {
        AtomicBoolean others = new AtomicBoolean(true);
        try (PoolRig rig = new PoolRig();
                LoopbackServer server = LoopbackServer.start()) {
            Connection connection = rig.lease(server);
            InputStream wire = server.accept().getInputStream();
            FrameOutput output = new FrameOutput(connection, others::get);

            output.data(STREAM, data(1), false);
            assertThat(output.isPending()).isTrue();
            others.set(false);
            output.data(STREAM, data(2), false);
            output.ping(3, true);
            assertThat(output.isPending()).isTrue();
            output.flush();
            output.data(STREAM, data(4), true);
            assertThat(output.isPending()).isFalse();
            output.ping(5, false);
            output.flush();

            expect(wire, FrameType.DATA, 1);
            expect(wire, FrameType.DATA, 2);
            expect(wire, FrameType.PING, 3);
            expect(wire, FrameType.DATA, 4);
            expect(wire, FrameType.PING, 5);
            connection.close();
        }
    }

    @Test
    void headerBlock_thatIsLongerThanAFrame_isContinued() throws Exception {
        byte[] block = new byte[2 * FrameOutput.MAX_PAYLOAD + 1];
        block[block.length - 1] = 7;
        try (PoolRig rig = new PoolRig();
                LoopbackServer server = LoopbackServer.start()) {
            Connection connection = rig.lease(server);
            InputStream wire = server.accept().getInputStream();
            FrameOutput output = new FrameOutput(connection, () -> false);

            output.headers(STREAM, block, block.length, true);
            output.flush();

            RawFrame head = frames.read(wire);
            assertThat(head.isType(FrameType.HEADERS)).isTrue();
            assertThat(head.getStreamId()).isEqualTo(STREAM);
            assertThat(head.getFlags()).isEqualTo(FrameFlag.END_STREAM.getValue());
            RawFrame middle = frames.read(wire);
            assertThat(middle.isType(FrameType.CONTINUATION)).isTrue();
            assertThat(middle.getFlags()).isZero();
            assertThat(middle.getLength()).isEqualTo(FrameOutput.MAX_PAYLOAD);
            RawFrame last = frames.read(wire);
            assertThat(last.getFlags()).isEqualTo(FrameFlag.END_HEADERS.getValue());
            assertThat(last.getPayload()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
            connection.close();
        }
    }
}
