package io.github.wininet4j.bench.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** nginx on loopback with a configuration of ours: one worker, nothing logged, four free ports, one of a proxy. */
public final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            worker_processes 1;
            daemon off;
            pid nginx.pid;
            error_log error.log warn;
            worker_rlimit_nofile 16384;
            events { worker_connections 15000; }
            http {
                access_log off;
                server_tokens off;
                default_type application/octet-stream;
                client_body_temp_path temp-body;
                proxy_temp_path temp-proxy;
                fastcgi_temp_path temp-fastcgi;
                uwsgi_temp_path temp-uwsgi;
                scgi_temp_path temp-scgi;
                keepalive_requests 1000000000;
                keepalive_timeout 600s;
                sendfile on;
                tcp_nodelay on;
                http2_max_concurrent_streams 1024;
                upstream origin {
                    server 127.0.0.1:%1$d;
                    keepalive 64;
                }
                server {
                    listen 127.0.0.1:%8$d;
                    location / {
                        proxy_pass http://origin;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                    }
                }
                server {
                    listen %1$d backlog=4096;
                    listen 127.0.0.1:%2$d ssl;
                    listen 127.0.0.1:%7$d ssl http2;
                    ssl_certificate %3$s;
                    ssl_certificate_key %4$s;
                    ssl_protocols TLSv1.3;
                    root files;
                    location = /b128 { return 200 "%5$s"; }
                    location = /b1k { return 200 "%6$s"; }
                    location = /kept/b1k { add_header Cache-Control max-age=86400; return 200 "%6$s"; }
                    location = /text { default_type text/plain; add_header Content-Encoding gzip; }
                    location = /close/b128 { keepalive_timeout 0; return 200 "%5$s"; }
                }
            }
            """;

    private final Process process;
    private final int port;
    private final int tlsPort;
    private final int http2Port;
    private final int proxyPort;

    private Nginx(Process process, int port, int tlsPort, int http2Port, int proxyPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
        this.http2Port = http2Port;
        this.proxyPort = proxyPort;
    }

    /**
     * Starts it.
     *
     * @param folder where its files go
     * @param certificate what it shows
     * @param big the length of {@code /big} in bytes
     * @param text the length of {@code /text} in bytes once it is decoded
     * @return the server
     * @throws IOException if there is no nginx or it does not start
     */
    public static Nginx start(Path folder, Certificate certificate, long big, int text) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        try (RandomAccessFile file = new RandomAccessFile(files.resolve("big").toFile(), "rw")) {
            file.setLength(big);
        }
        Files.write(files.resolve("text"), new CodedText(text).bytes());
        int port = freePort();
        int tlsPort = freePort();
        int http2Port = freePort();
        int proxyPort = freePort();
        String configuration = CONFIGURATION.formatted(
                port,
                tlsPort,
                certificate.certificate(),
                certificate.key(),
                "x".repeat(128),
                "y".repeat(1024),
                http2Port,
                proxyPort);
        Files.writeString(folder.resolve("nginx.conf"), configuration);
        Process process = new ProcessBuilder(
                        program(), "-p", folder.toAbsolutePath().toString(), "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, port, tlsPort, http2Port, proxyPort);
        nginx.awaitStart(folder);
        return nginx;
    }

    private static String program() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path folder) throws IOException {
        for (int attempt = 0; attempt < 200 && process.isAlive(); attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            }
        }
        process.destroy();
        throw new IOException("nginx did not start; see " + folder);
    }

    /** Returns the port of plain HTTP. */
    public int port() {
        return port;
    }

    /** Returns the port of HTTP over TLS. */
    public int tlsPort() {
        return tlsPort;
    }

    /** Returns the port of HTTP/2 over TLS. */
    public int http2Port() {
        return http2Port;
    }

    /** Returns the port of a proxy to the server. */
    public int proxyPort() {
        return proxyPort;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
