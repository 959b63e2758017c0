package io.github.wininet4j.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A read with IRF_NO_WAIT: takes the data at hand. If there is none, it waits until some arrives; a call that pends
 * does not fill the buffer, its completion only says that another call will find data (R-READEX-6 to R-READEX-8).
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
        file.transfer().awaitData();
        return 1;
    }

    /**
     * If it pended with data at hand, each completion would ask for another call, which would pend again, and so on.
     */
    @Override
    public boolean pendsOnlyToWait() {
        return true;
    }
}
