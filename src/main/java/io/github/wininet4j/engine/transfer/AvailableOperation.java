package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.type.DwordRef;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Counts the bytes that can be read without waiting; waits if there are none and the data goes on (R-AVAIL-1). */
final class AvailableOperation implements Operation {
    private final TransferNode file;
    private final @Nullable DwordRef result;
    private int available;

    AvailableOperation(TransferNode file, @Nullable DwordRef result) {
        this.file = file;
        this.result = result;
    }

    @Override
    public boolean isReady() throws IOException {
        return file.transfer().readyBytes() > 0 || file.transfer().isAtEnd();
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
        if (!isReady()) {
            file.transfer().awaitData();
        }
        available = file.transfer().readyBytes();
        if (result != null) {
            result.value = available;
        }
        return 1;
    }

    /** Data that arrived since the call pended is reported as received as well (R-ASYNC-51). */
    @Override
    public long performPending() throws IOException {
        file.transfer().awaitData();
        return perform();
    }

    /** The count travels in the error field of the completion (R-ASYNC-40). */
    @Override
    public int completionDetail() {
        return available;
    }
}
