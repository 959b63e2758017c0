package io.github.wininet4j.bench.cache;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers every request with five bytes that may not be kept if its target says so, and forgets its body. */
final class OkServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final String HEAD = "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: text/plain\r\n";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName(HOST));

    OkServer() throws IOException {
        start(() -> {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket));
            }
        });
    }

    /** What a thread does until it fails. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // Closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void serve(Socket socket) throws IOException {
        byte[] kept = (HEAD + "Content-Length: 5\r\n\r\nhello").getBytes(StandardCharsets.US_ASCII);
        byte[] passing = (HEAD + "Cache-Control: no-store\r\nContent-Length: 5\r\n\r\nhello")
                .getBytes(StandardCharsets.US_ASCII);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
        while (true) {
            String request = line(in);
            int length = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).trim());
                }
            }
            in.skipNBytes(length);
            socket.getOutputStream().write(request.contains("no-store") ? passing : kept);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
