package io.github.wininet4j.engine.net.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities one key store trusts, in the two forms the check needs. */
final class TrustMaterial {
    private final X509ExtendedTrustManager manager;
    private final Set<X509Certificate> authorities;
    private final RevocationCheck revocations = new RevocationCheck();

    private TrustMaterial(X509ExtendedTrustManager manager) {
        this.manager = manager;
        this.authorities = Set.copyOf(List.of(manager.getAcceptedIssuers()));
    }

    /** Loads the authorities of a store, or those of the JVM. */
    static TrustMaterial of(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return new TrustMaterial(extended);
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    X509ExtendedTrustManager manager() {
        return manager;
    }

    RevocationCheck revocations() {
        return revocations;
    }

    boolean isAnchor(X509Certificate certificate) {
        return authorities.contains(certificate);
    }

    Set<TrustAnchor> anchors() {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate authority : authorities) {
            anchors.add(new TrustAnchor(authority, null));
        }
        return anchors;
    }
}
