package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.proxy.ProxyServer;
import io.github.wininet4j.engine.proxy.ProxyTarget;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.SessionNode;
import java.io.IOException;
import java.util.List;

/** URLs of other protocols that an HTTP proxy fetches (R-FTP-1). */
public final class HttpGateway {
    private HttpGateway() {}

    /**
     * Returns whether a URL goes to an HTTP proxy.
     *
     * @param engine knows the settings
     * @param session the session
     * @param target what the URL names
     * @return true if so, and if the proxies cannot be found: then the request says what is wrong
     */
    public static boolean serves(EngineServices engine, SessionNode session, ProxyTarget target) {
        if (session.proxyAccess().isDirect()) {
            return false;
        }
        try {
            List<ProxyServer> ways =
                    engine.chooser().choose(session.proxyAccess(), target, () -> {}, new Cancellation());
            return ways.get(0).kind() == ProxyServer.Kind.HTTP;
        } catch (IOException e) {
            return true;
        }
    }
}
