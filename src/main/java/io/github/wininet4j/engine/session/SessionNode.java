package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What InternetOpen makes. */
public final class SessionNode extends SettingsNode {
    private final int flags;
    private volatile @Nullable String userAgent;
    private volatile ProxyAccess proxyAccess;
    private volatile @Nullable String dataFileExtension;
    /** The one server that a closed connection may leave to the next (R-HANDLE-27). */
    private final AtomicReference<@Nullable KeptServer> kept = new AtomicReference<>();

    SessionNode(@Nullable String userAgent, ProxyAccess proxyAccess, int flags, DwordSettings settings) {
        super(HandleKind.SESSION, null, (flags & InternetFlag.INTERNET_FLAG_ASYNC) != 0, 0, false, settings);
        this.userAgent = userAgent;
        this.proxyAccess = proxyAccess;
        this.flags = flags;
    }

    /** Returns the value of User-Agent, or null to send none (R-OPEN-8). */
    public @Nullable String userAgent() {
        return userAgent;
    }

    /**
     * Changes the agent of later requests (R-OPEN-9).
     *
     * @param value the agent, or null to send none
     */
    public void setUserAgent(@Nullable String value) {
        userAgent = value;
    }

    /** Returns how the session reaches the net: set by InternetOpen, later by {@code INTERNET_OPTION_PROXY}. */
    public ProxyAccess proxyAccess() {
        return proxyAccess;
    }

    /**
     * Changes how later requests reach the net (R-OPTN-38).
     *
     * @param value the proxies
     */
    public void setProxyAccess(ProxyAccess value) {
        proxyAccess = value;
    }

    /** Returns the extension for files in the cache (R-OPTN-96), or null to take that of the URL. */
    public @Nullable String dataFileExtension() {
        return dataFileExtension;
    }

    /**
     * Changes the extension for files in the cache.
     *
     * @param value the extension, or null to take that of the URL
     */
    public void setDataFileExtension(@Nullable String value) {
        dataFileExtension = value;
    }

    /** Returns the flags of InternetOpen. */
    public int flags() {
        return flags;
    }

    /** Keeps a server in place of the one that was kept before. */
    public void keep(KeptServer server) {
        leave(kept.getAndSet(server));
    }

    /**
     * Takes the server that is kept, if it is the right one; else it stays.
     *
     * @param right tells whether it is
     * @return the server, which is the caller's now, or null
     */
    public @Nullable KeptServer takeKept(Predicate<KeptServer> right) {
        KeptServer found = kept.get();
        return found != null && right.test(found) && kept.compareAndSet(found, null) ? found : null;
    }

    /** Connections end before their session does, so that none is kept any more from now on. */
    @Override
    protected void dispose() {
        leave(kept.getAndSet(null));
    }

    private static void leave(@Nullable KeptServer server) {
        if (server != null) {
            server.leave();
        }
    }
}
