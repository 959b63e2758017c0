package io.github.wininet4j.engine.net.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What connections with the same authorities and the same client certificate share: above all the sessions that can be
 * resumed. The JVM's callbacks name the socket; from there they find the connection's own {@link TlsHandshake}.
 */
final class TlsContext {
    private static final int SESSIONS = 1_024;

    private final TrustMaterial trust;
    private final SSLSocketFactory factory;
    private final ReentrantLock lock = new ReentrantLock();
    // Sockets compare by identity; weak, as a connection may be closed from many places.
    private final Map<Socket, TlsHandshake> handshakes = new WeakHashMap<>();

    TlsContext(TlsPolicy policy) throws GeneralSecurityException {
        trust = TrustMaterial.of(policy.trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {new ClientCertificateChoice(this, policy)},
                new TrustManager[] {new ServerCertificateTrust(this)},
                null);
        context.getClientSessionContext().setSessionCacheSize(SESSIONS);
        factory = context.getSocketFactory();
    }

    TrustMaterial trust() {
        return trust;
    }

    SSLSocketFactory factory() {
        return factory;
    }

    void register(SSLSocket socket, TlsHandshake handshake) {
        lock.lock();
        try {
            handshakes.put(socket, handshake);
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    TlsHandshake find(@Nullable Socket socket) {
        lock.lock();
        try {
            return handshakes.get(socket);
        } finally {
            lock.unlock();
        }
    }
}
