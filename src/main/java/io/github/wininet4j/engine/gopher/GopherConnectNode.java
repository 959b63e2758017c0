package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.SessionNode;

/** A Gopher server. There is nothing to log on to: each request has a connection of its own. */
public final class GopherConnectNode extends ConnectNode {
    private final Cancellation cancellation = new Cancellation();

    /**
     * Creates the node.
     *
     * @param session its session
     * @param host host name or address, IPv6 without brackets
     * @param port the port, or 0 for Gopher's
     * @param credentials not used
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     */
    public GopherConnectNode(
            SessionNode session, String host, int port, Credentials credentials, int flags, long context) {
        super(
                session,
                HandleKind.CONNECT_GOPHER,
                host,
                port != 0 ? port : Locator.DEFAULT_PORT,
                credentials,
                flags,
                context);
    }

    /** The top menu of the server. */
    Locator root() {
        return new Locator(GopherType.GOPHER_TYPE_DIRECTORY, "", "", host(), port());
    }

    Cancellation cancellation() {
        return cancellation;
    }

    @Override
    protected void cancel() {
        cancellation.cancel();
    }

    @Override
    protected void dispose() {
        // There is no connection to close.
    }
}
