package io.github.wininet4j.bench.client;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** The oldest client of the JDK, {@code HttpURLConnection}. */
final class UrlConnectionSync implements SyncClient {
    private final Target target;
    private final SSLSocketFactory sockets;
    private final Authenticator authenticator = new Authenticator() {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(target.user(), target.password().toCharArray());
        }
    };

    UrlConnectionSync(Target target) throws Exception {
        this.target = target;
        // It keeps five connections per host otherwise.
        System.setProperty("http.maxConnections", Integer.toString(Math.max(5, target.lanes())));
        sockets = target.tls() ? Trust.of(target.authority()).context().getSocketFactory() : null;
    }

    @Override
    public Lane lane() {
        byte[] buffer = new byte[target.readSize()];
        return new Lane() {
            @Override
            public long get(String path) throws Exception {
                HttpURLConnection connection = open(path);
                if (target.gzip()) {
                    connection.setRequestProperty("Accept-Encoding", "gzip");
                }
                try (InputStream in = Bodies.decoded(connection.getInputStream(), target)) {
                    return Bodies.drain(in, buffer);
                }
            }

            @Override
            public long put(String path, long size) throws Exception {
                HttpURLConnection connection = open(path);
                connection.setRequestMethod("PUT");
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(size);
                try (OutputStream out = connection.getOutputStream()) {
                    Bodies.zeros(out, size, buffer.length);
                }
                try (InputStream in = connection.getInputStream()) {
                    Bodies.drain(in, buffer);
                }
                return size;
            }
        };
    }

    private HttpURLConnection open(String path) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(target.url(path)).toURL().openConnection(target.proxy());
        if (target.has(Feature.NTLM)) {
            connection.setAuthenticator(authenticator);
        }
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(sockets);
        }
        return connection;
    }

    @Override
    public void close() {}
}
