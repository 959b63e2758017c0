package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.engine.cache.Claim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The content of an entry that a program reads; it stays until it is closed (R-CENT-29). */
record EntryStream(FileChannel content, Claim claim) implements AutoCloseable {
    int read(long position, ByteBuffer target) throws IOException {
        int start = target.position();
        while (target.hasRemaining() && content.read(target, position + target.position() - start) > 0) {
            // Until the target is full or the content ends.
        }
        return target.position() - start;
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            claim.close();
        }
    }
}
