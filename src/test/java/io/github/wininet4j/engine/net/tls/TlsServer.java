package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.testing.Waits;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Shakes hands with each client and sends back what it reads, byte by byte. */
public final class TlsServer implements Closeable {
    /** Whether clients are asked for a certificate. */
    enum Clients {
        ANONYMOUS,
        WANTED,
        NEEDED
    }

    /** What the server saw of a client. */
    public record Seen(List<String> names, String client, byte[] sessionId) {}

    private final SSLServerSocket listener;
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    public TlsServer(SSLContext context) throws IOException {
        this(context, Clients.ANONYMOUS, "TLSv1.3", "TLSv1.2");
    }

    public TlsServer(SSLContext context, Clients clients, String... protocols) throws IOException {
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        listener.setEnabledProtocols(protocols);
        if (clients == Clients.NEEDED) {
            listener.setNeedClientAuth(true);
        } else {
            listener.setWantClientAuth(clients == Clients.WANTED);
        }
        Thread thread = new Thread(this::serve, "TlsServer");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public Seen seen() throws InterruptedException {
        return seen.poll(Waits.SECONDS, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                Thread thread = new Thread(() -> echo(socket), "TlsServer connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void echo(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            ExtendedSSLSession session = (ExtendedSSLSession) socket.getSession();
            List<String> names = session.getRequestedServerNames().stream()
                    .map(SNIServerName::toString)
                    .toList();
            seen.add(new Seen(names, clientOf(session), session.getId()));
            int b = socket.getInputStream().read();
            while (b >= 0) {
                socket.getOutputStream().write(b);
                b = socket.getInputStream().read();
            }
        } catch (IOException e) {
            // The client did not like what it saw, or the other way round.
        }
    }

    private static String clientOf(SSLSession session) {
        try {
            return session.getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
