package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a host and connects to the first that answers. One attempt per address and at most as many as
 * there are retries (R-TIMEOUT-7); the connect timeout covers them all together (R-OPTN-2).
 */
public final class Dialer implements AutoCloseable {
    private final NameResolver resolver;
    private final InstantSource clock;
    private final NameCache names = new NameCache();
    private final SelectorLoops loops;
    private final Watchdog watchdog;
    private final Traffic traffic = new Traffic();

    /**
     * Creates a connector that remembers names for itself alone.
     *
     * @param resolver looks names up
     * @param clock decides when a remembered name is too old
     * @param workers the engine's threads; sockets of theirs are read by loops
     * @param watchdog ends attempts that take too long
     */
    public Dialer(NameResolver resolver, InstantSource clock, WorkerThreads workers, Watchdog watchdog) {
        this.resolver = resolver;
        this.clock = clock;
        this.watchdog = watchdog;
        this.loops = new SelectorLoops(
                workers, SelectorLoops.count(Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Connects.
     *
     * @param host a name, or an address literal: IPv4, or IPv6 without brackets and with its scope id if it has one
     * @param port the port
     * @param timeouts the connect timeout and the number of attempts count
     * @param events receives look-up and attempts
     * @param cancellation ends the attempt; a look-up under way is left behind when it returns
     * @return the connection, attached to nothing
     * @throws UnknownHostException if the name has no address
     * @throws SocketTimeoutException if the timeout ended the last attempt
     * @throws IOException what the last attempt failed with, those before attached as suppressed
     */
    public Connection connect(
            String host, int port, Timeouts timeouts, ConnectionEvents events, Cancellation cancellation)
            throws IOException {
        WorkerThreads.beforeBlocking();
        List<InetAddress> addresses = addresses(host, events, cancellation);
        int limit = Timeouts.forSocket(timeouts.connectMillis());
        long deadline = limit == 0 ? 0 : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limit);
        int attempts = Math.min(addresses.size(), Math.max(1, timeouts.connectRetries()));
        IOException failure = null;
        for (int i = 0; i < attempts; i++) {
            int left = limit == 0 ? 0 : millisUntil(deadline);
            if (left < 0) {
                break;
            }
            try {
                return attempt(new InetSocketAddress(addresses.get(i), port), left, events, cancellation);
            } catch (CancelledIoException e) {
                throw e;
            } catch (IOException e) {
                failure = join(e, failure);
            }
        }
        // A host that moved is found again by the next request.
        names.forget(host);
        throw failure == null ? new SocketTimeoutException("connect timed out") : failure;
    }

    private static int millisUntil(long deadline) {
        long nanos = deadline - System.nanoTime();
        // Rounded up, as 0 would mean no limit.
        return nanos <= 0 ? -1 : (int) TimeUnit.NANOSECONDS.toMillis(nanos + 999_999);
    }

    private static IOException join(IOException last, @Nullable IOException earlier) {
        if (earlier != null) {
            last.addSuppressed(earlier);
        }
        return last;
    }

    private Connection attempt(
            InetSocketAddress address, int millis, ConnectionEvents events, Cancellation cancellation)
            throws IOException {
        String text = address.getAddress().getHostAddress();
        events.connecting(text);
        ChannelSocket socket = loops.newSocket();
        boolean connected = false;
        try {
            // Any option makes the socket real. A close before that is forgotten by a connect that has just begun.
            socket.setTcpNoDelay(true);
            cancellation.attach(socket);
            new ConnectAttempt(socket, watchdog).connect(address, millis);
            connected = cancellation.detach(socket);
            cancellation.check();
        } catch (IOException e) {
            throw cancellation.explain(e);
        } finally {
            if (!connected) {
                cancellation.detach(socket);
                socket.close();
            }
        }
        events.connected(text);
        return new Connection(socket, watchdog, traffic);
    }

    /**
     * Opens a port that a peer is to connect to.
     *
     * @param local the address of this machine that the peer can reach
     * @return the port
     * @throws IOException if the system gives none
     */
    public PortListener listen(InetAddress local) throws IOException {
        return new PortListener(local, watchdog, traffic);
    }

    /** Returns what counts the connections and their bytes. */
    public Traffic traffic() {
        return traffic;
    }

    /** Closes the sockets that a loop reads, and ends that loop and the watchdog. */
    @Override
    public void close() {
        loops.close();
        watchdog.close();
    }

    private List<InetAddress> addresses(String host, ConnectionEvents events, Cancellation cancellation)
            throws IOException {
        if (AddressLiteral.isLiteral(host)) {
            return List.of(AddressLiteral.parse(host));
        }
        List<InetAddress> known = names.find(host, clock.millis());
        if (known != null) {
            return known;
        }
        events.resolvingName(host);
        List<InetAddress> found = List.copyOf(resolver.resolve(host));
        cancellation.check();
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        names.put(host, found, clock.millis());
        events.nameResolved(found.get(0).getHostAddress());
        return found;
    }
}
