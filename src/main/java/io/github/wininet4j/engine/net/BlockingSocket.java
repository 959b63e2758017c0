package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.channels.SocketChannel;

/** A socket that a thread of the system reads and writes itself, with one system call for each read that waits. */
final class BlockingSocket extends ChannelSocket {
    /** The JDK keeps a buffer per thread as large as the largest read. */
    private static final int MAX_READ = 131_072;

    BlockingSocket(SocketChannel channel) throws SocketException {
        super(channel);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Input(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Output(super.getOutputStream());
    }

    private static final class Input extends ArrayInput {
        Input(InputStream below) {
            super(below);
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            try {
                return source.read(target, offset, Math.min(count, MAX_READ));
            } catch (IOException e) {
                throw asSocketFailure(e);
            }
        }
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
