package io.github.wininet4j.engine.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * The send and the receive timeout of one connection. The {@link Watchdog} enforces both: the system has no send
 * timeout, and a timer for each read costs more than the rest of the read.
 */
final class SocketLimits implements Expirable {
    private final Socket socket;
    private final Closeable connection;
    private final Watchdog watchdog;
    private final StallTimer sending = new StallTimer();
    private final StallTimer receiving = new StallTimer();
    private int socketTimeout;
    private volatile boolean sendTimedOut;
    private volatile boolean receiveTimedOut;

    SocketLimits(Socket socket, Closeable connection, Watchdog watchdog) {
        this.socket = socket;
        this.connection = connection;
        this.watchdog = watchdog;
    }

    StallTimer sending() {
        return sending;
    }

    StallTimer receiving() {
        return receiving;
    }

    boolean sendTimedOut() {
        return sendTimedOut;
    }

    /**
     * Sets the receive timeout; costs nothing if it is the current one. Without a watchdog thread the socket gets it.
     */
    void setReceiveTimeout(int millis) throws SocketException {
        int wanted = Timeouts.forSocket(millis);
        if (wanted > 0 && wanted == receiving.limit()) {
            return;
        }
        receiving.setLimit(wanted);
        if (wanted > 0 && watchdog.watch(this, wanted)) {
            setSocketTimeout(0);
        } else {
            receiving.setLimit(0);
            setSocketTimeout(wanted);
        }
    }

    void setSendTimeout(int millis) {
        sending.setLimit(Timeouts.forSocket(millis));
    }

    void watchSends() {
        watchdog.watch(this, sending.limit());
    }

    void stopWatching() {
        watchdog.unwatch(this);
    }

    private void setSocketTimeout(int millis) throws SocketException {
        if (millis != socketTimeout) {
            socket.setSoTimeout(millis);
            socketTimeout = millis;
        }
    }

    /** Waits for one read, for a time of its own. */
    boolean fillWithin(int millis, ReadBuffer input) throws IOException {
        int socketBefore = socketTimeout;
        int limitBefore = receiving.limit();
        receiving.setLimit(0);
        setSocketTimeout(millis);
        try {
            return input.fill();
        } finally {
            receiving.setLimit(limitBefore);
            if (!socket.isClosed()) {
                setSocketTimeout(socketBefore);
            }
        }
    }

    /** Returns the timeout that closed the socket and so caused a failure, or the failure itself. */
    IOException explain(IOException failure) {
        if (!(sendTimedOut || receiveTimedOut) || failure instanceof SocketTimeoutException) {
            return failure;
        }
        SocketTimeoutException timeout =
                new SocketTimeoutException(sendTimedOut ? "send timed out" : "receive timed out");
        timeout.initCause(failure);
        return timeout;
    }

    @Override
    public boolean isOver() {
        return socket.isClosed();
    }

    /** Closes a connection that is stuck in a write or a read, if it still is. */
    @Override
    public void expire(long nowNanos) throws IOException {
        if (sending.overdue(nowNanos)) {
            sendTimedOut = true;
            connection.close();
        } else if (receiving.overdue(nowNanos)) {
            receiveTimedOut = true;
            connection.close();
        }
    }

    @Override
    public long millisToExpiry(long nowNanos) {
        return Math.min(sending.millisLeft(nowNanos), receiving.millisLeft(nowNanos));
    }
}
