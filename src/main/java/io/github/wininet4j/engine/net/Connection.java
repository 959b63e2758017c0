package io.github.wininet4j.engine.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One connection with the bytes that arrived on it. It belongs to one thread at a time; only {@link #close} may be
 * called by others.
 */
public final class Connection implements Closeable {
    private static final int SCRATCH = 1_024;
    private static final int MAX_SCRATCH = 4_096;

    private final ChannelSocket tcp;
    private final SocketLimits limits;
    private final ConnectionOutput output;
    private final Traffic traffic;
    private Socket socket;
    private ReadBuffer input;

    /** The bytes as they arrive, below TLS. */
    private InputStream wire;

    private @Nullable BufferedSocket transport;
    private @Nullable SecureChannel channel;
    private @Nullable Cancellation cancellation;
    private byte @Nullable [] scratch;
    private boolean reused;
    private boolean closedByPeer;
    private long bytesReceived;
    private volatile boolean closedHere;

    /** Takes over a connected socket, whose timeouts the watchdog enforces. */
    Connection(ChannelSocket tcp, Watchdog watchdog, Traffic traffic) throws IOException {
        this.tcp = tcp;
        this.traffic = traffic;
        this.socket = tcp;
        this.limits = new SocketLimits(tcp, this, watchdog);
        this.output = new ConnectionOutput(this, tcp.getOutputStream(), limits, traffic);
        this.wire = tcp.getInputStream();
        this.input = buffer(wire, limits.receiving());
        traffic.connectionOpened();
    }

    private ReadBuffer buffer(InputStream from, StallTimer stall) {
        return new ReadBuffer(new ConnectionInput(this, from, stall), ReadBuffer.DEFAULT_SIZE);
    }

    /** Returns the buffer over the socket, or over TLS on it. */
    public ReadBuffer input() {
        return input;
    }

    /**
     * Returns the output. Each write goes to the network at once and fails with {@link SocketTimeoutException} if it
     * makes no progress within the send timeout. Closing it does nothing.
     */
    public OutputStream output() {
        return output;
    }

    /** Returns what TLS found, or null without TLS. */
    public @Nullable TlsFindings findings() {
        return channel == null ? null : channel.findings();
    }

    /** Lends an array of any content to compose a request head in, so that not every request allocates its own. */
    public byte[] borrowScratch() {
        byte[] lent = scratch;
        scratch = null;
        return lent == null ? new byte[SCRATCH] : lent;
    }

    /** Takes back the array that was lent, or what it has grown into, unless that is too large to be kept. */
    public void returnScratch(byte[] array) {
        scratch = array.length <= MAX_SCRATCH ? array : null;
    }

    /** Returns whether it carried an exchange before. */
    public boolean reused() {
        return reused;
    }

    /** Returns what counts the requests that are sent on it. */
    public Traffic traffic() {
        return traffic;
    }

    /** Returns the bytes sent since the connection was made, before encryption. */
    public long bytesSent() {
        return output.count();
    }

    /** Returns the bytes received since the connection was made, after decryption. */
    public long bytesReceived() {
        return bytesReceived;
    }

    /**
     * Has a task run instead of a read that would wait for the next bytes: once they are there, or the end, or the
     * receive timeout or {@link #close} has ended the wait. No thread waits meanwhile.
     *
     * @param task what follows; it may run before this returns
     * @return false if the calling thread has to read
     */
    public boolean whenReadable(Runnable task) {
        return channel == null
                && tcp instanceof SelectorSocket waiting
                && input.length() == 0
                && !input.ended()
                && waiting.whenReadable(task, limits.receiving());
    }

    /** Returns the address and port of this end. */
    public SocketAddress localAddress() {
        return tcp.getLocalSocketAddress();
    }

    /** Returns the address and port of the peer, which may be a proxy. */
    public SocketAddress remoteAddress() {
        return tcp.getRemoteSocketAddress();
    }

    /**
     * Sets how long one read may wait; costs nothing if that is the current value. A read that waits longer is the last
     * one: the connection is closed.
     *
     * @param millis the milliseconds; negative or 0 is infinite
     * @throws IOException if the socket is closed
     */
    public void setReceiveTimeout(int millis) throws IOException {
        limits.setReceiveTimeout(millis);
    }

    /**
     * Sets how long one write may make no progress.
     *
     * @param millis the milliseconds; negative or 0 is infinite
     */
    public void setSendTimeout(int millis) {
        limits.setSendTimeout(millis);
    }

    /**
     * Sets the same when writes were watched by a longer limit before: the new one holds at once.
     *
     * @param millis the milliseconds, at least 1
     */
    public void shortenSendTimeout(int millis) {
        limits.setSendTimeout(millis);
        limits.watchSends();
    }

    /**
     * Waits once for more bytes, whatever the receive timeout is. The connection stays usable if none arrive.
     *
     * @param millis how long, at least 1
     * @return false if the peer has closed
     * @throws SocketTimeoutException if nothing arrived
     * @throws IOException if the connection fails
     */
    public boolean fillWithin(int millis) throws IOException {
        return limits.fillWithin(millis, input);
    }

    /**
     * Begins the use by one request.
     *
     * @param again whether the connection served another one before
     * @param timeouts the timeouts from now on
     * @param next the cancellation that closes it from now on
     * @throws IOException if the socket is closed
     */
    public void beginLease(boolean again, Timeouts timeouts, Cancellation next) throws IOException {
        reused = again;
        output.beginLease();
        setSendTimeout(timeouts.sendMillis());
        setReceiveTimeout(timeouts.receiveMillis());
        bind(next);
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
    public boolean unbind() {
        Cancellation current = cancellation;
        cancellation = null;
        return current == null || current.detach(this);
    }

    /** Closes the socket without close_notify. Never blocks; reads and writes under way fail. */
    @Override
    public void close() {
        closedHere = true;
        try {
            tcp.close();
        } catch (IOException e) {
            // Nothing is left to be closed.
        }
    }

    /** Sends close_notify if TLS is in use, then closes. */
    public void closeGracefully() {
        limits.stopWatching();
        if (socket != tcp && !limits.sendTimedOut()) {
            if (transport != null) {
                transport.closing();
            }
            try {
                socket.close();
            } catch (IOException e) {
                // The peer was first.
            }
        }
        close();
    }

    /** Returns whether {@link #close} was called, be it by a time limit or a cancellation. */
    boolean closedHere() {
        return closedHere;
    }

    /** Returns whether the peer closed or reset the connection, as far as a read or a write has met that. */
    public boolean closedByPeer() {
        return closedByPeer;
    }

    void noteClosedByPeer() {
        closedByPeer = !closedHere;
    }

    /** Returns whether the socket was closed at this end. */
    public boolean isClosed() {
        return tcp.isClosed();
    }

    /**
     * Returns whether bytes wait that the last exchange left or the peer sent unasked; with TLS they may be TLS's own.
     */
    public boolean hasUnreadBytes() {
        try {
            return wire.available() > 0 || (channel != null && input.arrived() > 0);
        } catch (IOException e) {
            return true;
        }
    }

    /** Returns whether TLS is spoken. */
    boolean isSecure() {
        return channel != null;
    }

    /** Reads what the socket has, without waiting; 0 for nothing, -1 at the end. */
    int readReady(byte[] target, int offset, int count) throws IOException {
        return tcp.readReady(ByteBuffer.wrap(target, offset, count));
    }

    /** Asks the system: false if the peer closed or sent unsolicited data. Waits 1 ms if that may be TLS's own. */
    public boolean isIdleAndOpen() {
        if (isClosed() || input.length() > 0) {
            return false;
        }
        try {
            if (channel != null && hasUnreadBytes()) {
                return holdsNoData();
            }
            int answer = tcp.probe();
            closedByPeer = answer < 0;
            return answer == 0;
        } catch (IOException e) {
            noteClosedByPeer();
            return false;
        }
    }

    /** TLS has messages of its own, such as session tickets, which a read takes without returning data. */
    private boolean holdsNoData() throws IOException {
        try {
            fillWithin(1);
            return false;
        } catch (SocketTimeoutException e) {
            return !isClosed();
        }
    }

    /**
     * Returns the socket that TLS reads and writes. Call at most once.
     *
     * @throws IOException if the socket is closed
     */
    public Socket transport() throws IOException {
        BufferedSocket made = new BufferedSocket(tcp, new SocketInput(tcp.getInputStream(), limits.receiving()));
        wire = made.getInputStream();
        transport = made;
        return made;
    }

    /**
     * Goes on over TLS. The old buffer must be empty: with TLS the server never speaks first.
     *
     * @param tls the socket over {@link #transport}, its handshake done
     * @param secured its state
     * @throws IOException if the socket is closed
     */
    public void startTls(SSLSocket tls, SecureChannel secured) throws IOException {
        socket = tls;
        channel = secured;
        if (transport != null) {
            transport.handshakeDone();
        }
        output.replace(tls.getOutputStream());
        // The timer is below TLS, where reads wait.
        input = buffer(tls.getInputStream(), new StallTimer());
    }

    /** The socket, for tests. */
    Socket tcp() {
        return tcp;
    }

    SocketLimits limits() {
        return limits;
    }

    void received(int count) {
        if (count > 0) {
            bytesReceived += count;
            traffic.received(count);
            if (channel != null) {
                channel.onServerData();
            }
        }
    }

    /** Returns why reading or writing failed, having noted whether that was the peer's doing. */
    IOException failed(IOException failure) {
        if (failure instanceof SocketException) {
            noteClosedByPeer();
        }
        return explain(failure);
    }

    /** Finds the reason why reading or writing failed, in the order that the package documentation gives. */
    public IOException explain(IOException failure) {
        IOException reason = cancellation == null ? failure : cancellation.explain(failure);
        if (reason == failure) {
            reason = limits.explain(failure);
        }
        return reason != failure || closedHere || channel == null ? reason : channel.explain(failure);
    }
}
