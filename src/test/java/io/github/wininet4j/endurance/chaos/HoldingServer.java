package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.testing.LoopbackListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Stops at the stage that a request names in its path, until the request that the path also names is let go. */
final class HoldingServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final byte[] BODY = "hello".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    /** Where a request is held. */
    enum Stage {
        /** The name of the server is not resolved: it is one of {@link #holdName}. */
        NAME,
        /** The body of the request is not read. */
        UPLOAD,
        /** The request has been read and is not answered. */
        HEAD,
        /** The head has been sent, the body has not. */
        BODY
    }

    private final ConcurrentHashMap<Integer, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final LoopbackListener listener = LoopbackListener.start("holding server", this::serve);

    int port() {
        return listener.port();
    }

    /** The path of a request that is held. */
    String hold(Stage stage, int number) {
        gates.put(number, new CountDownLatch(1));
        return "/" + stage + "/" + number;
    }

    /** The name of a server that is not found before it is let go. */
    String holdName(int number) {
        gates.put(number, new CountDownLatch(1));
        return "held-" + number + ".test";
    }

    /** Resolves all names to this server, the held ones when they are let go. */
    List<InetAddress> resolve(String name) throws UnknownHostException {
        CountDownLatch gate =
                name.startsWith("held-") ? gates.get(Integer.parseInt(name.substring(5, name.indexOf('.')))) : null;
        try {
            if (gate != null) {
                gate.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getByName(HOST));
    }

    void release(int number) {
        gates.get(number).countDown();
    }

    private void serve(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            int last = 0;
            while (last != END_OF_HEAD) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.append((char) b);
                last = last << 8 | b;
            }
            String[] path =
                    head.substring(head.indexOf("/"), head.indexOf(" HTTP")).split("/", -1);
            if (path.length < 3) {
                // What was held was the name; nobody waits for an answer.
                return;
            }
            answer(head.toString(), Stage.valueOf(path[1]), gates.get(Integer.parseInt(path[2])), socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(String head, Stage stage, CountDownLatch gate, Socket socket)
            throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (stage == Stage.UPLOAD) {
            gate.await();
        }
        int at = head.indexOf("Content-Length: ");
        if (at >= 0) {
            long length = Long.parseLong(head.substring(at + 16, head.indexOf("\r\n", at)));
            socket.getInputStream().skipNBytes(length);
        }
        if (stage == Stage.HEAD) {
            gate.await();
        }
        out.write(HEAD);
        if (stage == Stage.BODY) {
            gate.await();
        }
        out.write(BODY);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
