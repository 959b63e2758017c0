package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Puts TLS on connections. */
final class TlsConnector {
    private static final int CONTEXTS = 64;

    private record ContextKey(
            @Nullable KeyStore trust,
            List<X509Certificate> chain,
            @Nullable PrivateKey key) {}

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ContextKey, TlsContext> contexts = new LinkedHashMap<>(16, 0.75f, true);

    TlsConnector(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Does the handshake. The caller cancels it by closing the connection.
     *
     * @param connection a connection on which nothing was read beyond what its tunnel said
     * @param policy the rules
     * @param timeouts the shorter of connect and receive timeout limits each step
     * @throws TlsFailure if there is no agreement or the certificate is not acceptable
     * @throws SocketTimeoutException if a step took too long
     */
    void secure(Connection connection, TlsPolicy policy, Timeouts timeouts) throws IOException {
        TlsContext context = context(policy);
        TlsHandshake handshake =
                new TlsHandshake(context.trust(), connection.key().host(), policy, clock);
        if (connection.input().length() > 0) {
            throw new TlsFailure(TlsFailure.CHANNEL_ERROR, handshake.findings(), null);
        }
        ConnectionKey key = connection.key();
        connection.setReceiveTimeout(timeouts.handshakeStep());
        try {
            SSLSocket socket =
                    (SSLSocket) context.factory().createSocket(connection.transport(), key.host(), key.port(), true);
            nameServer(socket, key.host());
            context.register(socket, handshake);
            socket.startHandshake();
            handshake.complete(socket);
            connection.startTls(socket, handshake);
        } catch (IOException e) {
            throw explain(connection.explain(e), handshake);
        }
        connection.setReceiveTimeout(timeouts.receiveMillis());
    }

    private static void nameServer(SSLSocket socket, String host) {
        if (AddressLiteral.isLiteral(host)) {
            return;
        }
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
        } catch (IllegalArgumentException e) {
            // Not a name that TLS can carry; servers get along without.
        }
    }

    private static IOException explain(IOException failure, TlsHandshake handshake) {
        if (failure instanceof TlsFailure) {
            return failure;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SocketTimeoutException timeout) {
                return timeout;
            }
        }
        TlsFindings findings = handshake.findings();
        int code = findings.errorCode();
        if (code == 0) {
            code = handshake.certificateMissing() ? TlsFailure.CLIENT_CERTIFICATE_NEEDED : TlsFailure.CHANNEL_ERROR;
        }
        return new TlsFailure(code, findings, failure);
    }

    private TlsContext context(TlsPolicy policy) throws IOException {
        ContextKey key = new ContextKey(policy.trust(), policy.clientChain(), policy.clientKey());
        TlsContext known = find(key);
        if (known != null) {
            return known;
        }
        TlsContext made;
        try {
            made = new TlsContext(policy);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available", e);
        }
        lock.lock();
        try {
            TlsContext earlier = contexts.putIfAbsent(key, made);
            if (contexts.size() > CONTEXTS) {
                Iterator<TlsContext> oldest = contexts.values().iterator();
                oldest.next();
                oldest.remove();
            }
            return earlier == null ? made : earlier;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable TlsContext find(ContextKey key) {
        lock.lock();
        try {
            return contexts.get(key);
        } finally {
            lock.unlock();
        }
    }
}
