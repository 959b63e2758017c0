package io.github.wininet4j.engine.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One connection with the bytes that arrived on it. It belongs to the thread that leased it from a {@link ConnectionPool}; only
 * {@link #close} may be called by others.
 */
public final class Connection implements Closeable, Expirable {
    private static final int SCRATCH = 1_024;
    private static final int MOST_SCRATCH = 4_096;

    /** For the pool, guarded by its lock. */
    final PoolEntry place = new PoolEntry(this);

    private final ConnectionKey key;
    private final Socket tcp;
    private final StallTimer sending = new StallTimer();
    private final StallTimer receiving = new StallTimer();
    private final ConnectionOutput output;
    private final Watchdog watch;
    private Socket socket;
    private ReadBuffer input;

    /** What comes before TLS is taken off. */
    private InputStream wire;

    private @Nullable TlsHandshake handshake;
    private @Nullable Cancellation cancellation;
    private byte @Nullable [] scratch;
    private int socketTimeout;
    private boolean reused;
    private long bytesReceived;
    private volatile boolean sendTimedOut;
    private volatile boolean receiveTimedOut;
    private volatile boolean cut;

    Connection(ConnectionKey key, Socket tcp, Watchdog watch) throws IOException {
        this.key = key;
        this.tcp = tcp;
        this.socket = tcp;
        this.watch = watch;
        this.output = new ConnectionOutput(this, tcp.getOutputStream(), sending);
        this.wire = arriving();
        this.input = buffer(wire);
    }

    private InputStream arriving() throws IOException {
        return new StallTimedInput(tcp.getInputStream(), receiving);
    }

    private ReadBuffer buffer(InputStream from) {
        return new ReadBuffer(new ConnectionInput(this, from), ReadBuffer.DEFAULT_SIZE);
    }

    /**
     * Returns what it was leased for.
     *
     * @return the key
     */
    public ConnectionKey key() {
        return key;
    }

    /**
     * Returns what arrives.
     *
     * @return the buffer over the socket, or over TLS on it
     */
    public ReadBuffer input() {
        return input;
    }

    /**
     * Returns the way out. Each write goes to the network at once and fails with {@link SocketTimeoutException} if it makes no
     * progress within the send timeout.
     *
     * @return the stream; closing it does nothing
     */
    public OutputStream output() {
        return output;
    }

    /**
     * Returns what TLS found out.
     *
     * @return the findings, or null without TLS
     */
    public @Nullable TlsFindings findings() {
        return handshake == null ? null : handshake.findings();
    }

    /**
     * Lends an array to put a request head together in, so that not every request makes its own.
     *
     * @return an array of any content
     */
    public byte[] borrowScratch() {
        byte[] lent = scratch;
        scratch = null;
        return lent == null ? new byte[SCRATCH] : lent;
    }

    /**
     * Takes an array back, unless it has grown too large to be kept.
     *
     * @param array what was borrowed, or what became of it
     */
    public void returnScratch(byte[] array) {
        scratch = array.length <= MOST_SCRATCH ? array : null;
    }

    /**
     * Tells whether it carried an exchange before.
     *
     * @return true if it came out of the pool's idle connections or from another request's hands
     */
    public boolean reused() {
        return reused;
    }

    /**
     * Counts what was sent.
     *
     * @return the bytes since the connection was made, before encryption
     */
    public long bytesSent() {
        return output.count();
    }

    /**
     * Counts what was received.
     *
     * @return the bytes since the connection was made, after decryption
     */
    public long bytesReceived() {
        return bytesReceived;
    }

    /**
     * Returns this end, for diagnostics.
     *
     * @return the address and port
     */
    public SocketAddress localAddress() {
        return tcp.getLocalSocketAddress();
    }

    /**
     * Returns the other end, which may be a proxy.
     *
     * @return the address and port
     */
    public SocketAddress remoteAddress() {
        return tcp.getRemoteSocketAddress();
    }

    /**
     * Sets how long one read may wait; it costs nothing if it is what holds already. A read that waits for longer is the last one: the
     * connection is closed. It is looked after like writes are, because a timer for each read costs more than the rest of it.
     *
     * @param millis the milliseconds; negative or 0 is infinite
     * @throws IOException if the socket is closed
     */
    public void setReceiveTimeout(int millis) throws IOException {
        int wanted = Timeouts.forSocket(millis);
        if (wanted > 0 && wanted == receiving.limit()) {
            return;
        }
        receiving.setLimit(wanted);
        if (wanted > 0 && watch.watch(this, wanted)) {
            setSocketTimeout(0);
        } else {
            receiving.setLimit(0);
            setSocketTimeout(wanted);
        }
    }

    private void setSocketTimeout(int millis) throws IOException {
        if (millis != socketTimeout) {
            tcp.setSoTimeout(millis);
            socketTimeout = millis;
        }
    }

    /**
     * Waits once for more bytes, whatever the receive timeout is. The connection is good for more if they do not come.
     *
     * @param millis how long, at least 1
     * @return false if the other end has closed
     * @throws SocketTimeoutException if nothing came
     * @throws IOException if the connection fails
     */
    public boolean fillWithin(int millis) throws IOException {
        int socketBefore = socketTimeout;
        int limitBefore = receiving.limit();
        receiving.setLimit(0);
        setSocketTimeout(millis);
        try {
            return input.fill();
        } finally {
            receiving.setLimit(limitBefore);
            if (!isClosed()) {
                setSocketTimeout(socketBefore);
            }
        }
    }

    /**
     * Sets how long one write may make no progress.
     *
     * @param millis the milliseconds; negative or 0 is infinite
     */
    public void setSendTimeout(int millis) {
        sending.setLimit(Timeouts.forSocket(millis));
    }

    /**
     * Gives the connection to another operation: from now on that one's cancellation closes it.
     *
     * @param next the cancellation of the operation that goes on with it
     * @throws CancelledIoException if either is cancelled; the connection is then closed
     */
    public void bind(Cancellation next) throws CancelledIoException {
        if (next == cancellation) {
            next.check();
            return;
        }
        boolean free = unbind();
        try {
            next.attach(this);
        } catch (CancelledIoException e) {
            close();
            throw e;
        }
        cancellation = next;
        if (!free) {
            close();
            throw new CancelledIoException(null);
        }
    }

    /** Detaches from the operation; false if it was cancelled, which closes the socket now or soon. */
    boolean unbind() {
        Cancellation current = cancellation;
        cancellation = null;
        return current == null || current.detach(this);
    }

    /** Cuts the connection without a word to the other end. Never blocks; whoever reads or writes fails. */
    @Override
    public void close() {
        cut = true;
        try {
            tcp.close();
        } catch (IOException e) {
            // Nothing is left to be closed.
        }
    }

    /** Tells whether {@link #close} was called, be it by a time limit or a cancellation. */
    boolean isCut() {
        return cut;
    }

    /** Tells whether the socket was closed at this end. */
    boolean isClosed() {
        return tcp.isClosed();
    }

    /** Closes with TLS's good-bye. */
    void closeOrderly() {
        if (socket != tcp && !sendTimedOut) {
            try {
                socket.close();
            } catch (IOException e) {
                // The other end went first.
            }
        }
        close();
    }

    /** Whether bytes wait that the last exchange left or nobody asked for; with TLS they may be of the protocol only. */
    boolean wasTalkedTo() {
        try {
            return wire.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Asks the network whether the other end has gone, or said something that nobody asked for. Waits a millisecond. */
    boolean isAlive() {
        if (isClosed() || input.length() > 0) {
            return false;
        }
        try {
            fillWithin(1);
            return false;
        } catch (SocketTimeoutException e) {
            return !isClosed();
        } catch (IOException e) {
            return false;
        }
    }

    /** Goes on over TLS. The old buffer must be empty: the other end of TLS never speaks first. */
    void startTls(SSLSocket tls, TlsHandshake done) throws IOException {
        socket = tls;
        handshake = done;
        output.replace(tls.getOutputStream());
        input = buffer(tls.getInputStream());
    }

    /** The socket, for tests. */
    Socket tcp() {
        return tcp;
    }

    /** The socket below TLS. To be asked for once. */
    Socket transport() throws IOException {
        TlsTransport transport = new TlsTransport(tcp, arriving());
        wire = transport.getInputStream();
        return transport;
    }

    void beginLease(boolean again, Timeouts timeouts) throws IOException {
        reused = again;
        output.beginLease();
        setSendTimeout(timeouts.sendMillis());
        setReceiveTimeout(timeouts.receiveMillis());
    }

    void received(int count) {
        if (count > 0) {
            bytesReceived += count;
            if (handshake != null) {
                handshake.serverWentOn();
            }
        }
    }

    void watchSends() {
        watch.watch(this, sending.limit());
    }

    @Override
    public boolean isOver() {
        return isClosed();
    }

    /** Closes a connection that is stuck in a write or a read, if it still is. */
    @Override
    public void expire(long nowNanos) {
        if (sending.overdue(nowNanos)) {
            sendTimedOut = true;
            close();
        } else if (receiving.overdue(nowNanos)) {
            receiveTimedOut = true;
            close();
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return Math.min(sending.millisLeft(nowNanos), receiving.millisLeft(nowNanos));
    }

    /** Finds the true reason why the socket failed. */
    IOException explain(IOException failure) {
        if ((sendTimedOut || receiveTimedOut) && !(failure instanceof SocketTimeoutException)) {
            SocketTimeoutException timeout =
                    new SocketTimeoutException(sendTimedOut ? "send timed out" : "receive timed out");
            timeout.initCause(failure);
            return timeout;
        }
        boolean refused = failure instanceof SSLException || failure instanceof SocketException;
        if (refused && !cut && handshake != null && handshake.certificateMissing()) {
            // With TLS 1.3 the server's refusal comes after the client's handshake is over.
            return new TlsFailure(TlsFailure.CLIENT_CERTIFICATE_NEEDED, handshake.findings(), failure);
        }
        return failure;
    }
}
