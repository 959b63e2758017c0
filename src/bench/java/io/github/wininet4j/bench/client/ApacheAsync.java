package io.github.wininet4j.bench.client;

import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** Apache HttpClient 5, asynchronous, with its defaults except for the number of connections. */
final class ApacheAsync implements AsyncClient {
    private final Target target;
    private final CloseableHttpAsyncClient client;

    ApacheAsync(Target target) {
        this.target = target;
        this.client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(target.lanes())
                        .setMaxConnTotal(target.lanes())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .build())
                .build();
        client.start();
    }

    @Override
    public Lane lane(int number, String path, Completion completion) {
        String url = target.url(path);
        FutureCallback<SimpleHttpResponse> callback = new FutureCallback<>() {
            @Override
            public void completed(SimpleHttpResponse answer) {
                completion.done(answer.getBodyBytes().length, null);
            }

            @Override
            public void failed(Exception problem) {
                completion.done(-1, problem);
            }

            @Override
            public void cancelled() {
                completion.done(-1, new IllegalStateException("cancelled"));
            }
        };
        return () -> {
            SimpleHttpRequest request = SimpleRequestBuilder.get(url).build();
            client.execute(request, callback);
        };
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
