package io.github.wininet4j.engine.net.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Hands the server's certificates to the handshake they belong to. It trusts nothing by itself. */
final class ServerCertificateTrust extends X509ExtendedTrustManager {
    private final TlsContext context;

    ServerCertificateTrust(TlsContext context) {
        this.context = context;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        TlsHandshake handshake = context.find(socket);
        if (handshake == null || !(socket instanceof SSLSocket tls)) {
            throw new CertificateException("unknown connection");
        }
        handshake.examine(chain, authType, tls);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return context.trust().manager().getAcceptedIssuers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("unknown connection");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("unknown connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("not a server");
    }
}
