package io.github.wininet4j.endurance.fault;

import io.github.wininet4j.testing.LoopbackListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server that does the same wrong thing to every connection. What the client does about it is no failure of the
 * server.
 */
final class FaultServer implements AutoCloseable {
    /** What is done to one connection. The socket is closed when it returns. */
    @FunctionalInterface
    interface Behavior {
        void serve(Wire wire) throws IOException;
    }

    private final LoopbackListener listener;
    private final @Nullable SSLContext tls;
    private final Behavior behavior;
    private final CountDownLatch closed = new CountDownLatch(1);

    FaultServer(@Nullable SSLContext tls, Behavior behavior) {
        this.tls = tls;
        this.behavior = behavior;
        this.listener = LoopbackListener.start("fault server", this::serve);
    }

    int port() {
        return listener.port();
    }

    private void serve(Socket socket) throws IOException {
        behavior.serve(new Wire(socket, tls, closed));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }

    /** The server's end of one connection. */
    static final class Wire {
        private static final int END_OF_HEAD = 0x0D0A0D0A;
        private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

        private final CountDownLatch serverClosed;
        private final Socket socket;
        private final @Nullable SSLContext tls;
        private Socket layer;
        private int bodyLength;

        Wire(Socket socket, @Nullable SSLContext tls, CountDownLatch serverClosed) {
            this.serverClosed = serverClosed;
            this.socket = socket;
            this.tls = tls;
            this.layer = socket;
        }

        boolean isTls() {
            return tls != null;
        }

        /** Speaks TLS from now on, if this server does. */
        Wire handshake() throws IOException {
            if (tls != null && layer == socket) {
                SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
                secure.setUseClientMode(false);
                secure.startHandshake();
                layer = secure;
            }
            return this;
        }

        InputStream in() throws IOException {
            return layer.getInputStream();
        }

        /** Reads a request's head and leaves its body alone. */
        Wire readHead() throws IOException {
            handshake();
            InputStream in = in();
            StringBuilder head = new StringBuilder();
            int last = 0;
            while (last != END_OF_HEAD) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("the client closed in its head");
                }
                head.append((char) b);
                last = last << 8 | b;
            }
            Matcher length = CONTENT_LENGTH.matcher(head);
            bodyLength = length.find() ? Integer.parseInt(length.group(1)) : 0;
            return this;
        }

        /** Reads a request with its body. */
        Wire readRequest() throws IOException {
            readHead();
            in().skipNBytes(bodyLength);
            return this;
        }

        Wire send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Wire send(byte[] bytes) throws IOException {
            OutputStream out = layer.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Sends the same again and again until the client does not take it any more. */
        void sendForEver(String text) throws IOException {
            StringBuilder block = new StringBuilder();
            while (block.length() < 16_384) {
                block.append(text);
            }
            byte[] bytes = block.toString().getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                send(bytes);
            }
        }

        /** Says nothing, and reads what comes, until the client ends the connection. */
        void silence() throws IOException {
            byte[] waste = new byte[8192];
            InputStream in = in();
            while (in.read(waste) >= 0) {
                continue;
            }
        }

        /** Neither reads nor writes until the server is closed. */
        void stall() throws IOException {
            try {
                serverClosed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Ends TCP without the closing words of TLS. */
        void cut() throws IOException {
            socket.close();
        }
    }
}
