package io.github.wininet4j.engine.http.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.apache.hc.core5.http2.H2Error;
import org.junit.jupiter.api.Test;

/** How much waits while nothing can be written. */
final class FrameWriterTest {
    private static final int MOST = 1_000;
    private static final int PING_BYTES = 17;

    @Test
    @Rule("R-PROJ-H2-2")
    void answer_whileAWriteIsStuck_keepsAThousandAndNoMore() throws Exception {
        Gate writing = new Gate();
        Gate stuck = new Gate();
        try (PoolRig rig = new PoolRig();
                LoopbackServer server = LoopbackServer.start()) {
            Connection connection = rig.lease(server);
            Socket peer = server.accept();
            FrameWriter writer = new FrameWriter(connection, failure -> connection.close());
            Thread writes = new Thread(() -> {
                try {
                    writer.write(0, output -> {
                        writing.open();
                        stuck.await();
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writes.start();
            writing.await();

            for (int i = 0; i < MOST; i++) {
                writer.answer(output -> output.ping(7, true));
            }
            assertThatThrownBy(() -> writer.answer(output -> output.ping(8, true)))
                    .isInstanceOfSatisfying(
                            Http2Failure.class,
                            failure -> assertThat(failure.error()).isEqualTo(H2Error.ENHANCE_YOUR_CALM));

            stuck.open();
            writes.join();
            byte[] written = peer.getInputStream().readNBytes(MOST * PING_BYTES);
            for (int i = 0; i < MOST; i++) {
                assertThat(written[(i + 1) * PING_BYTES - 1]).isEqualTo((byte) 7);
            }
            writer.answer(output -> output.ping(9, true));
            assertThat(peer.getInputStream().readNBytes(PING_BYTES)).endsWith(9);
            connection.close();
        }
    }
}
