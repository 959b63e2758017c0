package io.github.wininet4j.bench.client;

import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's client, blocking and asynchronous, with its defaults except for the number of connections. */
final class JettyClient implements SyncClient, AsyncClient {
    private static final int SMALL = 4096;

    private final Target target;
    private final HttpClient client;

    JettyClient(Target target) throws Exception {
        this.target = target;
        this.client =
                target.http2() ? new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client())) : new HttpClient();
        if (target.tls()) {
            SslContextFactory.Client ssl = new SslContextFactory.Client();
            ssl.setSslContext(Trust.of(target.authority()).context());
            client.setSslContextFactory(ssl);
        }
        client.setMaxConnectionsPerDestination(target.http2() ? 1 : Math.max(target.lanes(), 64));
        client.setMaxRequestsQueuedPerDestination(Math.max(target.lanes() * 2, 1024));
        client.start();
    }

    @Override
    public SyncClient.Lane lane() {
        byte[] buffer = new byte[target.readSize()];
        return new SyncClient.Lane() {
            @Override
            public long get(String path) throws Exception {
                if (buffer.length <= SMALL) {
                    return client.GET(target.url(path)).getContent().length;
                }
                InputStreamResponseListener listener = new InputStreamResponseListener();
                client.newRequest(target.url(path)).send(listener);
                listener.get(60, TimeUnit.SECONDS);
                try (InputStream in = listener.getInputStream()) {
                    return Bodies.drain(in, buffer);
                }
            }

            @Override
            public long put(String path, long size) throws Exception {
                client.newRequest(target.url(path))
                        .method("PUT")
                        .headers(fields -> fields.put("Content-Length", size))
                        .body(new InputStreamRequestContent(Bodies.zeros(size)))
                        .send();
                return size;
            }
        };
    }

    @Override
    public AsyncClient.Lane lane(int number, String path, Completion completion) {
        return () -> client.newRequest(target.url(path)).send(new BufferingResponseListener() {
            @Override
            public void onComplete(Result result) {
                completion.done(result.isSucceeded() ? getContent().length : -1, result.getFailure());
            }
        });
    }

    @Override
    public void close() throws Exception {
        client.stop();
    }
}
