package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.SettingsNode;
import org.jspecify.annotations.Nullable;

/** What InternetConnect makes: a server and how to log on to it. For HTTP it has no socket (R-CONN-4). */
public final class ConnectNode extends SettingsNode {
    private final SessionNode session;
    private final String host;
    private final int port;
    private final int flags;
    private volatile @Nullable String userName;
    private volatile @Nullable String password;
    private volatile @Nullable String proxyUserName;
    private volatile @Nullable String proxyPassword;

    /**
     * Creates a connection.
     *
     * @param session its session
     * @param kind which protocol
     * @param host host name or address, IPv6 without brackets
     * @param port the port, or 0 if the protocol's default is meant and depends on each request
     * @param userName the user, or null
     * @param password the password, or null
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     */
    public ConnectNode(
            SessionNode session,
            HandleKind kind,
            String host,
            int port,
            @Nullable String userName,
            @Nullable String password,
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
        this.host = host;
        this.port = port;
        this.userName = userName;
        this.password = password;
        this.flags = flags;
    }

    /**
     * Returns the session.
     *
     * @return the session
     */
    public SessionNode session() {
        return session;
    }

    /**
     * Returns the server.
     *
     * @return host name or address, IPv6 without brackets
     */
    public String host() {
        return host;
    }

    /**
     * Returns the port.
     *
     * @return the port
     */
    public int port() {
        return port;
    }

    /**
     * Returns the flags.
     *
     * @return the flags of InternetConnect
     */
    public int flags() {
        return flags;
    }

    /**
     * Returns the user.
     *
     * @return the user, or null
     */
    public @Nullable String userName() {
        return userName;
    }

    /**
     * Changes the user.
     *
     * @param value the user, or null
     */
    public void setUserName(@Nullable String value) {
        userName = value;
    }

    /**
     * Returns the password.
     *
     * @return the password, or null
     */
    public @Nullable String password() {
        return password;
    }

    /**
     * Changes the password.
     *
     * @param value the password, or null
     */
    public void setPassword(@Nullable String value) {
        password = value;
    }

    /**
     * Returns the user for the proxy.
     *
     * @return the user, or null
     */
    public @Nullable String proxyUserName() {
        return proxyUserName;
    }

    /**
     * Changes the user for the proxy.
     *
     * @param value the user, or null
     */
    public void setProxyUserName(@Nullable String value) {
        proxyUserName = value;
    }

    /**
     * Returns the password for the proxy.
     *
     * @return the password, or null
     */
    public @Nullable String proxyPassword() {
        return proxyPassword;
    }

    /**
     * Changes the password for the proxy.
     *
     * @param value the password, or null
     */
    public void setProxyPassword(@Nullable String value) {
        proxyPassword = value;
    }
}
