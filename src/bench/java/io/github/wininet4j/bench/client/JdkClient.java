package io.github.wininet4j.bench.client;

import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The HTTP client of the JDK, waiting and not. */
final class JdkClient implements SyncClient, AsyncClient {
    /** Up to here a program would take the body as an array. */
    private static final int SMALL = 4096;

    private final Target target;
    private final HttpClient client;

    JdkClient(Target target) throws Exception {
        this.target = target;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(target.http2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(60));
        if (target.has(Feature.PROXY)) {
            builder.proxy(ProxySelector.of(target.address()));
        }
        if (target.tls()) {
            builder.sslContext(Trust.of(target.authority()).context());
        }
        this.client = builder.build();
    }

    private HttpRequest get(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(target.url(path)));
        if (target.gzip()) {
            builder.header("Accept-Encoding", "gzip");
        }
        return builder.build();
    }

    @Override
    public SyncClient.Lane lane() {
        byte[] buffer = new byte[target.readSize()];
        return new SyncClient.Lane() {
            @Override
            public long get(String path) throws Exception {
                HttpRequest request = JdkClient.this.get(path);
                if (buffer.length <= SMALL) {
                    return client.send(request, BodyHandlers.ofByteArray()).body().length;
                }
                InputStream body =
                        client.send(request, BodyHandlers.ofInputStream()).body();
                try (InputStream in = Bodies.decoded(body, target)) {
                    return Bodies.drain(in, buffer);
                }
            }

            @Override
            public long put(String path, long size) throws Exception {
                HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> Bodies.zeros(size)), size);
                HttpRequest request = HttpRequest.newBuilder(URI.create(target.url(path)))
                        .PUT(body)
                        .build();
                client.send(request, BodyHandlers.ofByteArray());
                return size;
            }
        };
    }

    @Override
    public AsyncClient.Lane lane(int number, String path, Completion completion) {
        return () -> client.sendAsync(get(path), BodyHandlers.ofByteArray())
                .whenComplete(
                        (answer, problem) -> completion.done(problem == null ? answer.body().length : -1, problem));
    }

    @Override
    public void close() {}
}
