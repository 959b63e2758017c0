package io.github.wininet4j.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests off one connection, byte by byte from a buffered stream. */
final class RequestReader {
    private final int connection;
    private InputStream in;

    RequestReader(int connection, InputStream in) {
        this.connection = connection;
        this.in = in;
    }

    /** Goes on with another stream, for example a decrypted one. */
    void use(InputStream stream) {
        this.in = stream;
    }

    /**
     * Reads a head.
     *
     * @return the head with an empty body, or null if the connection ends before its first byte
     */
    @Nullable
    RecordedRequest readHead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int lineLength = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                if (bytes.size() == 0) {
                    return null;
                }
                throw new EOFException("the connection ended inside a head: " + latin1(bytes));
            }
            bytes.write(b);
            if (b == '\n') {
                if (lineLength == 0 && bytes.size() > 2) {
                    return RecordedRequest.of(connection, latin1(bytes), new byte[0], new byte[0]);
                }
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
        }
    }

    /** Reads the body that a head announces. */
    RecordedRequest readBody(RecordedRequest head) throws IOException {
        List<String> codings = head.values("Transfer-Encoding");
        if (!codings.isEmpty() && codings.get(codings.size() - 1).equalsIgnoreCase("chunked")) {
            return readChunks(head);
        }
        List<String> lengths = head.values("Content-Length");
        byte[] body = lengths.isEmpty() ? new byte[0] : readFully(Integer.parseInt(lengths.get(0)));
        return RecordedRequest.of(connection, head.head(), body, body);
    }

    private RecordedRequest readChunks(RecordedRequest head) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = readLine(raw);
            int length = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
            if (length == 0) {
                break;
            }
            byte[] chunk = readFully(length);
            raw.write(chunk);
            body.write(chunk);
            readLine(raw);
        }
        while (!readLine(raw).isEmpty()) {
            // trailers
        }
        return RecordedRequest.of(connection, head.head(), body.toByteArray(), raw.toByteArray());
    }

    private String readLine(ByteArrayOutputStream raw) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                throw new EOFException("the connection ended inside a chunked body");
            }
            line.write(b);
        }
        line.writeTo(raw);
        raw.write('\n');
        return latin1(line).strip();
    }

    byte[] readFully(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    /** Reads until the other side ends the connection. */
    void readToEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static String latin1(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
