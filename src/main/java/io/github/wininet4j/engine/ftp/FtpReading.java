package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.engine.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a file as it comes. With its last byte comes the server's reply, which may still say that it failed. */
final class FtpReading implements Transfer {
    /** For buffers that are not arrays. */
    private static final int PIECE = 65_536;

    private final FtpChild child;
    private final ReadBuffer input;
    private boolean announced;
    private byte[] scratch = {};

    FtpReading(FtpChild child) {
        this.child = child;
        this.input = child.data().input();
    }

    @Override
    public void requireReadable() {
        // It always is.
    }

    /** FTP knows no positions but that of REST (R-SEEK-3). */
    @Override
    public long seek(long distance, int method, long last) {
        throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
    }

    @Override
    public boolean readReady(ByteBuffer target) throws IOException {
        while (target.hasRemaining() && readyBytes() > 0) {
            pull(target);
        }
        return isAtEnd();
    }

    @Override
    public void readFully(ByteBuffer target) throws IOException {
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
            child.end();
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
    public int readyBytes() throws IOException {
        if (input.length() == 0 && input.arrived() > 0) {
            input.fill();
        }
        return input.length();
    }

    @Override
    public boolean isAtEnd() {
        return input.length() == 0 && child.data().isEnded();
    }

    @Override
    public void awaitData() throws IOException {
        if (input.length() == 0 && !isAtEnd()) {
            beginWait();
            boolean more = input.fill();
            endWait(input.length());
            if (!more) {
                child.end();
            }
        } else if (announced) {
            endWait(input.length());
        }
    }

    @Override
    public void announceWait() {
        if (input.length() == 0 && !isAtEnd()) {
            beginWait();
        }
    }

    private void beginWait() {
        if (!announced) {
            announced = true;
            child.statuses().receivingResponse();
        }
    }

    private void endWait(int received) {
        announced = false;
        child.statuses().responseReceived(received);
    }
}
