package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A body that comes from a file of the cache: all of it is here, so nothing waits and no status is told. */
final class StoredContent implements ContentStream {
    private final FileChannel file;
    private final long size;
    private long position;

    StoredContent(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        int most = (int) Math.min(length, size - position);
        // An interrupt would close the file, and nothing waits here that it could end.
        int count = Interruption.postponed(() -> file.read(ByteBuffer.wrap(target, offset, most), position));
        if (count < 0) {
            position = size;
            return -1;
        }
        position += count;
        return count;
    }

    @Override
    public int buffered() {
        return (int) Math.min(size - position, Integer.MAX_VALUE);
    }

    @Override
    public int available() {
        return buffered();
    }

    @Override
    public boolean isEnded() {
        return position >= size;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public long length() {
        return size;
    }
}
