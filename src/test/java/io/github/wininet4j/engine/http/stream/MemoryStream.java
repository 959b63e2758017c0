package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.Connection;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A stream whose response is known beforehand; what is sent on it goes nowhere. */
public final class MemoryStream implements HttpStream {
    private final ResponseFields response;
    private final ContentStream body;

    public MemoryStream(ResponseFields response, byte[] body) {
        this.response = response;
        this.body = new ArrayContent(body);
    }

    @Override
    public void send(RequestHead head, RequestBody data) {}

    @Override
    public void write(ByteBuffer data) {}

    @Override
    public ResponseFields receive() {
        return response;
    }

    @Override
    public ContentStream body() {
        return body;
    }

    @Override
    public boolean mayBeStale() {
        return false;
    }

    @Override
    public @Nullable Connection connection() {
        return null;
    }

    @Override
    public @Nullable HttpStream renew() {
        return null;
    }

    @Override
    public Connection upgrade() {
        throw new IllegalStateException("there is no connection");
    }

    @Override
    public void finish() {}

    @Override
    public void abort() {}
}
