package io.github.wininet4j.engine.net;

/**
 * Receives the steps of making and closing connections. Called on the thread that does the work, never under a lock
 * (R-STAT-10 to 21, 50, 51).
 */
public interface ConnectionEvents {
    /** Ignores every event. */
    ConnectionEvents SILENT = new ConnectionEvents() {
        @Override
        public void resolvingName(String host) {}

        @Override
        public void nameResolved(String address) {}

        @Override
        public void connecting(String address) {}

        @Override
        public void connected(String address) {}

        @Override
        public void closingConnection() {}

        @Override
        public void connectionClosed() {}
    };

    /**
     * A name is about to be looked up; not called for address literals and names that are still known (R-SEQ-3).
     *
     * @param host the name
     */
    void resolvingName(String host);

    /**
     * The name was found.
     *
     * @param address the first address as text
     */
    void nameResolved(String address);

    /**
     * A connection attempt begins.
     *
     * @param address the address as text
     */
    void connecting(String address);

    /**
     * The attempt succeeded.
     *
     * @param address the address as text
     */
    void connected(String address);

    /** Returns who uses the connection, for log messages. */
    default String user() {
        return toString();
    }

    /** A socket is about to be closed. */
    void closingConnection();

    /** The socket was closed. */
    void connectionClosed();
}
