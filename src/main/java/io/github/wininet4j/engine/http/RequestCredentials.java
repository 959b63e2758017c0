package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.session.ConnectNode;
import org.jspecify.annotations.Nullable;

/** Text options of one request. Who logs on is taken from the connection until the request is told otherwise (R-AUTH-4, R-AUTH-11). */
final class RequestCredentials {
    private final ConnectNode connect;
    private volatile @Nullable String userName;
    private volatile @Nullable String password;
    private volatile @Nullable String proxyUserName;
    private volatile @Nullable String proxyPassword;
    private volatile @Nullable String secondaryCacheKey;
    private volatile @Nullable String enterpriseContext;

    RequestCredentials(ConnectNode connect) {
        this.connect = connect;
    }

    @Nullable
    String userName() {
        String own = userName;
        return own != null ? own : connect.userName();
    }

    void setUserName(String value) {
        userName = value;
    }

    @Nullable
    String password() {
        String own = password;
        return own != null ? own : connect.password();
    }

    void setPassword(String value) {
        password = value;
    }

    @Nullable
    String proxyUserName() {
        String own = proxyUserName;
        return own != null ? own : connect.proxyUserName();
    }

    void setProxyUserName(String value) {
        proxyUserName = value;
    }

    @Nullable
    String proxyPassword() {
        String own = proxyPassword;
        return own != null ? own : connect.proxyPassword();
    }

    void setProxyPassword(String value) {
        proxyPassword = value;
    }

    /** For a cache that keeps several entries of one URL (R-OPTN-53). */
    @Nullable
    String secondaryCacheKey() {
        return secondaryCacheKey;
    }

    void setSecondaryCacheKey(String value) {
        secondaryCacheKey = value;
    }

    /** The enterprise on whose behalf the request is made (R-OPTN-159). */
    @Nullable
    String enterpriseContext() {
        return enterpriseContext;
    }

    void setEnterpriseContext(String value) {
        enterpriseContext = value;
    }
}
