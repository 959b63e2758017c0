package io.github.wininet4j.endurance;

import io.github.wininet4j.testing.LoopbackListener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives every request without a body the same answer and keeps nothing of it. */
final class KeepAliveServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final String SMALLEST_HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final byte[] answer;
    private final LoopbackListener listener;
    private final AtomicInteger requests = new AtomicInteger();

    KeepAliveServer() {
        this(SMALLEST_HEAD);
    }

    /** Answers with a head that announces 5 bytes. */
    KeepAliveServer(String head) {
        this.answer = (head + "hello").getBytes(StandardCharsets.US_ASCII);
        this.listener = LoopbackListener.start("keep-alive server", this::serve);
    }

    int port() {
        return listener.port();
    }

    /** How many connections were accepted. */
    int connections() {
        return listener.connections();
    }

    /** How many requests were answered. */
    int requests() {
        return requests.get();
    }

    private void serve(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            last = last << 8 | b;
            if (last == END_OF_HEAD) {
                requests.incrementAndGet();
                out.write(answer);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
