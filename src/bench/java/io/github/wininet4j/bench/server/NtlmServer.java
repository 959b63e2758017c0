package io.github.wininet4j.bench.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks for NTLM (MS-NLMP) on each connection, takes whatever answers its challenge, sends 128 bytes and closes. It
 * checks nothing, as it is there for what clients spend.
 */
public final class NtlmServer implements AutoCloseable {
    private static final String PREFIX = "authorization: ntlm ";
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE = SIGNATURE.length;
    private static final int NEGOTIATE = 1;
    private static final int CHALLENGE = 2;
    private static final int HEAD = 48;
    /** Unicode, the target's name, NTLM, always signed, a domain, extended session security, target information. */
    private static final int FLAGS = 0x00898205;

    private static final int AV_END = 0;
    private static final int AV_DOMAIN = 2;
    private static final String DOMAIN = "CORP";

    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 128\r\n\r\n"
                    + "x".repeat(128))
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFUSAL = refusal("");
    private static final byte[] QUESTION = refusal(" " + Base64.getEncoder().encodeToString(challenge()));

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ntlm");
        thread.setDaemon(true);
        return thread;
    });

    private NtlmServer(ServerSocket listener) {
        this.listener = listener;
    }

    /**
     * Starts it.
     *
     * @return the server
     * @throws IOException if there is no port
     */
    public static NtlmServer start() throws IOException {
        NtlmServer server = new NtlmServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        server.threads.execute(server::accept);
        return server;
    }

    /** Returns the port. */
    public int port() {
        return listener.getLocalPort();
    }

    private static byte[] refusal(String token) {
        return ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM" + token + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] challenge() {
        byte[] name = DOMAIN.getBytes(StandardCharsets.UTF_16LE);
        int pairs = 4 + name.length + 4;
        ByteBuffer message = ByteBuffer.allocate(HEAD + name.length + pairs).order(ByteOrder.LITTLE_ENDIAN);
        message.put(SIGNATURE).putInt(CHALLENGE);
        field(message, name.length, HEAD);
        message.putInt(FLAGS).putLong(0x0123456789abcdefL).putLong(0);
        field(message, pairs, HEAD + name.length);
        message.put(name);
        message.putShort((short) AV_DOMAIN).putShort((short) name.length).put(name);
        message.putShort((short) AV_END).putShort((short) 0);
        return message.array();
    }

    private static void field(ByteBuffer message, int length, int offset) {
        message.putShort((short) length).putShort((short) length).putInt(offset);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            byte[] answer;
            do {
                answer = answer(token(in));
                out.write(answer);
            } while (answer != ANSWER);
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static byte[] answer(byte[] token) {
        if (token == null) {
            return REFUSAL;
        }
        return token[TYPE] == NEGOTIATE ? QUESTION : ANSWER;
    }

    /** Reads the head of a request; returns the message in it, or null. */
    private static byte[] token(InputStream in) throws IOException {
        byte[] token = null;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                token = Base64.getDecoder().decode(line.substring(PREFIX.length()));
            }
        }
        return token;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().trim();
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
