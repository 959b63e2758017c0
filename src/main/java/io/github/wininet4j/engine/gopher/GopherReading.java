package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.engine.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a document as it comes. */
final class GopherReading implements Transfer {
    private final ReadBuffer input;
    private final GopherStatuses statuses;
    private final byte[] scratch = new byte[ReadBuffer.DEFAULT_SIZE];
    private boolean announced;
    private boolean ended;

    GopherReading(ReadBuffer input, GopherStatuses statuses) {
        this.input = input;
        this.statuses = statuses;
    }

    @Override
    public void requireReadable() {
        // It always is.
    }

    /** Gopher knows no positions (R-SEEK-3). */
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
        if (!target.hasRemaining() || ended) {
            return;
        }
        int before = target.position();
        announceWait();
        while (target.hasRemaining() && !ended) {
            pull(target);
        }
        endWait(target.position() - before);
    }

    private void pull(ByteBuffer target) throws IOException {
        int count = input.read(scratch, 0, Math.min(scratch.length, target.remaining()));
        if (count < 0) {
            ended = true;
        } else {
            target.put(scratch, 0, count);
        }
    }

    @Override
    public int readyBytes() throws IOException {
        if (input.length() == 0 && !ended && input.arrived() > 0) {
            ended = !input.fill();
        }
        return input.length();
    }

    @Override
    public boolean isAtEnd() {
        return input.length() == 0 && ended;
    }

    @Override
    public void awaitData() throws IOException {
        if (input.length() == 0 && !ended) {
            announceWait();
            ended = !input.fill();
            endWait(input.length());
        } else if (announced) {
            endWait(input.length());
        }
    }

    @Override
    public void announceWait() {
        if (input.length() == 0 && !ended && !announced) {
            announced = true;
            statuses.receivingResponse();
        }
    }

    private void endWait(int received) {
        if (announced) {
            announced = false;
            statuses.responseReceived(received);
        }
    }
}
