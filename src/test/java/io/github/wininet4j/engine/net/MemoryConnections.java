package io.github.wininet4j.engine.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.channels.SocketChannel;

/** Connections on which given bytes arrive, and what is sent is lost. Nothing of the system is behind them. */
public final class MemoryConnections {
    private static final SocketChannel NONE = none();

    private MemoryConnections() {}

    private static SocketChannel none() {
        try {
            return SocketChannel.open();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes a connection.
     *
     * @param arriving what arrives before the peer closes
     * @return the connection
     * @throws IOException never
     */
    public static Connection of(byte[] arriving) throws IOException {
        return new Connection(new MemorySocket(arriving), new Watchdog(task -> {}), new Traffic());
    }

    /** The socket of one. */
    private static final class MemorySocket extends ChannelSocket {
        private final InputStream arriving;
        private boolean closed;

        MemorySocket(byte[] arriving) throws SocketException {
            super(NONE);
            this.arriving = new ByteArrayInputStream(arriving);
        }

        @Override
        public InputStream getInputStream() {
            return arriving;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoTimeout(int millis) {
            // Nothing is waited for.
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
