package io.github.wininet4j.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own: answers {@code GET} after two seconds, or soon if that is what its path says, and {@code PUT}
 * when the whole body has arrived. One selector loop.
 */
public final class SlowServer {
    private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int BACKLOG = 4096;
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 128\r\n\r\n"
                    + "z".repeat(128))
            .getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final ServerSocketChannel acceptor = ServerSocketChannel.open();
    /** By when they are due. */
    private final PriorityQueue<Visitor> waiting = new PriorityQueue<>(Comparator.comparingLong(v -> v.due));

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length);

    private SlowServer() throws IOException {
        answer.put(ANSWER);
        acceptor.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
        acceptor.configureBlocking(false);
        acceptor.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Runs the server until its input ends. Prints its port.
     *
     * @param args none
     * @throws IOException if the network fails
     */
    public static void main(String[] args) throws IOException {
        SlowServer server = new SlowServer();
        System.out.println(server.acceptor.socket().getLocalPort());
        Thread guard = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException e) {
                        // The parent process has ended.
                    }
                    System.exit(0);
                },
                "guard");
        guard.setDaemon(true);
        guard.start();
        server.loop();
    }

    private void loop() throws IOException {
        while (true) {
            Visitor first = waiting.peek();
            long rest = first == null ? 0 : Math.max(1, (first.due - System.nanoTime()) / 1_000_000);
            selector.select(this::ready, rest);
            long now = System.nanoTime();
            while (!waiting.isEmpty() && waiting.peek().due <= now) {
                waiting.poll().answer();
            }
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                for (SocketChannel channel = acceptor.accept(); channel != null; channel = acceptor.accept()) {
                    channel.configureBlocking(false);
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    channel.register(selector, SelectionKey.OP_READ, new Visitor(channel));
                }
            } else {
                ((Visitor) key.attachment()).read();
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    /** One connection. */
    private final class Visitor {
        private final SocketChannel channel;
        private final StringBuilder head = new StringBuilder();
        private long bodyLeft;
        private long due;

        Visitor(SocketChannel channel) {
            this.channel = channel;
        }

        void read() throws IOException {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                channel.close();
                return;
            }
            if (bodyLeft > 0) {
                take(count);
                return;
            }
            buffer.flip();
            head.append(StandardCharsets.ISO_8859_1.decode(buffer));
            int end = head.indexOf("\r\n\r\n");
            if (end >= 0) {
                begin(end + 4);
            }
        }

        private void begin(int end) {
            String text = head.substring(0, end).toLowerCase(Locale.ROOT);
            int early = head.length() - end;
            head.setLength(0);
            head.trimToSize();
            int length = text.indexOf("\r\ncontent-length:");
            if (text.startsWith("put ") && length >= 0) {
                int from = text.indexOf(':', length) + 1;
                bodyLeft = Long.parseLong(
                        text.substring(from, text.indexOf('\r', from)).trim());
                if (text.contains("\r\nexpect: 100-continue")) {
                    write(ByteBuffer.wrap("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
                }
                take(early);
            } else {
                due = System.nanoTime() + (text.startsWith("get /soon ") ? SOON_NANOS : DELAY_NANOS);
                waiting.add(this);
            }
        }

        private void take(int count) {
            bodyLeft -= count;
            if (bodyLeft == 0) {
                answer();
            }
        }

        void answer() {
            answer.rewind();
            write(answer);
        }

        /** An answer of a few bytes fits into the socket's buffer. */
        private void write(ByteBuffer bytes) {
            try {
                channel.write(bytes);
            } catch (IOException e) {
                // The client has disconnected.
            }
        }
    }
}
