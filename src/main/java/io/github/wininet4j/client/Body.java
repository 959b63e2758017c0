package io.github.wininet4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a request sends. It is written piece by piece ({@code HttpSendRequestEx}, {@code InternetWriteFile},
 * {@code HttpEndRequest}), so it may be larger than memory and need not know its length.
 */
@FunctionalInterface
public interface Body {
    /**
     * Writes the body. Called again if it {@linkplain #isRepeatable() can be repeated} and a server or proxy wants to
     * know first who is asking.
     *
     * @param out takes the bytes; closing it has no effect
     * @throws IOException if the body cannot be read; it ends the request and is its cause
     */
    void writeTo(OutputStream out) throws IOException;

    /** {@return how long the body is in bytes; -1 if that is not known, and then it goes out in chunks} */
    default long length() {
        return -1;
    }

    /** {@return the Content-Type, or null to send none} */
    default @Nullable String contentType() {
        return null;
    }

    /** {@return whether it can be written more than once} */
    default boolean isRepeatable() {
        return true;
    }

    /**
     * Sends bytes.
     *
     * @param bytes the bytes, which must not change until they are sent
     * @return the body
     */
    static Body of(byte[] bytes) {
        return new SizedBody(bytes.length, null, true, out -> out.write(bytes));
    }

    /**
     * Sends text in UTF-8.
     *
     * @param text the text
     * @param contentType its type, such as {@code application/json}; the charset is added
     * @return the body
     */
    static Body of(String text, String contentType) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SizedBody(bytes.length, contentType + "; charset=utf-8", true, out -> out.write(bytes));
    }

    /**
     * Sends a file.
     *
     * @param file the file
     * @return the body
     * @throws IOException if there is no such file
     */
    static Body of(Path file) throws IOException {
        return new SizedBody(Files.size(file), null, true, out -> Files.copy(file, out));
    }

    /**
     * Sends what a stream has, in chunks, since its length is not known.
     *
     * @param stream the stream; the caller closes it
     * @return the body; it can be sent once
     */
    static Body of(InputStream stream) {
        return new SizedBody(-1, null, false, stream::transferTo);
    }

    /**
     * Gives a body another type.
     *
     * @param type the Content-Type
     * @return the body with it
     */
    default Body as(String type) {
        return new SizedBody(length(), type, isRepeatable(), this);
    }
}
