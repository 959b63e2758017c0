package io.github.wininet4j.client;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The body of a response. {@code read} returns what has arrived: {@code InternetQueryDataAvailable} waits for the first
 * bytes. What has to be full or whole is read by {@code InternetReadFile} alone, which waits for that.
 */
final class ResponseStream extends InputStream {
    private static final int PIECE = 64 * 1024;

    private final Exchange exchange;
    private final HINTERNET request;
    private final DwordRef count = new DwordRef();

    ResponseStream(Exchange exchange, HINTERNET request) {
        this.exchange = exchange;
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return readNBytes(one, 0, 1) == 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!exchange.wininet().InternetQueryDataAvailable(request, count, 0, 0)) {
            throw exchange.failure("InternetQueryDataAvailable");
        }
        // At the end there are none; the read then puts the answer into the cache (R-READ-4).
        int most = count.value == 0 ? length : Math.min(length, count.value);
        int read = readNBytes(bytes, from, most);
        return read == 0 ? -1 : read;
    }

    @Override
    public int readNBytes(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
        if (length > 0 && !exchange.wininet().InternetReadFile(request, buffer, length, count)) {
            throw exchange.failure("InternetReadFile");
        }
        return length == 0 ? 0 : count.value;
    }

    @Override
    public byte[] readAllBytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        transferTo(all);
        return all.toByteArray();
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long total = 0;
        while (true) {
            int read = readNBytes(piece, 0, piece.length);
            if (read == 0) {
                return total;
            }
            out.write(piece, 0, read);
            total += read;
        }
    }

    /** Closes the response. */
    @Override
    public void close() {
        exchange.close();
    }
}
