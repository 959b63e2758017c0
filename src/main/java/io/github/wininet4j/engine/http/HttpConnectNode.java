package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.SessionNode;

/** An HTTP server to send requests to. It has no socket: each request takes its own (R-CONN-4). */
public final class HttpConnectNode extends ConnectNode {
    /**
     * Creates a connection.
     *
     * @param session its session
     * @param host host name or address, IPv6 without brackets
     * @param port the port, or 0 for that of HTTP or HTTPS
     * @param credentials how to log on
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     */
    public HttpConnectNode(
            SessionNode session, String host, int port, Credentials credentials, int flags, long context) {
        super(
                session,
                HandleKind.CONNECT_HTTP,
                host,
                port != 0 ? port : defaultPort(flags),
                credentials,
                flags,
                context);
    }

    private static int defaultPort(int flags) {
        return (flags & InternetFlag.INTERNET_FLAG_SECURE) != 0
                ? ServiceType.INTERNET_DEFAULT_HTTPS_PORT
                : ServiceType.INTERNET_DEFAULT_HTTP_PORT;
    }
}
