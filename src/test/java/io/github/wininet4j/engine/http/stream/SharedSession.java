package io.github.wininet4j.engine.http.stream;

import static io.github.wininet4j.engine.http.head.HeadSamples.response;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many streams on one line, in the manner of HTTP/2: frames carry the number of their stream, and the stream that waits
 * reads those of all. The other end answers the last request first, each with its target as body, one byte a frame.
 */
public final class SharedSession implements StreamFactory {
    private record Frame(Numbered stream, int data) {}

    private final Deque<Numbered> unanswered = new ArrayDeque<>();
    private final Deque<Frame> line = new ArrayDeque<>();
    private final List<String> order = new ArrayList<>();

    /** What was read off the line: the targets in the order in which their frames came. */
    public List<String> order() {
        return order;
    }

    @Override
    public HttpStream open(HttpUrl url, Route route, StreamOptions options, boolean fresh) {
        return new Numbered();
    }

    private void readFrame() throws IOException {
        if (line.isEmpty()) {
            Numbered next = unanswered.pollLast();
            if (next == null) {
                throw new IOException("nothing to wait for");
            }
            next.target.chars().forEach(data -> line.add(new Frame(next, data)));
        }
        Frame frame = line.remove();
        order.add(frame.stream.target);
        frame.stream.arrived.append((char) frame.data);
    }

    private final class Numbered implements HttpStream {
        private final StringBuilder arrived = new StringBuilder();
        private String target = "";

        @Override
        public void send(RequestHead head, RequestBody data) {
            target = head.url().target();
            unanswered.add(this);
        }

        @Override
        public void write(ByteBuffer data) {}

        @Override
        public ResponseFields receive() throws IOException {
            while (arrived.length() < target.length()) {
                readFrame();
            }
            return response("Content-Length: " + target.length());
        }

        @Override
        public ContentStream body() {
            return new ArrayContent(arrived.toString().getBytes(StandardCharsets.US_ASCII));
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
        public HttpStream renew() {
            return new Numbered();
        }

        @Override
        public Connection upgrade() {
            throw new IllegalStateException("the connection is shared");
        }

        @Override
        public void finish() {}

        @Override
        public void abort() {}
    }
}
