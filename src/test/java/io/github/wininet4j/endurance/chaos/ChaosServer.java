package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.testing.LoopbackListener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Answers in ways that keep operations waiting at every stage: at once, in parts, half, or never. */
final class ChaosServer implements AutoCloseable {
    private static final int END_OF_HEAD = 0x0D0A0D0A;
    private static final byte[] BODY = "x".repeat(3_000).getBytes(StandardCharsets.US_ASCII);

    private final LoopbackListener listener;
    private final AtomicLong seeds;

    ChaosServer(long seed) {
        this.seeds = new AtomicLong(seed);
        this.listener = LoopbackListener.start("chaos server", this::serve);
    }

    int port() {
        return listener.port();
    }

    private void serve(Socket socket) throws IOException {
        Random random = new Random(seeds.incrementAndGet());
        InputStream in = new BufferedInputStream(socket.getInputStream());
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            last = last << 8 | b;
            if (last == END_OF_HEAD && !answer(socket.getOutputStream(), random.nextInt(10))) {
                return;
            }
        }
    }

    /** Returns false for a connection that ends with this answer. */
    private static boolean answer(OutputStream out, int kind) throws IOException {
        byte[] head =
                ("HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        switch (kind) {
            case 0 -> {
                // Never.
            }
            case 1 -> out.write(head);
            case 2 -> {
                out.write(head);
                out.write(BODY, 0, 100);
            }
            case 3 -> {
                out.write(head, 0, 10);
                return false;
            }
            case 4 -> {
                for (byte b : head) {
                    out.write(b);
                }
                out.write(BODY);
            }
            default -> {
                out.write(head);
                out.write(BODY);
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
