package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;

/** What arrives on a socket; notes since when a read waits, and fails as the JDK's plain sockets do. */
class SocketInput extends ArrayInput {
    /** The JDK keeps a buffer per thread as large as the largest read. */
    private static final int MAX_READ = 131_072;

    private final StallTimer stall;

    SocketInput(InputStream socket, StallTimer stall) {
        super(socket);
        this.stall = stall;
    }

    @Override
    public final int read(byte[] target, int offset, int count) throws IOException {
        boolean timed = stall.limit() > 0;
        if (timed) {
            stall.begin();
        }
        try {
            return received(source.read(target, offset, Math.min(count, MAX_READ)));
        } catch (IOException e) {
            throw failed(e);
        } finally {
            if (timed) {
                stall.end();
            }
        }
    }

    /** Takes note of what a read returned, which is the result. */
    int received(int count) throws IOException {
        return count;
    }

    /** Returns what to throw instead of what a read has thrown. */
    IOException failed(IOException failure) {
        return ChannelSocket.asSocketFailure(failure);
    }
}
