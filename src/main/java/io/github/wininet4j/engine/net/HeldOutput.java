package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * What TLS writes to its socket. Messages of the handshake that it does not flush leave with the next one that it does,
 * and the two messages of the end leave together.
 *
 * <p>One thread alone does the handshake; from then on TLS lets one at a time write.
 */
final class HeldOutput extends OutputStream {
    private static final int FIRST_SIZE = 256;
    private static final byte[] NOTHING = {};

    private enum Phase {
        HANDSHAKE,
        OPEN,
        END
    }

    private final OutputStream socket;
    private volatile Phase phase = Phase.HANDSHAKE;
    private byte[] held = NOTHING;
    private int count;

    HeldOutput(OutputStream socket) {
        this.socket = socket;
    }

    /** The handshake is over: what is written goes to the socket at once. */
    void letGo() throws IOException {
        phase = Phase.OPEN;
        send();
        held = NOTHING;
    }

    /** Holds what is written from now on until it is sent. */
    void hold() {
        phase = Phase.END;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (phase == Phase.OPEN) {
            socket.write(source, offset, length);
            return;
        }
        if (count + length > held.length) {
            held = Arrays.copyOf(held, Math.max(count + length, FIRST_SIZE));
        }
        System.arraycopy(source, offset, held, count, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        sendHandshake();
    }

    /** Writes what is held. */
    void send() throws IOException {
        int length = count;
        if (length > 0) {
            count = 0;
            socket.write(held, 0, length);
        }
    }

    /** Writes what is held of the handshake, also before a read that has to wait, as the peer may wait for it. */
    void sendHandshake() throws IOException {
        if (phase == Phase.HANDSHAKE) {
            send();
        }
    }
}
