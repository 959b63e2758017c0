package io.github.wininet4j.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A read with IRF_NO_WAIT: takes what is there. If nothing is, it waits until something has come; a call that pends
 * does not fill the buffer then, its completion only says that another call will find data (R-READEX-6 to R-READEX-8).
 */
final class NoWaitReadOperation extends ReadOperation {
    NoWaitReadOperation(TransferNode file, ByteBuffer target, Count count) {
        super(file, target, count);
    }

    @Override
    public boolean isReady() throws IOException {
        return file.transfer().readReady(target) || target.position() > 0 || !target.hasRemaining();
    }

    @Override
    public long perform() throws IOException {
        if (!isReady()) {
            file.transfer().awaitData();
            file.transfer().readReady(target);
        }
        return report();
    }

    @Override
    public long performPending() throws IOException {
        if (file.transfer().readyBytes() == 0 && !file.transfer().isAtEnd()) {
            file.transfer().awaitData();
        }
        return 1;
    }

    /** Were it made to pend with data at hand, its caller would be told to call again, and so on for ever. */
    @Override
    public boolean pendsOnlyToWait() {
        return true;
    }
}
