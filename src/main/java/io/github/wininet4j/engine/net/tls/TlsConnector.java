package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.engine.net.AddressLiteral;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.TlsFindings;
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
public final class TlsConnector {
    private static final int CONTEXTS = 64;

    private record ContextKey(
            @Nullable KeyStore trust,
            List<X509Certificate> chain,
            @Nullable PrivateKey key) {}

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ContextKey, TlsContext> contexts = new LinkedHashMap<>(16, 0.75f, true);
    private final RecentFindings recent = new RecentFindings();

    /** Creates one without contexts. The clock is for the validity of certificates. */
    public TlsConnector(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Does the handshake. The caller cancels it by closing the connection.
     *
     * @param connection a connection on which nothing was read beyond what its tunnel said
     * @param origin the server that is to prove its identity
     * @param policy the rules
     * @param timeouts the shorter of connect and receive timeout limits each step
     * @throws TlsFailure if there is no agreement or the certificate is not acceptable
     * @throws SocketTimeoutException if a step took too long
     */
    public void secure(Connection connection, Endpoint origin, TlsPolicy policy, Timeouts timeouts) throws IOException {
        TlsContext context = context(policy);
        TlsHandshake handshake = new TlsHandshake(context.trust(), origin.host(), policy, clock);
        if (connection.input().length() > 0) {
            throw handshake.failed(null);
        }
        connection.setReceiveTimeout(timeouts.handshakeStep());
        try {
            SSLSocket socket = (SSLSocket)
                    context.factory().createSocket(connection.transport(), origin.host(), origin.port(), true);
            nameServer(socket, origin.host());
            if (policy.offersHttp2()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
                socket.setSSLParameters(parameters);
            }
            context.register(socket, handshake);
            socket.startHandshake();
            handshake.complete(socket);
            connection.startTls(socket, handshake);
        } catch (IOException e) {
            throw explain(connection.explain(e), handshake);
        } finally {
            recent.add(origin, handshake.findings());
        }
        connection.setReceiveTimeout(timeouts.receiveMillis());
    }

    /**
     * Returns what the last handshake with a server turned out to be, be it one that failed.
     *
     * @param origin the server
     * @return the findings, or null if none is remembered
     */
    public @Nullable TlsFindings lastFindings(Endpoint origin) {
        return recent.find(origin);
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
        if (failure instanceof TlsFailure || failure instanceof CancelledIoException) {
            return failure;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SocketTimeoutException timeout) {
                return timeout;
            }
        }
        return handshake.failed(failure);
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
