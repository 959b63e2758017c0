package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads what a connection brings as it comes, and tells the waits for it. */
public abstract class ReceivingTransfer implements SequentialTransfer {
    /** For buffers that are not arrays, in bytes. */
    private static final int PIECE = 65_536;

    private final ReadBuffer input;
    private boolean announced;
    private byte[] scratch = {};

    /**
     * Creates a transfer.
     *
     * @param input what is read
     */
    protected ReceivingTransfer(ReadBuffer input) {
        this.input = input;
    }

    /** Returns whether nothing comes any more. What is in the buffer may still be read. */
    protected abstract boolean hasEnded();

    /**
     * The end of the data was met.
     *
     * @throws IOException if what the peer says then is bad
     */
    protected void end() throws IOException {
        // Nothing more is to be done.
    }

    /** Tells that the peer is waited for. */
    protected abstract void waitBegins();

    /**
     * Tells that the wait is over.
     *
     * @param received how many bytes came
     */
    protected abstract void waitEnds(int received);

    @Override
    public final boolean readReady(ByteBuffer target) throws IOException {
        // Straight into a large buffer: by way of the connection's own, each 8 KiB would cost two calls of the system.
        while (target.hasRemaining() && (input.length() > 0 || input.arrived() > 0)) {
            pull(target);
        }
        return isAtEnd();
    }

    @Override
    public final void readFully(ByteBuffer target) throws IOException {
        while (target.hasRemaining() && input.length() > 0) {
            pull(target);
        }
        if (!target.hasRemaining() || isAtEnd()) {
            return;
        }
        int before = target.position();
        beginWait();
        boolean more = true;
        while (more && target.hasRemaining()) {
            more = pull(target);
        }
        endWait(target.position() - before);
        if (!more) {
            end();
        }
    }

    /** Moves what is there, or waits for more; false at the end. */
    private boolean pull(ByteBuffer target) throws IOException {
        if (target.hasArray()) {
            int count = input.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
            target.position(target.position() + Math.max(count, 0));
            return count >= 0;
        }
        if (scratch.length == 0) {
            scratch = new byte[PIECE];
        }
        int count = input.read(scratch, 0, Math.min(scratch.length, target.remaining()));
        target.put(scratch, 0, Math.max(count, 0));
        return count >= 0;
    }

    @Override
    public final int readyBytes() throws IOException {
        if (input.length() == 0 && input.arrived() > 0) {
            input.fill();
        }
        return input.length();
    }

    @Override
    public final boolean isAtEnd() {
        return input.length() == 0 && hasEnded();
    }

    @Override
    public final void awaitData() throws IOException {
        if (input.length() == 0 && !isAtEnd()) {
            beginWait();
            boolean more = input.fill();
            endWait(input.length());
            if (!more) {
                end();
            }
        } else if (announced) {
            endWait(input.length());
        }
    }

    @Override
    public final void announceWait() {
        if (input.length() == 0 && !isAtEnd()) {
            beginWait();
        }
    }

    private void beginWait() {
        if (!announced) {
            announced = true;
            waitBegins();
        }
    }

    private void endWait(int received) {
        announced = false;
        waitEnds(received);
    }
}
