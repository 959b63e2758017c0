package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.fault.WinInetFailure;
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
    private final BrokenOff broken = new BrokenOff();
    private boolean endHasFailed;

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

    /** The failure that the end of the data has met is told once more. */
    protected void endFailed() {
        // Nobody asks more about it than its error.
    }

    @Override
    public final boolean readReady(ByteBuffer target) throws IOException {
        requireMore(target);
        // Straight into a large buffer: by way of the connection's own, each 8 KiB would cost two calls of the system.
        while (target.hasRemaining() && mayPull(target) && pull(target)) {
            // As long as it comes without a wait.
        }
        return isOver();
    }

    /** Whether a read would not wait; what the connection says of its state is a failure of the data. */
    private boolean mayPull(ByteBuffer target) throws IOException {
        try {
            return input.length() > 0 || (!broken.isKnown() && input.arrived() > 0);
        } catch (IOException e) {
            broken.meet(e, target.position() > 0);
            return false;
        }
    }

    @Override
    public final void readFully(ByteBuffer target) throws IOException {
        requireMore(target);
        while (target.hasRemaining() && input.length() > 0) {
            pull(target);
        }
        if (!target.hasRemaining() || isOver()) {
            return;
        }
        int before = target.position();
        beginWait();
        boolean more = true;
        while (more && target.hasRemaining()) {
            more = pull(target);
        }
        endWait(target.position() - before);
        if (!more && !broken.isKnown()) {
            meetEnd(target.position() > 0);
        }
    }

    /** A read that begins with nothing tells what broke the data off. */
    private void requireMore(ByteBuffer target) throws IOException {
        if (target.position() == 0 && target.hasRemaining() && input.length() == 0) {
            tellFailure();
        }
    }

    private void tellFailure() throws IOException {
        if (endHasFailed) {
            endFailed();
        }
        broken.tell();
    }

    /** All data is here by then, so that even a reply that does not come in time is told after it. */
    private void meetEnd(boolean hasData) throws IOException {
        try {
            end();
        } catch (IOException | WinInetFailure e) {
            endHasFailed = true;
            broken.keep(e);
            if (!hasData) {
                broken.tell();
            }
        }
    }

    /** Moves what is there, or waits for more; false at the end, and where the data breaks off behind other data. */
    private boolean pull(ByteBuffer target) throws IOException {
        try {
            return pullOnce(target);
        } catch (IOException | WinInetFailure e) {
            broken.meet(e, target.position() > 0 || input.length() > 0);
        }
        return input.length() > 0;
    }

    private boolean pullOnce(ByteBuffer target) throws IOException {
        if (input.length() == 0 && broken.isKnown()) {
            return false;
        }
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
        if (input.length() == 0) {
            tellFailure();
            try {
                if (input.arrived() > 0) {
                    input.fill();
                }
            } catch (IOException | WinInetFailure e) {
                broken.meet(e, input.length() > 0);
            }
        }
        return input.length();
    }

    @Override
    public final boolean isAtEnd() {
        return isOver() && !broken.isKnown();
    }

    /** Whether no more data comes, be it that something failed. */
    private boolean isOver() {
        return input.length() == 0 && (broken.isKnown() || hasEnded());
    }

    @Override
    public final void awaitData() throws IOException {
        if (input.length() == 0) {
            tellFailure();
        }
        if (input.length() == 0 && !isOver()) {
            beginWait();
            boolean more = fill();
            endWait(input.length());
            if (!more && !broken.isKnown()) {
                meetEnd(false);
            }
        } else if (announced) {
            endWait(input.length());
        }
    }

    private boolean fill() throws IOException {
        try {
            return input.fill();
        } catch (IOException | WinInetFailure e) {
            broken.meet(e, input.length() > 0);
        }
        return true;
    }

    @Override
    public final void announceWait() {
        if (input.length() == 0 && !isOver()) {
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
