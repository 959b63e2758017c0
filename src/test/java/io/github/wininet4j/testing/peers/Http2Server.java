package io.github.wininet4j.testing.peers;

import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTTP/2 server that somebody else wrote, on 127.0.0.1 over TLS, with a file {@code page}. Skipped without it. */
public final class Http2Server implements AutoCloseable {

    private final PeerProcess process;

    private Http2Server(PeerProcess process) {
        this.process = process;
    }

    /** Which one. */
    public enum Kind {
        /** That of nghttp2; speaks nothing but HTTP/2. */
        NGHTTPD("nghttpd"),
        /** H2O. */
        H2O("h2o"),
        /** Apache with its module of nghttp2's makers. */
        APACHE("apache2"),
        /** nginx. */
        NGINX("nginx");

        private final String program;

        Kind(String program) {
            this.program = program;
        }
    }

    /**
     * Starts a server that allows 100 streams on a connection.
     *
     * @param kind which one
     * @param page the content of the file
     * @return the server
     */
    public static Http2Server start(Kind kind, byte[] page) {
        return start(kind, page, 100);
    }

    /**
     * Starts a server.
     *
     * @param kind which one
     * @param page the content of the file
     * @param streams how many streams it allows on a connection
     * @return the server
     */
    public static Http2Server start(Kind kind, byte[] page, int streams) {
        return start(kind, page, streams, List.of());
    }

    /**
     * Starts nghttpd with a decoder that keeps no header fields.
     *
     * @param page the content of the file
     * @return the server
     */
    public static Http2Server startWithoutTable(byte[] page) {
        return start(Kind.NGHTTPD, page, 100, List.of("--header-table-size=0"));
    }

    private static Http2Server start(Kind kind, byte[] page, int streams, List<String> options) {
        Path program = Tools.require(kind.program);
        return new Http2Server(PeerProcess.start("http2", Map.of(), (folder, port) -> {
            TestCertificate.PemFiles pem = TestCertificates.good().writePem(folder);
            Path root = Files.createDirectories(folder.resolve("root"));
            Files.write(root.resolve("page"), page);
            return switch (kind) {
                case NGHTTPD -> {
                    List<String> command = new ArrayList<>(List.of(
                            program.toString(),
                            "--address=127.0.0.1",
                            "--max-concurrent-streams=" + streams,
                            "-d",
                            root.toString()));
                    command.addAll(options);
                    command.addAll(List.of(
                            Integer.toString(port),
                            pem.key().toString(),
                            pem.chain().toString()));
                    yield command;
                }
                case H2O -> List.of(program.toString(), "-c", h2o(folder, root, pem, port, streams));
                case APACHE -> List.of(program.toString(), "-f", apache(folder, pem, port, streams), "-DFOREGROUND");
                case NGINX ->
                    List.of(program.toString(), "-p", folder.toString(), "-c", nginx(folder, pem, port, streams));
            };
        }));
    }

    private static String apache(Path folder, TestCertificate.PemFiles pem, int port, int streams) throws IOException {
        String modules = ApacheServer.beginning(List.of("mpm_event", "authz_core", "ssl", "http2"));
        String text = modules + String.format(Locale.ROOT, """
                Listen 127.0.0.1:%d https
                Protocols h2
                H2MaxSessionStreams %d
                SSLEngine on
                SSLCertificateFile %s
                SSLCertificateKeyFile %s
                ThreadsPerChild 64
                MaxRequestWorkers 64
                MaxKeepAliveRequests 0
                KeepAlive On
                """, port, streams, pem.chain(), pem.key());
        return write(folder.resolve("httpd.conf"), text.replace("DIR", folder.toString()));
    }

    private static String nginx(Path folder, TestCertificate.PemFiles pem, int port, int streams) throws IOException {
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        String text = String.format(Locale.ROOT, """
                %s
                daemon off;
                master_process off;
                pid DIR/nginx.pid;
                error_log DIR/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_max_body_size 0;
                  client_body_temp_path DIR/body;
                  proxy_temp_path DIR/proxy;
                  fastcgi_temp_path DIR/fastcgi;
                  uwsgi_temp_path DIR/uwsgi;
                  scgi_temp_path DIR/scgi;
                  keepalive_requests 1000000;
                  http2_max_concurrent_streams %d;
                  server {
                    listen 127.0.0.1:%d ssl http2;
                    ssl_certificate %s;
                    ssl_certificate_key %s;
                    root DIR/root;
                    dav_methods PUT;
                  }
                }
                """, user, streams, port, pem.chain(), pem.key());
        return write(folder.resolve("nginx.conf"), text.replace("DIR", folder.toString()));
    }

    private static String write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardCharsets.US_ASCII).toString();
    }

    private static String h2o(Path folder, Path root, TestCertificate.PemFiles pem, int port, int streams)
            throws IOException {
        String text = String.format(Locale.ROOT, """
                listen:
                  host: 127.0.0.1
                  port: %d
                  ssl:
                    certificate-file: %s
                    key-file: %s
                    ocsp-update-interval: 0
                http2-max-concurrent-requests-per-connection: %d
                hosts:
                  default:
                    paths:
                      "/":
                        file.dir: %s
                """, port, pem.chain(), pem.key(), streams, root);
        return write(folder.resolve("h2o.conf"), text);
    }

    /** Returns its port. */
    public int port() {
        return process.port();
    }

    @Override
    public void close() {
        process.close();
    }
}
