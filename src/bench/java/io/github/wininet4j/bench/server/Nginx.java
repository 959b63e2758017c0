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

/** nginx on loopback with a configuration of ours: one worker, nothing logged, three free ports. */
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
                    location = /close/b128 { keepalive_timeout 0; return 200 "%5$s"; }
                }
            }
            """;

    private final Process process;
    private final int port;
    private final int tlsPort;
    private final int http2Port;

    private Nginx(Process process, int port, int tlsPort, int http2Port) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
        this.http2Port = http2Port;
    }

    /**
     * Starts it.
     *
     * @param folder where its files go
     * @param certificate what it shows
     * @param big the length of {@code /big} in bytes
     * @return the server
     * @throws IOException if there is no nginx or it does not start
     */
    public static Nginx start(Path folder, Certificate certificate, long big) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        try (RandomAccessFile file = new RandomAccessFile(files.resolve("big").toFile(), "rw")) {
            file.setLength(big);
        }
        int port = freePort();
        int tlsPort = freePort();
        int http2Port = freePort();
        String text = CONFIGURATION.formatted(
                port,
                tlsPort,
                certificate.certificate(),
                certificate.key(),
                "x".repeat(128),
                "y".repeat(1024),
                http2Port);
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, text);
        Process process = new ProcessBuilder(
                        program(), "-p", folder.toAbsolutePath().toString(), "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, port, tlsPort, http2Port);
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
