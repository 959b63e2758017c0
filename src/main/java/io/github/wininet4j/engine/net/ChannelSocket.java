package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A socket over a channel, which can be asked about its peer without waiting. Its failures are those of the JDK's plain
 * sockets.
 */
abstract class ChannelSocket extends ForwardingSocket {
    final SocketChannel channel;

    ChannelSocket(SocketChannel channel) throws SocketException {
        super(channel.socket());
        this.channel = channel;
    }

    /**
     * Asks the system about the peer, without waiting. Only for the thread that would read otherwise.
     *
     * @return 0 if the peer has neither sent a byte nor closed, -1 if it has closed, 1 if it sent a byte, which is lost
     * @throws IOException if the connection has failed
     */
    int probe() throws IOException {
        return readReady(ByteBuffer.allocate(1));
    }

    /**
     * Takes what has arrived, without waiting. Only for the thread that would read otherwise.
     *
     * @param target where to
     * @return how many bytes, 0 if none have arrived, -1 if the peer has closed
     * @throws IOException if the connection has failed
     */
    int readReady(ByteBuffer target) throws IOException {
        boolean blocking = channel.isBlocking();
        // A timed read of one of the JDK's plain sockets would leave that in non-blocking mode for good.
        if (blocking) {
            channel.configureBlocking(false);
        }
        try {
            return channel.read(target);
        } finally {
            if (blocking && channel.isOpen()) {
                channel.configureBlocking(true);
            }
        }
    }

    /** Channels fail with other exceptions than sockets. */
    static IOException asSocketFailure(IOException failure) {
        if (failure instanceof SocketException || failure instanceof SocketTimeoutException) {
            return failure;
        }
        String message = failure.getMessage();
        SocketException known = new SocketException(message == null ? "socket closed" : message);
        known.initCause(failure);
        return known;
    }
}
