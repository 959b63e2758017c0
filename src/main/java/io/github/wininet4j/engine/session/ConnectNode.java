package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.SettingsNode;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What InternetConnect makes: a server and how to log on to it. Each protocol has its own kind, with what the
 * connection needs.
 */
public abstract class ConnectNode extends SettingsNode {
    private final SessionNode session;
    private final @Nullable String userAgent;
    private final String host;
    private final int port;
    private final int flags;
    private final AtomicReference<Credentials> credentials;
    /** A URL on the server, for what all of them share. */
    private volatile @Nullable HttpUrl known;

    /**
     * Creates a connection.
     *
     * @param session its session
     * @param kind which protocol
     * @param host host name or address, IPv6 without brackets
     * @param port the port
     * @param credentials how to log on
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     */
    protected ConnectNode(
            SessionNode session,
            HandleKind kind,
            String host,
            int port,
            Credentials credentials,
            int flags,
            long context) {
        super(
                kind,
                session,
                session.isAsync(),
                context,
                (flags & ApiFlag.WININET_API_FLAG_USE_CONTEXT) != 0,
                session.settings());
        this.session = session;
        this.userAgent = session.userAgent();
        this.host = host;
        this.port = port;
        this.credentials = new AtomicReference<>(credentials);
        this.flags = flags;
    }

    /**
     * Returns what InternetConnect has to do before it is over, or null if nothing (R-CONN-4). The operation runs on
     * this node after its handle was announced.
     */
    public @Nullable Operation opening() {
        return null;
    }

    /** Returns the session. */
    public final SessionNode session() {
        return session;
    }

    /** Returns the session's user agent as it was when the connection was made (R-CONN-14). */
    public final @Nullable String userAgent() {
        return userAgent;
    }

    /** Returns the server: host name or address, IPv6 without brackets. */
    public final String host() {
        return host;
    }

    /** Returns the port. */
    public final int port() {
        return port;
    }

    /**
     * Makes a URL on the server.
     *
     * @param scheme its scheme
     * @param target its path and query
     * @return the URL
     */
    public final HttpUrl url(UrlScheme scheme, String target) {
        HttpUrl base = known;
        if (base == null || base.scheme() != scheme) {
            base = new HttpUrl(scheme, host, port, "/");
            known = base;
        }
        return base.withTarget(target);
    }

    /** Returns the flags of InternetConnect. */
    public final int flags() {
        return flags;
    }

    /** Returns how to log on, as it is now. */
    public final Credentials credentials() {
        return Objects.requireNonNull(credentials.get());
    }

    /** Changes how to log on, in one step with reading it. */
    public final void changeCredentials(UnaryOperator<Credentials> change) {
        credentials.updateAndGet(change);
    }
}
