package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A transfer that is kept while the caller reads it, and becomes an entry of the cache at its end (R-URLOPEN-9). */
final class KeptTransfer implements Transfer {
    private final Transfer transfer;
    private final KeptFile file;
    private final long size;

    /**
     * Begins to keep.
     *
     * @param transfer what is read
     * @param file where it is kept
     * @param size how many bytes it must have, or -1
     */
    KeptTransfer(Transfer transfer, KeptFile file, long size) {
        this.transfer = transfer;
        this.file = file;
        this.size = size;
    }

    private void keep(ByteBuffer target, int from) throws IOException {
        if (target.position() > from) {
            file.write(target.duplicate().limit(target.position()).position(from));
        }
        // Data that was broken off is not at its end.
        if (target.hasRemaining() && transfer.isAtEnd()) {
            file.commit(size);
        }
    }

    @Override
    public void requireReadable() {
        transfer.requireReadable();
    }

    @Override
    public boolean readReady(ByteBuffer target) throws IOException {
        int from = target.position();
        boolean over = transfer.readReady(target);
        keep(target, from);
        return over;
    }

    @Override
    public void readFully(ByteBuffer target) throws IOException {
        int from = target.position();
        transfer.readFully(target);
        keep(target, from);
    }

    @Override
    public int readyBytes() throws IOException {
        return transfer.readyBytes();
    }

    @Override
    public boolean isAtEnd() throws IOException {
        return transfer.isAtEnd();
    }

    @Override
    public void awaitData() throws IOException {
        transfer.awaitData();
    }

    @Override
    public void announceWait() throws IOException {
        transfer.announceWait();
    }

    @Override
    public long seek(long distance, int method, long last) {
        return transfer.seek(distance, method, last);
    }

    /** What was not read to its end is not kept. */
    void end() {
        file.close();
    }
}
