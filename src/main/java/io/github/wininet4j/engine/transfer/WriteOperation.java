package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.type.DwordRef;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One write; it finishes on the caller's thread unless the policy wants otherwise (R-WRITE-4, R-ASYNC-18). */
final class WriteOperation implements Operation {
    private final TransferNode file;
    private final ByteBuffer source;
    private final DwordRef written;

    WriteOperation(TransferNode file, ByteBuffer source, DwordRef written) {
        this.file = file;
        this.source = source;
        this.written = written;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public long perform() throws IOException {
        int count = source.remaining();
        file.transfer().write(source);
        written.value = count;
        return 1;
    }
}
