package io.github.wininet4j.bench.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** Sends each short binary message of a WebSocket back. A thread for each connection. */
public final class MessageServer implements AutoCloseable {
    private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int MESSAGE = 0x82;
    private static final int LENGTH = 0x7F;
    private static final int MASK = 4;
    private static final int HEAD = 4;
    private static final int SHORT = 125;
    private static final int LENGTH_16 = 126;

    private final ServerSocket listener;

    private MessageServer(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Starts it.
     *
     * @return the server
     * @throws IOException if there is no port
     */
    public static MessageServer start() throws IOException {
        MessageServer server = new MessageServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(server::accept);
        return server;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "messages");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = socket.getOutputStream();
            out.write(grant(in).getBytes(StandardCharsets.US_ASCII));
            while (true) {
                echo(in, out);
            }
        } catch (IOException | GeneralSecurityException e) {
            // The client has gone.
        }
    }

    private static String grant(DataInputStream in) throws IOException, GeneralSecurityException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).trim();
            }
        }
        byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + SUFFIX).getBytes(StandardCharsets.US_ASCII));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().trim();
    }

    private static void echo(DataInputStream in, OutputStream out) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & LENGTH;
        if (length > SHORT) {
            length = in.readUnsignedShort();
        }
        byte[] key = new byte[MASK];
        in.readFully(key);
        int head = length > SHORT ? HEAD : 2;
        byte[] frame = new byte[head + length];
        frame[0] = (byte) MESSAGE;
        frame[1] = (byte) (length > SHORT ? LENGTH_16 : length);
        if (length > SHORT) {
            frame[2] = (byte) (length >> Byte.SIZE);
            frame[3] = (byte) length;
        }
        in.readFully(frame, head, length);
        for (int i = 0; i < length; i++) {
            frame[head + i] ^= key[i % MASK];
        }
        out.write(frame);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
