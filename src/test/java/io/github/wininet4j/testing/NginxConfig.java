package io.github.wininet4j.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The configuration file of an {@link NginxServer}. */
record NginxConfig(Path file, int port, int tlsPort) {
    /** Bytes a second below {@code /slow/}. */
    static final int SLOW_RATE = 65_536;

    /** What {@code /status/} can answer. */
    static final List<Integer> STATUSES = List.of(200, 204, 304, 400, 401, 403, 404, 405, 410, 416, 500, 502, 503);

    static NginxConfig write(Path folder, NginxSettings settings, int port, int tlsPort) throws IOException {
        TestCertificate.PemFiles pem = settings.certificate().writePem(folder);
        Path authority = TestCertificates.writeAuthorityPem(folder);
        String plain = server("listen 127.0.0.1:" + port + ";", settings, port);
        String secure =
                server(String.format(Locale.ROOT, """
                listen 127.0.0.1:%d ssl http2;
                ssl_certificate "%s";
                ssl_certificate_key "%s";
                ssl_protocols TLSv1.2 TLSv1.3;
                ssl_client_certificate "%s";
                ssl_verify_client optional;
                """, tlsPort, pem.chain(), pem.key(), authority), settings, port);
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        String text = String.format(Locale.ROOT, """
                %s
                daemon off;
                master_process off;
                pid "%2$s/nginx.pid";
                error_log stderr notice;
                events { worker_connections 4096; }
                http {
                  access_log off;
                  server_tokens off;
                  sendfile on;
                  default_type application/octet-stream;
                  client_max_body_size 0;
                  client_body_temp_path "%2$s/temp/body";
                  proxy_temp_path "%2$s/temp/proxy";
                  fastcgi_temp_path "%2$s/temp/fastcgi";
                  uwsgi_temp_path "%2$s/temp/uwsgi";
                  scgi_temp_path "%2$s/temp/scgi";
                  %3$s
                  %4$s
                }
                """, user, folder, plain, secure);
        Path file = Files.writeString(folder.resolve("nginx.conf"), text, StandardCharsets.UTF_8);
        return new NginxConfig(file, port, tlsPort);
    }

    private static String server(String listen, NginxSettings settings, int port) {
        boolean keepAlive = settings.keepAliveRequests() > 0;
        String statuses = STATUSES.stream()
                .map(status -> "location = /status/" + status + " { return " + status + "; }")
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                """
                server {
                  %s
                  server_name localhost;
                  keepalive_timeout %s;
                  keepalive_requests %d;
                  root root;
                  location /slow/ { alias root/; limit_rate %d; }
                  location /gzip/ { alias root/; gzip on; gzip_min_length 0; gzip_types *; }
                  location = /echo {
                    default_type text/plain;
                    return 200 "method=$request_method uri=$request_uri host=$http_host agent=$http_user_agent \
                requests=$connection_requests client=$ssl_client_s_dn\\n";
                  }
                  location /upload/ { alias uploads/; dav_methods PUT DELETE; }
                  location = /sink {
                    proxy_pass_request_body off;
                    proxy_method GET;
                    proxy_set_header Content-Length "";
                    proxy_set_header X-Received $request_length;
                    proxy_pass http://127.0.0.1:%d/received;
                  }
                  location = /received { default_type text/plain; return 200 "$http_x_received\\n"; }
                  location = /discard { default_type text/plain; return 200 "done\\n"; }
                  location = /redirect { return 302 /echo; }
                  %s
                  %s
                }
                """,
                listen,
                keepAlive ? "75s" : "0",
                Math.max(1, settings.keepAliveRequests()),
                SLOW_RATE,
                port,
                statuses,
                settings.extra());
    }
}
