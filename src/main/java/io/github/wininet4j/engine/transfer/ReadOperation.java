package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.call.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One read. What has already arrived goes into the caller's buffer before the call pends, so a pending read may have
 * filled part of it while its count is still 0 (R-ASYNC-33, R-READ-10).
 */
class ReadOperation implements Operation {
    /** Where the number of bytes is reported. */
    interface Count {
        void set(int bytes);
    }

    final TransferNode file;
    final ByteBuffer target;
    private final Count count;

    ReadOperation(TransferNode file, ByteBuffer target, Count count) {
        this.file = file;
        this.target = target;
        this.count = count;
    }

    @Override
    public boolean isReady() throws IOException {
        return file.transfer().readReady(target) || !target.hasRemaining();
    }

    @Override
    public void announceWait() throws IOException {
        file.transfer().announceWait();
    }

    @Override
    public boolean mayNest() {
        return true;
    }

    @Override
    public long perform() throws IOException {
        if (target.hasRemaining()) {
            file.transfer().readFully(target);
        }
        return report();
    }

    final long report() {
        count.set(target.position());
        return 1;
    }
}
