package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connected socket for TLS to use: it is read in large pieces, since the JDK's TLS makes two reads for each record,
 * and written once for messages that belong together, since the JDK's TLS makes a write of each.
 */
final class BufferedSocket extends ForwardingSocket {
    /** Room for some records of 16 KiB. */
    private static final int PIECE = 65_536;

    private final HeldOutput output;
    private final InputStream input;

    BufferedSocket(Socket tcp, InputStream input) throws IOException {
        super(tcp);
        this.output = new HeldOutput(tcp.getOutputStream());
        this.input = new Records(new ReadBuffer(input, PIECE), output);
    }

    /** The handshake is over: what follows is data. */
    void handshakeDone() throws IOException {
        output.letGo();
    }

    /** Only what TLS says at the end is written from now on. */
    void closing() {
        output.hold();
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    @Override
    public void shutdownOutput() throws IOException {
        output.send();
        super.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        try {
            output.send();
        } finally {
            super.close();
        }
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    /**
     * TLS records without the warnings of the handshake. TLS lets a server warn and go on, as with {@code
     * unrecognized_name} (RFC 6066, section 3); the JDK's TLS would give up (R-TLS-27). What is encrypted, or not TLS
     * at all, passes unseen.
     */
    private static final class Records extends InputStream {
        private static final int HEADER = 5;
        private static final int ALERT = 21;
        private static final int HANDSHAKE = 22;
        private static final int ALERT_LENGTH = 2;
        private static final int WARNING = 1;
        private static final int CLOSE_NOTIFY = 0;
        /** A server that keeps on sending warnings is treated as hostile. */
        private static final int MAX_WARNINGS = 8;

        private final ReadBuffer buffer;
        private final HeldOutput output;
        private boolean inHandshake = true;
        private int warnings;
        /** Bytes of the current record that were not read yet. */
        private int left;

        Records(ReadBuffer buffer, HeldOutput output) {
            this.buffer = buffer;
            this.output = output;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            while (inHandshake && left == 0) {
                nextRecord();
            }
            if (buffer.length() == 0) {
                output.sendHandshake();
            }
            if (!inHandshake) {
                return buffer.read(target, offset, count);
            }
            int got = buffer.read(target, offset, Math.min(count, left));
            left -= Math.max(got, 0);
            return got;
        }

        private void nextRecord() throws IOException {
            inHandshake = holds(HEADER) && (buffer.peek(0) == HANDSHAKE || buffer.peek(0) == ALERT);
            if (inHandshake) {
                int length = ((buffer.peek(3) & 0xFF) << Byte.SIZE) | (buffer.peek(4) & 0xFF);
                boolean warning = buffer.peek(0) == ALERT
                        && length == ALERT_LENGTH
                        && holds(HEADER + ALERT_LENGTH)
                        && buffer.peek(HEADER) == WARNING
                        && buffer.peek(HEADER + 1) != CLOSE_NOTIFY;
                if (warning && warnings++ < MAX_WARNINGS) {
                    buffer.skip(HEADER + ALERT_LENGTH);
                } else {
                    left = HEADER + length;
                }
            }
        }

        /** Waits until some bytes are there; false if the connection ends before. */
        private boolean holds(int count) throws IOException {
            while (buffer.length() < count) {
                output.sendHandshake();
                if (!buffer.fill()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int available() throws IOException {
            return buffer.length() + buffer.arrived();
        }
    }
}
