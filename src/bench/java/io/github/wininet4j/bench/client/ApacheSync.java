package io.github.wininet4j.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** Apache HttpClient 5, classic, with its defaults except for the number of connections. */
final class ApacheSync implements SyncClient {
    private final Target target;
    private final CloseableHttpClient client;

    ApacheSync(Target target) throws Exception {
        this.target = target;
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(target.lanes())
                .setMaxConnTotal(target.lanes());
        if (target.tls()) {
            pool.setTlsSocketStrategy(
                    new DefaultClientTlsStrategy(Trust.of(target.authority()).context()));
        }
        this.client = HttpClients.custom()
                .setConnectionManager(pool.build())
                .setProxy(target.has(Feature.PROXY) ? new HttpHost(Target.PROXY_HOST, target.proxyPort()) : null)
                .build();
    }

    @Override
    public Lane lane() {
        return new StreamLane();
    }

    @Override
    public void close() throws Exception {
        client.close();
    }

    /** The calls of one thread. */
    private final class StreamLane implements Lane {
        private final byte[] buffer = new byte[target.readSize()];

        @Override
        public long get(String path) throws Exception {
            return client.execute(new HttpGet(target.url(path)), this::count);
        }

        @Override
        public long put(String path, long size) throws Exception {
            HttpPut request = new HttpPut(target.url(path));
            request.setEntity(new Zeros(size, buffer.length));
            client.execute(request, this::count);
            return size;
        }

        private long count(ClassicHttpResponse answer) throws IOException {
            try (InputStream in = answer.getEntity().getContent()) {
                return Bodies.drain(in, buffer);
            }
        }
    }

    /** A body of zeros. */
    private static final class Zeros extends AbstractHttpEntity {
        private final long size;
        private final int part;

        Zeros(long size, int part) {
            super(ContentType.APPLICATION_OCTET_STREAM, null, false);
            this.size = size;
            this.part = part;
        }

        @Override
        public long getContentLength() {
            return size;
        }

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream getContent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            Bodies.zeros(out, size, part);
        }

        @Override
        public void close() {}
    }
}
