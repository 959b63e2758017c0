package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that goes out with HttpSendRequestEx and InternetWriteFile, one buffer at a time. */
final class Upload implements AutoCloseable {
    /** dwBufferTotal is a DWORD. */
    private static final long MAX_LENGTH = 0xFFFF_FFFFL;

    private final FileChannel file;
    private final long length;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BodyReader.BUFFER_SIZE).limit(0);
    private final INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
    private final DwordRef written = new DwordRef();
    private long left;

    private Upload(FileChannel file, long length) {
        this.file = file;
        this.length = length;
        this.left = length;
    }

    static Upload open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        long length = file.size();
        if (length > MAX_LENGTH) {
            file.close();
            throw new IOException(path + " is too large: HttpSendRequestEx takes less than 4 GiB");
        }
        return new Upload(file, length);
    }

    /** Makes the call that announces the length and sends the head; from here on the file starts anew. */
    boolean begin(WinInet wininet, HINTERNET request) throws IOException {
        file.position(0);
        left = length;
        buffer.limit(0);
        announced.dwBufferTotal = (int) length;
        return wininet.HttpSendRequestEx(request, announced, null, 0, 0);
    }

    /** Sees to it that the buffer has bytes to send; returns false at the end of the file. */
    boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = file.read(buffer);
        }
        buffer.flip();
        left -= buffer.limit();
        return buffer.hasRemaining();
    }

    /** Makes the call that sends the buffer. */
    boolean write(WinInet wininet, HINTERNET request) {
        return wininet.InternetWriteFile(request, buffer, buffer.remaining(), written);
    }

    /** Takes off the buffer what the last call has sent; returns how much that was. */
    int advance() {
        buffer.position(buffer.position() + written.value);
        return written.value;
    }

    /** The length of the file in bytes. */
    long length() {
        return length;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
