package io.github.wininet4j.bench.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The floor of asynchronous calls: one thread with a selector, no client at all. */
final class FloorAsync implements AsyncClient {
    private final Target target;
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::loop, "floor");
    private volatile boolean closed;

    FloorAsync(Target target) throws IOException {
        this.target = target;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Lane lane(int number, String path, Completion completion) throws IOException {
        return new ChannelLane(path, completion);
    }

    private void loop() {
        try {
            while (!closed) {
                selector.select(key -> ((ChannelLane) key.attachment()).readable());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        closed = true;
        selector.wakeup();
        thread.join();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** One connection. */
    private final class ChannelLane implements Lane {
        private final Completion completion;
        private final ByteBuffer request;
        private final ByteBuffer buffer = ByteBuffer.allocate(Math.max(2048, target.readSize()));
        private SocketChannel channel;
        private long left = -1;
        private long length;

        ChannelLane(String path, Completion completion) {
            this.completion = completion;
            byte[] text = ("GET " + path + " HTTP/1.1\r\nHost: " + target.host() + ":" + target.port()
                            + "\r\nUser-Agent: bench\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            request = ByteBuffer.allocateDirect(text.length).put(text);
        }

        @Override
        public void get() {
            try {
                left = -1;
                buffer.clear();
                request.rewind();
                if (channel == null) {
                    channel = SocketChannel.open(target.address());
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    channel.configureBlocking(false);
                    channel.write(request);
                    channel.register(selector, SelectionKey.OP_READ, this);
                    selector.wakeup();
                } else {
                    channel.write(request);
                }
            } catch (IOException e) {
                completion.done(-1, e);
            }
        }

        void readable() {
            try {
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new EOFException();
                }
                take();
            } catch (IOException e) {
                completion.done(-1, e);
            }
        }

        private void take() {
            if (left < 0) {
                int end = AnswerHead.end(buffer.array(), buffer.position());
                if (end < 0) {
                    return;
                }
                length = AnswerHead.contentLength(buffer.array(), end);
                left = length - (buffer.position() - end);
            } else {
                left -= buffer.position();
            }
            buffer.clear();
            if (left == 0) {
                completion.done(length, null);
            }
        }
    }
}
