package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.http.auth.CredentialSource;
import io.github.wininet4j.engine.http.auth.UserPassword;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.Credentials;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text options of one request. Credentials default to the connection's (R-AUTH-4, R-AUTH-11). */
final class RequestCredentials implements CredentialSource {
    /** Not a reference of its own: there is one of these for each request. */
    private static final AtomicReferenceFieldUpdater<RequestCredentials, Credentials> OWN =
            AtomicReferenceFieldUpdater.newUpdater(RequestCredentials.class, Credentials.class, "own");

    private final ConnectNode connect;
    private volatile Credentials own = Credentials.NONE;
    private volatile @Nullable String secondaryCacheKey;
    private volatile @Nullable String enterpriseContext;

    RequestCredentials(ConnectNode connect) {
        this.connect = connect;
    }

    /** The credentials to log on with: the request's own, else the connection's. */
    Credentials credentials() {
        return own.or(connect.credentials());
    }

    void changeCredentials(UnaryOperator<Credentials> change) {
        OWN.updateAndGet(this, change);
    }

    @Override
    public @Nullable UserPassword forServer() {
        Credentials known = credentials();
        return pair(known.user(), known.password());
    }

    @Override
    public @Nullable UserPassword forProxy() {
        Credentials known = credentials();
        return pair(known.proxyUser(), known.proxyPassword());
    }

    private static @Nullable UserPassword pair(@Nullable String user, @Nullable String password) {
        return user == null || user.isEmpty() ? null : new UserPassword(user, password == null ? "" : password);
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
