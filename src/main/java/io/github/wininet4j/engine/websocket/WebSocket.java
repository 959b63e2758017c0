package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of frames on an upgraded connection. One thread receives and one sends at a time; closing waits its
 * turn to receive.
 */
final class WebSocket {
    private static final byte[] NOTHING = {};
    private static final int PIECE = 8_192;

    private final Connection connection;
    private final FrameOutput output;
    private final FrameSource source;
    private final MessageInput input;

    /** Who reads: a receive, or a close that waits for the answer. Held while bytes are waited for. */
    private final ReentrantLock reading = new ReentrantLock();

    /** What the message under way to the server is; null between messages. Belongs to the sender. */
    private @Nullable Opcode sending;

    private Utf8Check text = new Utf8Check();
    private volatile boolean shutdown;
    private volatile boolean over;

    WebSocket(Connection connection) throws IOException {
        this.connection = connection;
        // Messages may be hours apart (R-PROJ-WS-3).
        connection.setReceiveTimeout(0);
        this.output = new FrameOutput(connection.output());
        this.source = new FrameSource(connection.input());
        this.input = new MessageInput(source, output::pong);
    }

    /** Returns what the server's close frame said, or null before it came. */
    @Nullable
    CloseReason closed() {
        return input.closed();
    }

    /** Returns whether a close frame was sent. */
    boolean isShutdown() {
        return shutdown;
    }

    /** Returns whether nothing can be received any more: the server has closed, or this side has closed both. */
    boolean isOver() {
        return over || closed() != null;
    }

    /** Returns whether a receive would not wait. Only for the receiver. */
    boolean isReady(int wanted) {
        return !reading.isLocked() && input.isReady(wanted);
    }

    /**
     * Receives data or the close frame.
     *
     * @param target receives the data
     * @param keepAliveMillis after how much silence of this side a pong is sent while waiting
     */
    Received receive(ByteBuffer target, int keepAliveMillis) throws IOException {
        reading.lock();
        try {
            source.waitBy(() -> keepAlive(keepAliveMillis));
            return input.receive(target);
        } catch (ProtocolViolation e) {
            refuse(e);
            throw e;
        } finally {
            reading.unlock();
        }
    }

    /** Tells the server what it broke, if it still listens. */
    private void refuse(ProtocolViolation violation) {
        try {
            close(CloseReason.of(violation.status()));
            connection.closeGracefully();
        } catch (IOException e) {
            connection.close();
            violation.addSuppressed(e);
        }
    }

    /** Waits for a byte, with pongs that nobody asked for as a sign of life (RFC 6455 section 5.5.3). */
    private void keepAlive(int keepAliveMillis) throws IOException {
        while (keepAliveMillis > 0 && source.length() == 0) {
            // A frame under way is a sign of life as well.
            long silent =
                    output.isWriting() ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - output.lastWrite());
            try {
                connection.fillWithin((int) Math.max(1, keepAliveMillis - silent));
                return;
            } catch (SocketTimeoutException e) {
                if (connection.isClosed()) {
                    throw e;
                }
                output.pong(NOTHING);
            }
        }
    }

    /**
     * Sends a part of a message.
     *
     * @param opcode text or binary, or ping
     * @param last whether it ends the message
     * @param payload the data
     */
    void send(Opcode opcode, boolean last, ByteBuffer payload) throws IOException {
        if (opcode.isControl()) {
            output.write(opcode, true, payload);
            return;
        }
        Opcode sent = sending == null ? opcode : Opcode.CONTINUATION;
        sending = last ? null : opcode;
        output.write(sent, last, payload);
    }

    /**
     * Takes up a part of a message if it may be sent now: its kind is that of the message under way, and its text is
     * UTF-8 so far.
     */
    boolean admits(Opcode opcode, boolean last, ByteBuffer payload) {
        if (opcode.isControl()) {
            return payload.remaining() <= FrameHeader.MAX_CONTROL;
        }
        if (sending != null && sending != opcode) {
            return false;
        }
        Utf8Check checked = sending == null ? new Utf8Check() : new Utf8Check(text);
        if (opcode == Opcode.TEXT && !(isText(checked, payload) && (!last || checked.isComplete()))) {
            return false;
        }
        text = checked;
        return true;
    }

    private static boolean isText(Utf8Check check, ByteBuffer payload) {
        byte[] piece = new byte[Math.min(payload.remaining(), PIECE)];
        ByteBuffer rest = payload.duplicate();
        while (rest.hasRemaining()) {
            int count = Math.min(rest.remaining(), piece.length);
            rest.get(piece, 0, count);
            if (!check.accepts(piece, 0, count)) {
                return false;
            }
        }
        return true;
    }

    /** Sends a close frame, unless that was done before. */
    void close(CloseReason reason) throws IOException {
        shutdown = true;
        output.write(Opcode.CLOSE, true, reason.payload());
    }

    /**
     * Sends a close frame, unless that was done before, and drops what still comes until the server's is there; then
     * closes the connection.
     *
     * @param reason why
     * @param millis how long all that may take, as an unsigned number; 0 is no time
     * @throws SocketTimeoutException if it takes longer
     */
    void closeWhole(CloseReason reason, int millis) throws IOException {
        long patience = TimeUnit.MILLISECONDS.toNanos(Integer.toUnsignedLong(millis));
        long deadline = System.nanoTime() + patience;
        shutdown = true;
        boolean closed = false;
        try {
            output.close(reason, patience, this::limitWrites);
            acquireReading(deadline);
            try {
                dropUntilClosed(deadline);
            } finally {
                reading.unlock();
            }
            closed = true;
        } finally {
            over = true;
            if (closed) {
                connection.closeGracefully();
            } else {
                connection.close();
            }
        }
    }

    /** The write of a close frame can be stuck as any other. */
    private void limitWrites(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
        connection.shortenSendTimeout((int) Math.max(1, Math.min(millis, Integer.MAX_VALUE)));
    }

    private void dropUntilClosed(long deadline) throws IOException {
        source.waitBy(() -> awaitUntil(deadline));
        ByteBuffer dropped = ByteBuffer.allocate(PIECE);
        while (input.closed() == null) {
            input.receive(dropped.clear());
        }
    }

    private void awaitUntil(long deadline) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(left(deadline)) + 1;
        if (source.length() == 0) {
            connection.fillWithin((int) Math.min(millis, Integer.MAX_VALUE));
        }
    }

    /** A receive that waits meanwhile gets the close frame itself, or the end of the connection. */
    private void acquireReading(long deadline) throws IOException {
        try {
            if (reading.tryLock(left(deadline), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledIoException(null);
        }
        throw new SocketTimeoutException("the server sends no close frame");
    }

    private static long left(long deadline) throws SocketTimeoutException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the server sends no close frame");
        }
        return left;
    }

    /** Closes the connection without another word. */
    void abort() {
        connection.closeGracefully();
    }
}
