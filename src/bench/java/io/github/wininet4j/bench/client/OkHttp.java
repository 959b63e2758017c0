package io.github.wininet4j.bench.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** OkHttp, blocking and asynchronous, with its defaults except for the number of connections. */
final class OkHttp implements SyncClient, AsyncClient {
    private final Target target;
    private final OkHttpClient client;

    OkHttp(Target target) throws Exception {
        this.target = target;
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(target.lanes());
        dispatcher.setMaxRequestsPerHost(target.lanes());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(Math.max(5, target.lanes()), 5, TimeUnit.MINUTES))
                .proxy(target.proxy())
                .protocols(java.util.List.of(Protocol.HTTP_1_1))
                .connectTimeout(60, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS);
        if (target.tls()) {
            Trust trust = Trust.of(target.authority());
            builder.sslSocketFactory(trust.context().getSocketFactory(), trust.manager());
        }
        this.client = builder.build();
    }

    @Override
    public SyncClient.Lane lane() {
        byte[] buffer = new byte[target.readSize()];
        return new SyncClient.Lane() {
            @Override
            public long get(String path) throws Exception {
                Request request = new Request.Builder().url(target.url(path)).build();
                try (Response answer = client.newCall(request).execute()) {
                    return Bodies.drain(answer.body().byteStream(), buffer);
                }
            }

            @Override
            public long put(String path, long size) throws Exception {
                Request request = new Request.Builder()
                        .url(target.url(path))
                        .put(new Zeros(size, buffer.length))
                        .build();
                try (Response answer = client.newCall(request).execute()) {
                    Bodies.drain(answer.body().byteStream(), buffer);
                }
                return size;
            }
        };
    }

    @Override
    public AsyncClient.Lane lane(int number, String path, Completion completion) {
        Callback callback = new Callback() {
            @Override
            public void onFailure(Call call, IOException problem) {
                completion.done(-1, problem);
            }

            @Override
            public void onResponse(Call call, Response answer) throws IOException {
                long length;
                try (answer) {
                    length = answer.body().bytes().length;
                }
                completion.done(length, null);
            }
        };
        return () -> client.newCall(new Request.Builder().url(target.url(path)).build())
                .enqueue(callback);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** A body of zeros. */
    private static final class Zeros extends RequestBody {
        private final long size;
        private final byte[] part;

        Zeros(long size, int part) {
            this.size = size;
            this.part = new byte[part];
        }

        @Override
        public MediaType contentType() {
            return MediaType.get("application/octet-stream");
        }

        @Override
        public long contentLength() {
            return size;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            for (long left = size; left > 0; left -= part.length) {
                sink.write(part, 0, (int) Math.min(left, part.length));
            }
        }
    }
}
