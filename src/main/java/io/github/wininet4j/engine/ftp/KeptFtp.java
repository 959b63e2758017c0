package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.session.KeptServer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A session that a closed handle has left to the next one that asks for the same server in the same way with {@code
 * INTERNET_FLAG_EXISTING_CONNECT}.
 *
 * @param server where it is logged on, and how
 * @param socks the SOCKS proxy that it goes through, or null
 * @param session the session
 */
record KeptFtp(FtpServer server, @Nullable Endpoint socks, FtpSession session) implements KeptServer {
    /** Whether a new session would be the same. */
    boolean serves(FtpServer wanted, FtpNetwork network) {
        Endpoint proxy = network.socks();
        return server.equals(wanted) && (socks == null ? proxy == null : socks.equals(proxy));
    }

    /** Makes it as a new session would be; false if the server does not take part, and it is over then. */
    boolean resume(FtpCall call, StringBuilder said) {
        boolean ready = false;
        try {
            ready = session.isIdleAndOpen() && session.resume(call);
        } catch (IOException e) {
            // The server has gone meanwhile; there will be a new session.
        } finally {
            if (ready) {
                said.append(session.control().transcript());
                session.control().rest();
            } else {
                session.control().quit(call.statuses());
            }
        }
        return ready;
    }

    /** Its handle is gone, so nobody is told. */
    @Override
    public void leave() {
        session.control().quit(ConnectionEvents.SILENT);
    }
}
