package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.IOException;

/** A response body of which a file keeps what is read. */
public final class KeptFile implements ContentStream {
    private final ContentStream content;
    private final EntryFile file;

    /**
     * Begins to keep.
     *
     * @param content the body
     * @param file the file, with what was read of the body before
     */
    public KeptFile(ContentStream content, EntryFile file) {
        this.content = content;
        this.file = file;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = content.read(target, offset, length);
        if (count < 0) {
            file.finish();
        } else {
            file.write(target, offset, count);
        }
        return count;
    }

    @Override
    public void endDelivered() throws IOException {
        content.endDelivered();
    }

    @Override
    public int buffered() throws IOException {
        return content.buffered();
    }

    @Override
    public int available() throws IOException {
        return content.available();
    }

    @Override
    public boolean isEnded() throws IOException {
        return content.isEnded();
    }

    @Override
    public long length() {
        return content.length();
    }
}
