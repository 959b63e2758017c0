package io.github.wininet4j.engine.net.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the one certificate that was chosen, whichever issuers the server names; notes that the server asked
 * (R-TLS-13).
 */
final class ClientCertificateChoice extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final TlsContext context;
    private final X509Certificate[] chain;
    private final @Nullable PrivateKey key;

    ClientCertificateChoice(TlsContext context, TlsPolicy policy) {
        this.context = context;
        this.chain = policy.clientChain().toArray(X509Certificate[]::new);
        this.key = policy.hasClientCertificate() ? policy.clientKey() : null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        TlsHandshake handshake = context.find(socket);
        if (handshake != null) {
            handshake.certificateRequested(key != null);
        }
        for (String type : keyTypes) {
            if (fits(type)) {
                return ALIAS;
            }
        }
        return null;
    }

    /** Key types are algorithm names, at times with the issuer's algorithm behind an underscore. */
    private boolean fits(String type) {
        if (key == null) {
            return false;
        }
        String algorithm = chain[0].getPublicKey().getAlgorithm();
        return type.equals(algorithm) || type.startsWith(algorithm + "_");
    }

    @Override
    public @Nullable X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return fits(keyType) ? new String[] {ALIAS} : null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
