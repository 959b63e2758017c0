package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.engine.http.pipeline.ServerTerms;
import io.github.wininet4j.engine.net.pool.ConnectionLimits;
import io.github.wininet4j.engine.session.GlobalOptions;

/** Reads what holds for servers from the options of the NULL handle. */
public final class ServerOptions implements ServerTerms {
    private final GlobalOptions options;
    private final ConnectionLimits limits;

    /**
     * Creates the view.
     *
     * @param options the options
     */
    public ServerOptions(GlobalOptions options) {
        this.options = options;
        this.limits = http10 -> http10 ? options.connectionsPer10Server() : options.connectionsPerServer();
    }

    @Override
    public ConnectionLimits limits() {
        return limits;
    }

    @Override
    public int ignoredSecurityErrors(String host) {
        return options.ignoredSecurityErrors(host);
    }

    @Override
    public void ignoreSecurityErrors(String host, int flags) {
        options.ignoreSecurityErrors(host, flags);
    }

    @Override
    public boolean isOffline() {
        return (options.connectedState() & InternetState.INTERNET_STATE_CONNECTED) == 0;
    }
}
