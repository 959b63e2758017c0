package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes one request head, and a small body in the same packet. Text goes out as Latin-1; a character that has no such
 * byte becomes a question mark. Bodies of other sizes are written to {@link Connection#output} as they are, without any
 * framing (R-SENDEX-6).
 */
public final class RequestWriter {
    private static final String VERSION = "HTTP/1.1";
    private static final int ONE_PACKET = 8_192;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final Connection connection;
    private byte[] bytes;
    private int length;

    private RequestWriter(Connection connection) {
        this.connection = connection;
        this.bytes = connection.borrowScratch();
    }

    /**
     * Begins a head with its request line.
     *
     * @param connection where it will go
     * @param method the verb, as given (R-WIRE-11)
     * @param target the path, or the whole URL for a proxy
     * @param version for example {@code HTTP/1.1}
     * @return a writer for this one head
     * @throws WinInetFailure with {@code ERROR_HTTP_INVALID_HEADER} if the text would break the line
     */
    public static RequestWriter begin(Connection connection, String method, String target, String version) {
        RequestWriter writer = new RequestWriter(connection);
        writer.reserve(method.length() + target.length() + version.length() + 4);
        writer.text(method);
        writer.bytes[writer.length++] = ' ';
        writer.text(target);
        writer.bytes[writer.length++] = ' ';
        writer.text(version);
        writer.endLine();
        return writer;
    }

    /** Begins and fills a head; a proxy that reads it gets the whole URL. */
    static RequestWriter begin(Connection connection, RequestHead head, boolean forwarded) {
        HttpUrl url = head.url();
        RequestWriter writer = begin(connection, head.verb(), forwarded ? url.toString() : url.target(), VERSION);
        HeaderFields headers = head.headers();
        int count = headers.headerCount();
        for (int i = 0; i < count; i++) {
            writer.header(headers.name(i), headers.value(i));
        }
        return writer;
    }

    /**
     * Adds a header.
     *
     * @param name the name
     * @param value the value
     * @return this
     * @throws WinInetFailure with {@code ERROR_HTTP_INVALID_HEADER} if the text would break the line
     */
    public RequestWriter header(String name, String value) {
        reserve(name.length() + value.length() + 4);
        text(name);
        bytes[length++] = ':';
        bytes[length++] = ' ';
        text(value);
        endLine();
        return this;
    }

    /**
     * Adds a header line as it is.
     *
     * @param line the line without line end
     * @return this
     * @throws WinInetFailure with {@code ERROR_HTTP_INVALID_HEADER} if the text would break the line
     */
    public RequestWriter line(String line) {
        reserve(line.length() + 2);
        text(line);
        endLine();
        return this;
    }

    /**
     * Ends the head and sends it.
     *
     * @return how many bytes were sent
     * @throws IOException if the connection fails
     */
    public int send() throws IOException {
        return (int) send(LINE_END, 0, 0);
    }

    /**
     * Ends the head and sends it with a body.
     *
     * @param body the bytes behind the head
     * @param offset where they begin
     * @param count how many they are
     * @return how many bytes were sent, head included
     * @throws IOException if the connection fails
     */
    public long send(byte[] body, int offset, int count) throws IOException {
        reserve(LINE_END.length);
        endLine();
        boolean together = count <= ONE_PACKET - length;
        if (together) {
            reserve(count);
            System.arraycopy(body, offset, bytes, length, count);
            length += count;
        }
        OutputStream output = connection.output();
        output.write(bytes, 0, length);
        connection.returnScratch(bytes);
        if (together) {
            return length;
        }
        output.write(body, offset, count);
        return (long) length + count;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
    }

    private void text(String text) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
            }
            bytes[length++] = c <= 0xFF ? (byte) c : (byte) '?';
        }
    }

    private void endLine() {
        bytes[length++] = '\r';
        bytes[length++] = '\n';
    }
}
