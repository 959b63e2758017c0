package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.PortListener;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.pool.SocksTunnel;
import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a session reaches its server: straight, or through a SOCKS proxy, which only makes connections, so that transfers
 * are passive there (R-PROJ-FTP-12).
 *
 * @param dialer makes connections
 * @param resolver resolves names for SOCKS version 4
 * @param socks the proxy, or null for none
 */
record FtpNetwork(
        Dialer dialer, NameResolver resolver, @Nullable Endpoint socks) {
    boolean hasProxy() {
        return socks != null;
    }

    /** Connects to a server. */
    Connection connect(String host, int port, Timeouts timeouts, FtpCall call) throws IOException {
        if (socks == null) {
            return dialer.connect(host, port, timeouts, call.statuses(), call.cancellation());
        }
        Connection connection =
                dialer.connect(socks.host(), socks.port(), timeouts, call.statuses(), call.cancellation());
        boolean open = false;
        try {
            connection.bind(call.cancellation());
            connection.setReceiveTimeout(timeouts.handshakeStep());
            new SocksTunnel(new Endpoint(host, port), resolver).open(connection);
            connection.unbind();
            open = true;
            return connection;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    /** Waits for a connection of the server's. */
    PortListener listen(InetAddress address) throws IOException {
        return dialer.listen(address);
    }
}
