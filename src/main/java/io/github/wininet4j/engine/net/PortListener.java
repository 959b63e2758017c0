package io.github.wininet4j.engine.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.TimeUnit;

/** A port that one peer is told to connect to, as FTP's active mode does. */
public final class PortListener implements Closeable {
    private final ServerSocketChannel channel;
    private final Watchdog watchdog;
    private final Traffic traffic;

    PortListener(InetAddress local, Watchdog watchdog, Traffic traffic) throws IOException {
        this.watchdog = watchdog;
        this.traffic = traffic;
        this.channel = ServerSocketChannel.open();
        boolean bound = false;
        try {
            channel.bind(new InetSocketAddress(local, 0));
            bound = true;
        } finally {
            if (!bound) {
                channel.close();
            }
        }
    }

    /** Returns the address and port to tell the peer. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Waits for the peer. Whoever else connects is turned away.
     *
     * @param peer the only address that may connect
     * @param millis how long in all; negative or 0 for no limit
     * @param cancellation ends the wait
     * @return the connection, attached to nothing
     * @throws SocketTimeoutException if the peer did not come
     * @throws IOException if waiting failed
     */
    public Connection accept(InetAddress peer, int millis, Cancellation cancellation) throws IOException {
        int limit = Timeouts.forSocket(millis);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limit);
        cancellation.attach(this);
        try {
            while (true) {
                long left = limit == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (limit != 0 && left <= 0) {
                    throw new SocketTimeoutException("nobody connected");
                }
                channel.socket().setSoTimeout((int) left);
                Socket accepted = channel.socket().accept();
                if (accepted.getInetAddress().equals(peer)) {
                    return new Connection(new BlockingSocket(accepted.getChannel()), watchdog, traffic);
                }
                accepted.close();
            }
        } catch (IOException e) {
            throw cancellation.explain(e);
        } finally {
            cancellation.detach(this);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left to be closed.
        }
    }
}
