package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.storage.Interruption;
import io.github.wininet4j.engine.transfer.SequentialTransfer;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.transfer.TransferNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file or the page of a folder that the URL cache has, under the hidden connection that was not needed. */
final class FtpCopyNode extends TransferNode {
    private final FtpConnectNode connect;
    private final FileChannel file;
    private final long size;

    FtpCopyNode(HandleKind kind, FtpConnectNode connect, FileChannel file, int flags, long context) throws IOException {
        super(kind, connect, flags, context);
        this.connect = connect;
        this.file = file;
        this.size = file.size();
    }

    /** The size in bytes. */
    long size() {
        return size;
    }

    @Override
    public Transfer transfer() {
        return reading;
    }

    private final Transfer reading = new SequentialTransfer() {
        private long position;

        @Override
        public boolean readReady(ByteBuffer target) throws IOException {
            readFully(target);
            return isAtEnd();
        }

        @Override
        public void readFully(ByteBuffer target) throws IOException {
            int count = 0;
            while (target.hasRemaining() && count >= 0) {
                // An interrupt would close the file, and nothing waits here that it could end.
                count = Interruption.postponed(() -> file.read(target, position));
                position += Math.max(count, 0);
            }
        }

        @Override
        public int readyBytes() {
            return (int) Math.min(size - position, Integer.MAX_VALUE);
        }

        @Override
        public boolean isAtEnd() {
            return position >= size;
        }

        @Override
        public void awaitData() {
            // All is there.
        }
    };

    @Override
    protected void cancel() {
        // Nothing waits.
    }

    @Override
    protected void dispose() {
        try {
            file.close();
        } catch (IOException e) {
            // It was open for reading only.
        }
        connect.engine().handles().closeQuietly(connect);
    }
}
