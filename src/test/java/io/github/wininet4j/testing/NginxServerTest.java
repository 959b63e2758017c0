package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real server answers what its class comment says. */
final class NginxServerTest {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(TestCertificates.clientContext())
            .build();

    @Test
    void start_servesEverythingItPromises() throws Exception {
        try (NginxServer nginx =
                NginxServer.start().servePattern("pattern", 200_000).serveZeros("zeros", 5_000_000_000L)) {
            byte[] pattern = get(nginx.url("/pattern")).body();
            PatternedBytes.assertAt(0, pattern, 0, 200_000);
            assertThat(get(nginx.tlsUrl("/pattern")).body()).isEqualTo(pattern);
            assertThat(get(nginx.url("/slow/pattern"), "Range", "bytes=100-199").body())
                    .isEqualTo(PatternedBytes.bytes(100, 100));
            assertThat(get(nginx.url("/gzip/pattern"), "Accept-Encoding", "gzip")
                            .headers()
                            .map())
                    .containsKeys("content-encoding", "transfer-encoding");
            assertThat(get(nginx.url("/zeros"), "Range", "bytes=4999999990-").body())
                    .isEqualTo(new byte[10]);
            assertThat(text(get(nginx.url("/echo?q"), "User-Agent", "me")))
                    .startsWith("method=GET uri=/echo?q host=127.0.0.1:" + nginx.port() + " agent=me requests=");
            assertThat(get(nginx.url("/redirect")).statusCode()).isEqualTo(302);
            assertThat(get(nginx.url("/status/404")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void uploads_arriveWhole() throws Exception {
        byte[] body = PatternedBytes.bytes(0, 3_000_000);
        try (NginxServer nginx = NginxServer.start()) {
            assertThat(send("PUT", nginx.url("/upload/file"), body).statusCode())
                    .isEqualTo(201);
            assertThat(Files.readAllBytes(nginx.uploads().resolve("file"))).isEqualTo(body);
            assertThat(Integer.parseInt(
                            text(send("POST", nginx.tlsUrl("/sink"), body)).strip()))
                    .isBetween(3_000_000, 3_001_000);
            assertThat(text(send("POST", nginx.url("/discard"), body))).isEqualTo("done\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1000, 1, 2"})
    void keepAliveRequests_decidesWhetherConnectionsStay(int setting, int first, int second) throws Exception {
        try (NginxServer nginx = NginxServer.start(NginxSettings.defaults().withKeepAliveRequests(setting))) {
            assertThat(text(get(nginx.url("/echo")))).contains("requests=" + first + " ");
            assertThat(text(get(nginx.url("/echo")))).contains("requests=" + second + " ");
        }
    }

    @Test
    void start_withExtraDirectives_hasThem() throws Exception {
        NginxSettings settings = NginxSettings.defaults().withExtra("location = /extra { return 418; }");
        try (NginxServer nginx = NginxServer.start(settings)) {
            assertThat(get(nginx.url("/extra")).statusCode()).isEqualTo(418);
        }
        Tools.require("nginx");
        assertThatThrownBy(() -> NginxServer.start(settings.withExtra("no_such_directive;")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no_such_directive");
    }

    @Test
    void close_deletesItsFiles() {
        NginxServer nginx = NginxServer.start();
        nginx.close();
        nginx.close();

        assertThat(nginx.root()).doesNotExist();
    }

    private HttpResponse<byte[]> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> send(String method, String url, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
