package io.github.wininet4j.bench.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** The floor of waiting calls: bytes on a blocking socket, no client at all. */
final class FloorSync implements SyncClient {
    private final Target target;
    private final Trust trust;

    FloorSync(Target target) throws Exception {
        this.target = target;
        this.trust = target.tls() ? Trust.of(target.authority()) : null;
    }

    @Override
    public Lane lane() {
        return new SocketLane();
    }

    @Override
    public void close() {}

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(target.address());
        if (!target.tls()) {
            return socket;
        }
        SSLSocket secure =
                (SSLSocket) trust.context().getSocketFactory().createSocket(socket, target.host(), target.port(), true);
        secure.startHandshake();
        return secure;
    }

    /** One connection. */
    private final class SocketLane implements Lane {
        private final byte[] buffer = new byte[Math.max(target.readSize(), 4096)];
        private final Gunzip gunzip = target.gzip() ? new Gunzip(target.readSize()) : null;
        private Socket socket;
        private InputStream in;
        private OutputStream out;
        private String lastPath;
        private byte[] request;

        private void open() throws IOException {
            if (socket == null) {
                socket = connect();
                in = socket.getInputStream();
                out = socket.getOutputStream();
            }
        }

        @Override
        public long get(String path) throws IOException {
            open();
            if (!path.equals(lastPath)) {
                lastPath = path;
                request = head("GET", path, target.gzip() ? "Accept-Encoding: gzip\r\n" : "");
            }
            out.write(request);
            return answer();
        }

        @Override
        public long put(String path, long size) throws IOException {
            open();
            out.write(head("PUT", path, "Content-Length: " + size + "\r\n"));
            byte[] zeros = new byte[target.readSize()];
            for (long left = size; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
            answer();
            return size;
        }

        private byte[] head(String verb, String path, String more) {
            String named = target.has(Feature.PROXY) ? target.url(path) : path;
            String text = verb + " " + named + " HTTP/1.1\r\nHost: " + target.host() + ":" + target.port() + "\r\n"
                    + more + "User-Agent: bench\r\n\r\n";
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private long answer() throws IOException {
            int have = 0;
            int end;
            do {
                int read = in.read(buffer, have, buffer.length - have);
                if (read < 0) {
                    throw new EOFException();
                }
                have += read;
                end = AnswerHead.end(buffer, have);
            } while (end < 0);
            long length = AnswerHead.contentLength(buffer, end);
            // Before the body overwrites the head.
            boolean closes = AnswerHead.closes(buffer, end);
            long size = gunzip == null ? plain(length, have - end) : coded(length, end, have);
            if (closes) {
                socket.close();
                socket = null;
            }
            return size;
        }

        private long plain(long length, int have) throws IOException {
            for (long left = length - have; left > 0; ) {
                left -= part(left);
            }
            return length;
        }

        private long coded(long length, int from, int have) throws IOException {
            gunzip.begin();
            long size = gunzip.take(buffer, from, have - from);
            for (long left = length - (have - from); left > 0; ) {
                int read = part(left);
                size += gunzip.take(buffer, 0, read);
                left -= read;
            }
            return size;
        }

        private int part(long left) throws IOException {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            return read;
        }
    }
}
