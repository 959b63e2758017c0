package io.github.wininet4j.engine.net.pool;

import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Endpoint;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Collectors;

/** No connection to a server became free within the connect timeout: others hold as many as it may have. */
final class LeaseTimeoutException extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    private final transient Endpoint server;
    private final transient List<ConnectionEvents> users;

    LeaseTimeoutException(Endpoint server, List<ConnectionEvents> users) {
        super("no connection became free within the connect timeout");
        this.server = server;
        this.users = users;
    }

    /** Returns what is to be logged: which server, and who holds its connections. */
    String explanation() {
        return "no connection to " + server.host() + ":" + server.port()
                + " became free within the connect timeout; its connections are held by "
                + users.stream().map(ConnectionEvents::user).collect(Collectors.joining(", "));
    }
}
