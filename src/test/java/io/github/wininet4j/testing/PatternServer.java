package io.github.wininet4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves and takes bodies of {@link PatternedBytes} of any size without storing them, on 127.0.0.1.
 *
 * <ul>
 *   <li>GET {@code /length/N}: N bytes with a Content-Length, or the rest from where a {@code Range: bytes=K-} asks
 *   <li>GET {@code /chunked/A,B}: one chunk of A bytes and one of B
 *   <li>POST anything: takes a body with a Content-Length, compares it with the pattern, and answers how many bytes
 *       were as they should be
 * </ul>
 */
public final class PatternServer implements AutoCloseable {
    private static final Pattern TARGET = Pattern.compile("\\S+ /(\\w+)(?:/(\\d+))?(?:,(\\d+))? .*");
    private static final Pattern RANGE = Pattern.compile("(?im)^range: *bytes=(\\d+)-\\r?$");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)\\r?$");

    /** A whole number of periods, so that any place of the content is followed by a long run of it here. */
    private static final int PERIOD = 65_521;

    private static final int RUN = 8 * PERIOD;
    private static final ByteBuffer CONTENT =
            ByteBuffer.allocateDirect(RUN).put(PatternedBytes.bytes(0, RUN)).flip();

    private final ServerSocketChannel listener;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private PatternServer(ServerSocketChannel listener) {
        this.listener = listener;
        Waits.daemon("pattern server", this::accept);
    }

    /** Starts a server. */
    public static PatternServer start() {
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            return new PatternServer(listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port. */
    public int port() {
        return listener.socket().getLocalPort();
    }

    /** Returns the number of connections so far. */
    public int connectionCount() {
        return connections.get();
    }

    /** Returns what was asked: the heads of all requests so far, unchanged. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                connections.incrementAndGet();
                open.add(client);
                Waits.daemon("pattern connection", () -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SocketChannel client) {
        ByteBuffer received = ByteBuffer.allocate(256 * 1024).flip();
        try (client) {
            for (String head = readHead(client, received); head != null; head = readHead(client, received)) {
                heads.add(head);
                answer(client, head, received);
            }
        } catch (IOException e) {
            // The client is gone.
        } finally {
            open.remove(client);
        }
    }

    private static String readHead(SocketChannel client, ByteBuffer received) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            if (!received.hasRemaining()) {
                if (client.read(received.clear()) < 0) {
                    return null;
                }
                received.flip();
            }
            head.append((char) (received.get() & 0xFF));
        }
        return head.toString();
    }

    private static void answer(SocketChannel client, String head, ByteBuffer received) throws IOException {
        Matcher target = TARGET.matcher(head.lines().findFirst().orElse(""));
        if (!target.matches()) {
            text(client, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        } else if (head.startsWith("POST ")) {
            String count = take(client, length(LENGTH, head), received);
            text(client, "HTTP/1.1 200 OK\r\nContent-Length: " + count.length() + "\r\n\r\n" + count);
        } else if (target.group(1).equals("length")) {
            sendRange(client, head, Long.parseLong(target.group(2)));
        } else {
            text(client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            long first = Long.parseLong(target.group(2));
            long second = Long.parseLong(target.group(3));
            text(client, Long.toHexString(first) + "\r\n");
            send(client, 0, first);
            text(client, "\r\n" + Long.toHexString(second) + "\r\n");
            send(client, first, first + second);
            text(client, "\r\n0\r\n\r\n");
        }
    }

    private static void sendRange(SocketChannel client, String head, long size) throws IOException {
        long start = length(RANGE, head);
        if (start > 0) {
            text(
                    client,
                    "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + start + "-" + (size - 1) + "/" + size
                            + "\r\nContent-Length: " + (size - start) + "\r\n\r\n");
        } else {
            text(client, "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
        }
        send(client, start, size);
    }

    private static long length(Pattern header, String head) {
        Matcher matcher = header.matcher(head);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static void send(SocketChannel client, long start, long end) throws IOException {
        ByteBuffer content = CONTENT.duplicate();
        long at = start;
        while (at < end) {
            int from = (int) (at % PERIOD);
            content.limit((int) Math.min(RUN, from + (end - at))).position(from);
            at += content.remaining();
            while (content.hasRemaining()) {
                client.write(content);
            }
        }
    }

    private static String take(SocketChannel client, long size, ByteBuffer received) throws IOException {
        long at = 0;
        while (true) {
            int count = (int) Math.min(received.remaining(), size - at);
            try {
                PatternedBytes.assertAt(at, received.array(), received.position(), count);
            } catch (AssertionError e) {
                return e.getMessage();
            }
            received.position(received.position() + count);
            at += count;
            if (at == size) {
                return Long.toString(at);
            }
            if (client.read(received.clear()) < 0) {
                throw new IOException("the body ended after " + at + " bytes");
            }
            received.flip();
        }
    }

    private static void text(SocketChannel client, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel client : open) {
            client.close();
        }
    }
}
