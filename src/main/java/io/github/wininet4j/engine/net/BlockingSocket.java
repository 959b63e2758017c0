package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.channels.SocketChannel;

/** A socket that a thread of the system reads and writes itself, with one system call for each read that waits. */
final class BlockingSocket extends ChannelSocket {
    BlockingSocket(SocketChannel channel) throws SocketException {
        super(channel);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Output(super.getOutputStream());
    }

    private static final class Output extends OutputStream {
        private final OutputStream below;

        Output(OutputStream below) {
            this.below = below;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int count) throws IOException {
            try {
                below.write(source, offset, count);
            } catch (IOException e) {
                throw asSocketFailure(e);
            }
        }
    }
}
