package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.ForwardingContent;
import java.io.IOException;

/** A response body of which a file keeps what is read. */
public final class KeptFile extends ForwardingContent {
    private final EntryFile file;

    /**
     * Begins to keep.
     *
     * @param content the body
     * @param file the file, with what was read of the body before
     */
    public KeptFile(ContentStream content, EntryFile file) {
        super(content);
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
}
