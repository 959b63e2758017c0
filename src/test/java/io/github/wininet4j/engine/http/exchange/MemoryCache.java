package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ArrayContent;
import io.github.wininet4j.engine.http.stream.ContentStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cache at its simplest: every response is kept whole and is fresh for ever. */
public final class MemoryCache implements Layer {
    private record Entry(ResponseFields head, byte[] body) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public HttpExchange open(Request request, Opener below) {
        Entry entry = entries.get(request.url().toString());
        return entry == null ? new Missed(request, below.open(request)) : new Found(request, entry);
    }

    private static byte[] readAll(ContentStream content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[1024];
        for (int count = content.read(piece, 0, 1024); count >= 0; count = content.read(piece, 0, 1024)) {
            all.write(piece, 0, count);
        }
        return all.toByteArray();
    }

    private final class Missed implements HttpExchange {
        private final Request request;
        private final HttpExchange below;

        Missed(Request request, HttpExchange below) {
            this.request = request;
            this.below = below;
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void send() throws IOException {
            below.send();
        }

        @Override
        public void write(ByteBuffer data) throws IOException {
            below.write(data);
        }

        @Override
        public Response receive() throws IOException {
            Response response = below.receive();
            byte[] body = readAll(response.content());
            entries.put(
                    request.url().toString(), new Entry(response.transcript().response(), body));
            return new Response(response.transcript(), new ArrayContent(body));
        }

        @Override
        public void finish() {
            below.finish();
        }

        @Override
        public void abandon() {
            below.abandon();
        }
    }

    private record Found(Request request, Entry entry) implements HttpExchange {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void send() {}

        @Override
        public void write(ByteBuffer data) {}

        @Override
        public Response receive() {
            Transcript answered = Transcript.of(request).answered(entry.head, entry.body.length);
            return new Response(answered, new ArrayContent(entry.body));
        }

        @Override
        public void finish() {}

        @Override
        public void abandon() {}
    }
}
