package io.github.wininet4j.engine.net;

import java.net.Socket;

/** What tests of other packages ask a connection for. */
public final class ConnectionState {
    private ConnectionState() {}

    public static Socket socket(Connection connection) {
        return connection.tcp();
    }

    public static long millisToExpiry(Connection connection) {
        return connection.limits().millisToExpiry(System.nanoTime());
    }
}
