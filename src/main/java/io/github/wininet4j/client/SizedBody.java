package io.github.wininet4j.client;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body with what is known about it.
 *
 * @param length in bytes; -1 if it is not known
 * @param contentType the type, or null
 * @param isRepeatable whether it can be written more than once
 * @param source writes it
 */
record SizedBody(long length, @Nullable String contentType, boolean isRepeatable, Body source) implements Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        source.writeTo(out);
    }
}
