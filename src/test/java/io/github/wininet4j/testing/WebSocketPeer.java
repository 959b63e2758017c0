package io.github.wininet4j.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A WebSocket server whose every byte the test decides. Each connection is given to a conversation in a thread. */
public final class WebSocketPeer implements AutoCloseable {
    private static final int NARROW = 1_024;

    /** What the server does once the upgrade is granted. */
    @FunctionalInterface
    public interface Talk {
        /**
         * Talks.
         *
         * @param connection the upgraded connection, closed when this returns
         * @throws Exception if anything is not as expected
         */
        void with(Connection connection) throws Exception;
    }

    /**
     * A frame from the client, unmasked.
     *
     * @param first the first byte, with FIN and opcode
     * @param masked whether it was masked
     * @param payload its payload
     */
    public record Frame(int first, boolean masked, byte[] payload) {
        /** Returns the payload as text. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** One upgraded connection. */
    public static final class Connection {
        private final DataInputStream input;
        private final OutputStream output;

        Connection(DataInputStream input, OutputStream output) {
            this.input = input;
            this.output = output;
        }

        /**
         * Sends bytes as they are.
         *
         * @param bytes the bytes
         * @throws IOException if that fails
         */
        public void send(byte[] bytes) throws IOException {
            output.write(bytes);
            output.flush();
        }

        /**
         * Sends a frame.
         *
         * @param first the first byte, with FIN and opcode
         * @param payload its payload
         * @throws IOException if that fails
         */
        public void send(int first, byte[] payload) throws IOException {
            send(frame(first, payload));
        }

        /**
         * Reads a frame.
         *
         * @return the frame
         * @throws IOException if there is none
         */
        public Frame read() throws IOException {
            int first = input.readUnsignedByte();
            int second = input.readUnsignedByte();
            long length = second & 0x7F;
            if (length == 126) {
                length = input.readUnsignedShort();
            } else if (length == 127) {
                length = input.readLong();
            }
            byte[] key = new byte[4];
            boolean masked = (second & 0x80) != 0;
            if (masked) {
                input.readFully(key);
            }
            byte[] payload = new byte[(int) length];
            input.readFully(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= key[i % 4];
            }
            return new Frame(first, masked, payload);
        }

        /**
         * Waits until a frame begins, and reads nothing of it.
         *
         * @throws IOException if there is none
         */
        public void awaitFrame() throws IOException {
            input.mark(1);
            input.readByte();
            input.reset();
        }

        /** Waits for the end of the connection. */
        public void awaitEnd() {
            try {
                while (input.read() >= 0) {
                    // Nothing is expected any more.
                }
            } catch (IOException e) {
                // A reset is an end as well.
            }
        }
    }

    private final LoopbackListener listener;
    private final UnaryOperator<String> answers;
    private final Talk talk;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private WebSocketPeer(ServerSocket listener, UnaryOperator<String> answers, Talk talk) {
        this.answers = answers;
        this.talk = talk;
        this.listener = new LoopbackListener("websocket peer", listener, this::serve);
    }

    /**
     * Starts a server.
     *
     * @param talk what it does
     * @return the server
     */
    public static WebSocketPeer start(Talk talk) {
        return start(WebSocketPeer::granted, talk);
    }

    /**
     * Starts a server that answers requests as the test wants.
     *
     * @param answers makes a response of the head of a request; 101 lets the talk begin
     * @param talk what it does then
     * @return the server
     */
    public static WebSocketPeer start(UnaryOperator<String> answers, Talk talk) {
        return start(ServerSocketFactory.getDefault(), answers, talk);
    }

    /**
     * Starts a server that speaks TLS.
     *
     * @param context holds its certificate
     * @param talk what it does
     * @return the server
     */
    public static WebSocketPeer start(SSLContext context, Talk talk) {
        return start(context.getServerSocketFactory(), WebSocketPeer::granted, talk);
    }

    /**
     * Starts a server for which the system takes as little as it can while it does not read.
     *
     * @param talk what it does
     * @return the server
     */
    public static WebSocketPeer startNarrow(Talk talk) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReceiveBufferSize(NARROW);
            listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            return new WebSocketPeer(listener, WebSocketPeer::granted, talk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebSocketPeer start(ServerSocketFactory sockets, UnaryOperator<String> answers, Talk talk) {
        try {
            return new WebSocketPeer(
                    sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), answers, talk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its port on 127.0.0.1. */
    public int port() {
        return listener.port();
    }

    /** Returns the heads of the requests that came. */
    public List<String> heads() {
        return heads;
    }

    /**
     * Makes a frame of a server.
     *
     * @param first the first byte, with FIN and opcode
     * @param payload its payload
     * @return the bytes
     */
    public static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    /**
     * Answers a key.
     *
     * @param key the client's Sec-WebSocket-Key
     * @return the Sec-WebSocket-Accept
     */
    public static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket socket) {
        try {
            DataInputStream input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream output = socket.getOutputStream();
            String answer = "";
            while (!answer.startsWith("HTTP/1.1 101")) {
                String head = head(input);
                heads.add(head);
                answer = answers.apply(head);
                output.write(answer.getBytes(StandardCharsets.US_ASCII));
            }
            talk.with(new Connection(input, output));
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    /**
     * Grants an upgrade.
     *
     * @param head the request's head
     * @return the response that does so
     */
    public static String granted(String head) {
        String key = head.lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .findFirst()
                .orElseThrow()
                .substring(19);
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept(key) + "\r\n\r\n";
    }

    private static String head(DataInputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException("no whole request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Ends all; fails if a conversation had failed. */
    @Override
    public void close() throws IOException, InterruptedException {
        listener.end();
        List<Throwable> unexpected = failures.stream()
                .filter(failure -> failure instanceof AssertionError)
                .toList();
        Waits.throwAll("unexpected", unexpected);
    }
}
