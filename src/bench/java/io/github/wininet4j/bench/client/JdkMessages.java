package io.github.wininet4j.bench.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.SynchronousQueue;

/** The WebSocket client of the JDK. */
final class JdkMessages implements MessageClient {
    private final SynchronousQueue<Integer> received = new SynchronousQueue<>();
    private final WebSocket socket;

    JdkMessages(Target target) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + target.host() + ":" + target.port() + "/"), new Listener())
                .join();
    }

    @Override
    public int exchange(byte[] message) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(message), true).join();
        return received.take();
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Hands over the length of each message. */
    private final class Listener implements WebSocket.Listener {
        private int sum;

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            sum += data.remaining();
            if (last) {
                int whole = sum;
                sum = 0;
                try {
                    received.put(whole);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            from.request(1);
            return null;
        }
    }
}
