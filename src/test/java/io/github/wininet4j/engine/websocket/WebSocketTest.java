package io.github.wininet4j.engine.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.pool.PoolRig;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What takes intervals that no option allows. */
final class WebSocketTest {
    @Test
    @Rule({"R-PROJ-WS-3", "R-OPTX-127"})
    void receive_whileNothingComes_sendsSignsOfLife() throws Exception {
        try (PoolRig rig = new PoolRig();
                LoopbackServer server = LoopbackServer.start()) {
            Connection connection = rig.lease(server);
            Socket peer = server.accept();
            WebSocket socket = new WebSocket(connection);
            CompletableFuture<Received> received = new CompletableFuture<>();
            Thread receiver = new Thread(() -> {
                try {
                    received.complete(socket.receive(ByteBuffer.allocate(9), 1));
                } catch (Exception e) {
                    received.completeExceptionally(e);
                }
            });
            receiver.setDaemon(true);
            receiver.start();

            DataInputStream input = new DataInputStream(peer.getInputStream());
            awaitTwoSigns(input);
            // The same once something else has come, and in the middle of a frame.
            peer.getOutputStream().write(new byte[] {(byte) 0x8A, 0});
            awaitTwoSigns(input);
            peer.getOutputStream().write(new byte[] {(byte) 0x82});
            awaitTwoSigns(input);
            peer.getOutputStream().write(new byte[] {1});
            awaitTwoSigns(input);
            peer.getOutputStream().write(new byte[] {7});

            Received message = received.get(Waits.SECONDS, TimeUnit.SECONDS);
            assertThat(message.type()).isEqualTo(HttpWebSocket.HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE);
            assertThat(message.count()).isEqualTo(1);
            socket.abort();
        }
    }

    private static void awaitTwoSigns(DataInputStream input) throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(input.readUnsignedByte()).isEqualTo(0x8A);
            assertThat(input.readUnsignedByte()).isEqualTo(0x80);
            input.readInt();
        }
    }
}
