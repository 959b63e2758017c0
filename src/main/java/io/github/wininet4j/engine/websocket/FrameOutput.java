package io.github.wininet4j.engine.websocket;

import io.github.wininet4j.engine.net.CancelledIoException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes frames, each masked with a key of its own and whole before the next (RFC 6455 sections 5.2 and 5.3). */
final class FrameOutput {
    private static final int SMALL = 256;
    private static final int PIECE = 16_384;
    private static final int MAX_HEADER = 14;
    private static final int KEY_MASK = 3;
    private static final int MAX_16 = 0xFFFF;

    private final OutputStream output;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[Integer.BYTES];
    private ByteBuffer piece = ByteBuffer.allocate(SMALL);

    /** Frames must not mix: pongs come from the thread that receives. Held while a frame is written. */
    private final ReentrantLock turn = new ReentrantLock();

    /** What the pong says that is to follow. */
    private final AtomicReference<byte @Nullable []> owed = new AtomicReference<>();

    private boolean closed;
    private volatile long lastWrite = System.nanoTime();

    FrameOutput(OutputStream output) {
        this.output = output;
    }

    /** Returns when the last frame was written, by {@link System#nanoTime}. */
    long lastWrite() {
        return lastWrite;
    }

    /**
     * Writes a frame.
     *
     * @return false if a close frame was written before: nothing may follow it
     */
    boolean write(Opcode opcode, boolean last, ByteBuffer payload) throws IOException {
        turn.lock();
        boolean written = writeInTurn(opcode, last, payload);
        writeOwed();
        return written;
    }

    /**
     * Writes a pong, or leaves it to the thread that is writing a frame now: who receives must not wait for who sends,
     * since the server may read only once it is read. Of pongs that are left, the last one is written (RFC 6455 section
     * 5.5.3).
     */
    void pong(byte[] payload) throws IOException {
        owed.set(payload);
        writeOwed();
    }

    private void writeOwed() throws IOException {
        while (owed.get() != null && turn.tryLock()) {
            byte[] payload = owed.getAndSet(null);
            if (payload == null) {
                turn.unlock();
            } else {
                writeInTurn(Opcode.PONG, true, ByteBuffer.wrap(payload));
            }
        }
    }

    /** Returns whether a frame is being written. */
    boolean isWriting() {
        return turn.isLocked();
    }

    /**
     * Writes a close frame, unless that was done before.
     *
     * @param reason what it says
     * @param nanos how long that may take, a frame that is being written before it included
     * @param limit told how many nanoseconds are left when the write begins
     * @throws SocketTimeoutException if the frame before takes longer
     */
    void close(CloseReason reason, long nanos, LongConsumer limit) throws IOException {
        long begun = System.nanoTime();
        try {
            if (!turn.tryLock(nanos, TimeUnit.NANOSECONDS)) {
                throw new SocketTimeoutException("send timed out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledIoException(null);
        }
        limit.accept(nanos - (System.nanoTime() - begun));
        writeInTurn(Opcode.CLOSE, true, reason.payload());
    }

    private boolean writeInTurn(Opcode opcode, boolean last, ByteBuffer payload) throws IOException {
        try {
            if (closed) {
                return false;
            }
            closed = opcode == Opcode.CLOSE;
            random.nextBytes(key);
            ByteBuffer target = room(MAX_HEADER + payload.remaining());
            putHeader(target, opcode, last, payload.remaining());
            writeMasked(target, payload.duplicate());
            lastWrite = System.nanoTime();
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** Room that is kept from frame to frame. */
    private ByteBuffer room(int wanted) {
        if (piece.capacity() < Math.min(wanted, PIECE)) {
            piece = ByteBuffer.allocate(PIECE);
        }
        return piece.clear();
    }

    private void putHeader(ByteBuffer target, Opcode opcode, boolean last, int length) {
        target.put((byte) (opcode.code() | (last ? FrameHeader.FIN : 0)));
        if (length <= FrameHeader.MAX_CONTROL) {
            target.put((byte) (FrameHeader.MASKED | length));
        } else if (length <= MAX_16) {
            target.put((byte) (FrameHeader.MASKED | FrameHeader.LENGTH_16)).putShort((short) length);
        } else {
            target.put((byte) (FrameHeader.MASKED | FrameHeader.LENGTH_64)).putLong(length);
        }
        target.put(key);
    }

    @SuppressWarnings("ByteBufferBackingArray") // the buffer is on the heap and begins at its start
    private void writeMasked(ByteBuffer target, ByteBuffer payload) throws IOException {
        int index = 0;
        int end = payload.limit();
        do {
            int count = Math.min(end - payload.position(), target.remaining());
            int from = target.position();
            payload.limit(payload.position() + count);
            target.put(payload);
            payload.limit(end);
            mask(target, from, index);
            index += count;
            output.write(target.array(), 0, target.position());
            target.clear();
        } while (payload.hasRemaining());
    }

    /** Masks what stands behind a position; eight bytes at a time, as long as there are. */
    private void mask(ByteBuffer target, int from, int index) {
        long four = ByteBuffer.wrap(key).getInt() & 0xFFFF_FFFFL;
        long eight = Long.rotateLeft(four << Integer.SIZE | four, Byte.SIZE * (index & KEY_MASK));
        int at = from;
        for (; at <= target.position() - Long.BYTES; at += Long.BYTES) {
            target.putLong(at, target.getLong(at) ^ eight);
        }
        for (int i = index + at - from; at < target.position(); at++) {
            target.put(at, (byte) (target.get(at) ^ key[i++ & KEY_MASK]));
        }
    }
}
