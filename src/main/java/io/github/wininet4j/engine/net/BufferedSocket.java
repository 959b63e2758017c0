package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/** A connected socket that is read in large pieces: on the bare socket, the JDK's TLS makes two reads for each record. */
final class BufferedSocket extends ForwardingSocket {
    /** Room for some records of 16 KiB. */
    private static final int PIECE = 65_536;

    private final InputStream input;

    BufferedSocket(Socket tcp, InputStream input) throws SocketException {
        super(tcp);
        this.input = new Pieces(new ReadBuffer(input, PIECE));
    }

    private static final class Pieces extends InputStream {
        private final ReadBuffer buffer;

        Pieces(ReadBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int read() throws IOException {
            return buffer.read();
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            return buffer.read(target, offset, count);
        }

        @Override
        public int available() throws IOException {
            return buffer.length() + buffer.arrived();
        }
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }
}
