package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A proxy's refusal of CONNECT as the response to the request that needed the tunnel; nothing of the request was sent.
 */
final class ConnectAnswer implements HttpStream, ContentStream {
    private final ResponseHead head;
    private final byte[] body;
    private int position;

    ConnectAnswer(ResponseHead head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    @Override
    public void send(RequestHead request, RequestBody data) {
        // The body is discarded.
    }

    @Override
    public void write(ByteBuffer data) {
        data.position(data.limit());
    }

    @Override
    public ResponseFields receive() {
        return head;
    }

    @Override
    public ContentStream body() {
        return this;
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
    public Connection upgrade() throws IOException {
        throw new SocketException("the connection is gone");
    }

    @Override
    public void finish() {
        position = body.length;
    }

    @Override
    public void abort() {
        position = body.length;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, body.length - position);
        System.arraycopy(body, position, target, offset, count);
        position += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public int buffered() {
        return body.length - position;
    }

    @Override
    public int available() {
        return buffered();
    }

    @Override
    public boolean isEnded() {
        return position == body.length;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public long length() {
        return body.length;
    }
}
