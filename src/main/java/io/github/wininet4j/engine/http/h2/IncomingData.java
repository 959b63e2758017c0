package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/** The body of a response: what has come and was not taken yet, at most a window full. */
final class IncomingData implements ContentStream {
    private static final int PIECE = 16_384;
    /** From this size on data stays in the array in which it came. */
    private static final int LARGE = PIECE / 2;

    private final Http2Stream stream;
    private final ReentrantLock lock;

    // Guarded by the lock of the connection.
    private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
    private int window = Http2Connection.STREAM_WINDOW;
    private int taken;
    private int buffered;
    private long received;
    private boolean ended;
    private boolean closed;

    IncomingData(Http2Stream stream) {
        this.stream = stream;
        this.lock = stream.shared().lock();
    }

    // ---- with the lock held

    /** Keeps data, small pieces as a copy; false if there is more than the window allows. */
    boolean add(ByteBuffer content, int size) {
        window -= size;
        received += content.remaining();
        long announced = stream.length();
        if (ended || window < 0 || (announced >= 0 && received > announced)) {
            return false;
        }
        // The padding is nobody's to take.
        taken += size - content.remaining();
        buffered += content.remaining();
        append(content);
        return true;
    }

    /** Small frames share a piece, or the memory of a window would be many times its size. */
    private void append(ByteBuffer content) {
        if (content.remaining() >= LARGE) {
            pieces.add(content.slice());
            return;
        }
        ByteBuffer last = pieces.peekLast();
        if (last != null && last.capacity() - last.limit() >= content.remaining()) {
            int end = last.limit();
            last.limit(end + content.remaining()).put(end, content, content.position(), content.remaining());
        } else if (content.hasRemaining()) {
            int size = content.remaining();
            int capacity = last == null ? size : Math.max(size, Math.min(buffered, PIECE));
            ByteBuffer piece = ByteBuffer.allocate(capacity);
            pieces.add(piece.put(content).flip());
        }
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean isClosed() {
        return closed;
    }

    /** Drops what is left; returns how much. */
    int close() {
        closed = true;
        int left = buffered;
        pieces.clear();
        buffered = 0;
        return left;
    }

    int growth(int count) {
        taken += count;
        if (ended || taken < Http2Connection.STREAM_WINDOW / 2) {
            return 0;
        }
        int growth = taken;
        taken = 0;
        window += growth;
        return growth;
    }

    // ---- what the request's thread asks

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        long deadline = Http2Stream.deadline(stream.options().timeouts().receiveMillis());
        lock.lock();
        try {
            while (pieces.isEmpty() && !ended) {
                if (closed) {
                    throw new SocketException("the response was given up");
                }
                stream.await(deadline, "receive timed out");
            }
            while (count < length && !pieces.isEmpty()) {
                ByteBuffer piece = pieces.peek();
                int part = Math.min(piece.remaining(), length - count);
                piece.get(target, offset + count, part);
                count += part;
                if (!piece.hasRemaining()) {
                    pieces.remove();
                }
            }
            buffered -= count;
        } finally {
            lock.unlock();
        }
        if (count == 0) {
            complete();
            return -1;
        }
        stream.shared().taken(stream, count);
        endIfAllIsRead();
        return count;
    }

    @Override
    public boolean isWhole() {
        return stream.isHeadOnly() || stream.length() < 0 || stream.length() == received;
    }

    /** Less than was announced is what a truncated body is over HTTP/1.1 (R-READ-7). */
    private void complete() throws IOException {
        if (received < stream.length()
                && !stream.isHeadOnly()
                && stream.options().truncationFails()) {
            throw new SocketException("less data than announced");
        }
        stream.end();
    }

    private void endIfAllIsRead() {
        boolean over;
        lock.lock();
        try {
            over = ended && pieces.isEmpty() && (stream.length() < 0 || stream.length() == received);
        } finally {
            lock.unlock();
        }
        if (over) {
            stream.end();
        }
    }

    @Override
    public int buffered() {
        lock.lock();
        try {
            return buffered;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int available() {
        return buffered();
    }

    @Override
    public boolean isEnded() {
        lock.lock();
        try {
            return ended && pieces.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long length() {
        return stream.length();
    }
}
