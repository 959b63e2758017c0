package io.github.wininet4j.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** An HTTP/2 server over TLS whose every frame the test decides. Each connection is given to a talk in a thread. */
public final class Http2Peer implements AutoCloseable {
    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int PING = 6;
    public static final int GOAWAY = 7;
    public static final int WINDOW_UPDATE = 8;
    public static final int CONTINUATION = 9;
    public static final int ACK = 1;
    public static final int END_STREAM = 1;
    public static final int END_HEADERS = 4;

    private static final int PREFACE = 24;

    /** What the server does on a connection. */
    @FunctionalInterface
    public interface Talk {
        /**
         * Talks.
         *
         * @param connection the connection, its preface read
         * @throws Exception if anything is not as expected
         */
        void with(Connection connection) throws Exception;

        /**
         * Answers a request over HTTP/1.1.
         *
         * @param head its head
         * @return the response
         */
        default String answer(String head) {
            throw new AssertionError("not HTTP/2: " + head);
        }
    }

    /** A frame from the client. */
    public record Frame(int type, int flags, int stream, byte[] payload) {
        /** Returns the number at the payload's beginning. */
        public int number() {
            return ByteBuffer.wrap(payload).getInt();
        }
    }

    /** One connection. */
    public static final class Connection {
        private final DataInputStream input;
        private final OutputStream output;
        private final HPackEncoder encoder = new HPackEncoder(4_096, StandardCharsets.ISO_8859_1);
        private final HPackDecoder decoder = new HPackDecoder(4_096, StandardCharsets.ISO_8859_1);

        Connection(DataInputStream input, OutputStream output) {
            this.input = input;
            this.output = output;
        }

        /** Reads the next frame of any kind. */
        public Frame read() throws IOException {
            int lengthAndType = input.readInt();
            int flags = input.readUnsignedByte();
            int stream = input.readInt();
            byte[] payload = new byte[lengthAndType >>> 8];
            input.readFully(payload);
            return new Frame(lengthAndType & 0xFF, flags, stream, payload);
        }

        /** Reads frames until one of a type. */
        public Frame read(int type) throws IOException {
            Frame frame = read();
            while (frame.type() != type) {
                frame = read();
            }
            return frame;
        }

        /** Decodes a header block, a line for each field. */
        public String fields(Frame headers) throws Exception {
            StringBuilder text = new StringBuilder();
            decoder.decodeHeaders(ByteBuffer.wrap(headers.payload()))
                    .forEach(field -> text.append(field.getName())
                            .append('=')
                            .append(field.getValue())
                            .append('\n'));
            return text.toString();
        }

        /** Sends bytes as they are. */
        public void send(byte[] bytes) throws IOException {
            output.write(bytes);
            output.flush();
        }

        /** Sends a frame. */
        public void send(int type, int flags, int stream, byte[] payload) throws IOException {
            send(frame(type, flags, stream, payload));
        }

        /** Sends settings, as pairs of number and value. */
        public void settings(int... pairs) throws IOException {
            ByteBuffer payload = ByteBuffer.allocate(pairs.length * 3);
            for (int i = 0; i < pairs.length; i += 2) {
                payload.putShort((short) pairs[i]).putInt(pairs[i + 1]);
            }
            send(SETTINGS, 0, 0, payload.array());
        }

        /** Makes a header block of names and values. */
        public byte[] block(String... fields) throws IOException {
            ByteArrayBuffer block = new ByteArrayBuffer(100);
            for (int i = 0; i < fields.length; i += 2) {
                encoder.encodeHeaders(block, List.of(new BasicHeader(fields[i], fields[i + 1])), false);
            }
            return block.toByteArray();
        }

        /** Sends a head. */
        public void head(int stream, boolean ends, String... fields) throws IOException {
            send(HEADERS, END_HEADERS | (ends ? END_STREAM : 0), stream, block(fields));
        }

        /** Answers a stream with a short text. */
        public void answer(int stream, String text) throws IOException {
            head(stream, false, ":status", "200");
            send(DATA, END_STREAM, stream, text.getBytes(StandardCharsets.US_ASCII));
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
    private final Talk talk;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<List<String>> offers = new CopyOnWriteArrayList<>();

    private Http2Peer(ServerSocket listener, Talk talk) {
        this.talk = talk;
        this.listener = new LoopbackListener("http2 peer", listener, this::serve);
    }

    /** Starts a server. */
    public static Http2Peer start(Talk talk) {
        try {
            SSLServerSocket listener = (SSLServerSocket) TestCertificates.good()
                    .context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            return new Http2Peer(listener, talk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a frame. */
    public static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** Makes many of a frame. */
    public static byte[] repeated(byte[] frame, int times) {
        ByteBuffer frames = ByteBuffer.allocate(frame.length * times);
        for (int i = 0; i < times; i++) {
            frames.put(frame);
        }
        return frames.array();
    }

    /** Returns its port on 127.0.0.1. */
    public int port() {
        return listener.port();
    }

    /** Returns how many connections came. */
    public int connections() {
        return listener.connections();
    }

    /** Returns the protocols that each client with an offer had, the one it likes best first. */
    public List<List<String>> offers() {
        return offers;
    }

    private String choose(List<String> offered) {
        offers.add(List.copyOf(offered));
        return offered.contains("h2") ? "h2" : "";
    }

    private void serve(Socket socket) {
        try {
            ((SSLSocket) socket).setHandshakeApplicationProtocolSelector((tls, offered) -> choose(offered));
            DataInputStream input = new DataInputStream(socket.getInputStream());
            byte[] first = new byte[PREFACE];
            input.readFully(first);
            String beginning = new String(first, StandardCharsets.ISO_8859_1);
            if (beginning.startsWith("PRI * HTTP/2.0")) {
                talk.with(new Connection(input, socket.getOutputStream()));
            } else {
                serveHttp11(beginning, input, socket.getOutputStream());
            }
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    private void serveHttp11(String beginning, DataInputStream input, OutputStream output) throws IOException {
        StringBuilder head = new StringBuilder(beginning);
        for (int next = input.read(); next >= 0; next = input.read()) {
            head.append((char) next);
            if (head.length() > 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                output.write(talk.answer(head.toString()).getBytes(StandardCharsets.ISO_8859_1));
                head.setLength(0);
            }
        }
    }

    /** Ends all; fails if a talk found something unexpected. */
    @Override
    public void close() throws IOException, InterruptedException {
        listener.end();
        List<Throwable> unexpected = failures.stream()
                .filter(failure -> failure instanceof AssertionError)
                .toList();
        Waits.throwAll("unexpected", unexpected);
    }
}
