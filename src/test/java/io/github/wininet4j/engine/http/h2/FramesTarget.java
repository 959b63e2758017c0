package io.github.wininet4j.engine.http.h2;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.testing.Http2Peer.ACK;
import static io.github.wininet4j.testing.Http2Peer.CONTINUATION;
import static io.github.wininet4j.testing.Http2Peer.DATA;
import static io.github.wininet4j.testing.Http2Peer.END_HEADERS;
import static io.github.wininet4j.testing.Http2Peer.END_STREAM;
import static io.github.wininet4j.testing.Http2Peer.GOAWAY;
import static io.github.wininet4j.testing.Http2Peer.HEADERS;
import static io.github.wininet4j.testing.Http2Peer.PING;
import static io.github.wininet4j.testing.Http2Peer.RST_STREAM;
import static io.github.wininet4j.testing.Http2Peer.SETTINGS;
import static io.github.wininet4j.testing.Http2Peer.WINDOW_UPDATE;

import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.MemoryConnections;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;

/**
 * Frames of a server, to two requests of one connection. An input that begins with R is the bytes of the connection;
 * any other is frames in a short form that has no wrong lengths: type, flags, stream and length in a byte each.
 */
public final class FramesTarget implements FuzzTarget {
    private static final int SHORT_HEAD = 4;
    private static final int PRIORITY = FrameType.PRIORITY.getValue();
    private static final int PUSH_PROMISE = FrameType.PUSH_PROMISE.getValue();
    private static final int PADDED = FrameFlag.PADDED.getValue();
    private static final int HAS_PRIORITY = FrameFlag.PRIORITY.getValue();
    private static final RequestHead GET =
            new RequestHead("GET", new HttpUrl(UrlScheme.HTTPS, "h.test", 443, "/"), new HeaderList());

    /** Creates the target. */
    public FramesTarget() {}

    /** Nobody else uses the connection. */
    private static final class NoOwner implements Http2Owner {
        @Override
        public void streamEnded() {}

        @Override
        public void roomChanged() {}

        @Override
        public void unused(Http2Connection connection) {}

        @Override
        public void retired(Http2Connection connection) {}

        @Override
        public void refusedProtocol() {}

        @Override
        public void discard(Connection connection) {
            connection.close();
        }
    }

    @Override
    public String run(byte[] input) throws IOException {
        boolean raw = input.length > 0 && input[0] == 'R';
        Connection connection = MemoryConnections.of(raw ? tail(input) : wire(input));
        List<Runnable> reader = new ArrayList<>(1);
        Executor workers = task -> {
            if (reader.isEmpty()) {
                reader.add(task);
            } else {
                task.run();
            }
        };
        Http2Connection shared = Http2Connection.begin(connection, new NoOwner(), workers, () -> Instant.EPOCH);
        shared.setMaxStreams(2);
        Http2Stream first = sent(shared);
        Http2Stream second = sent(shared);
        reader.get(0).run();
        check(connection.isClosed(), "the connection ends with its bytes");
        return response(first) + ", " + response(second);
    }

    private static Http2Stream sent(Http2Connection shared) throws IOException {
        check(shared.tryReserve(), "room for a stream");
        StreamOptions options = new StreamOptions(
                Timeouts.NONE, null, RequestEvents.SILENT, new Cancellation(), true, false, null, true);
        Http2Stream stream = new Http2Stream(shared, options, false);
        stream.send(GET, RequestBody.NONE);
        return stream;
    }

    /** What a request gets; it ends, since everything has come. */
    private static String response(Http2Stream stream) {
        try {
            ResponseFields head = stream.receive();
            check(head.status() >= 200 && head.status() <= 999, "a final status");
            ContentStream body = stream.body();
            byte[] piece = new byte[64];
            long total = 0;
            for (int count = body.read(piece, 0, 64); count >= 0; count = body.read(piece, 0, 64)) {
                check(count > 0, "progress");
                total += count;
            }
            // These announce what never comes (R-READ-13).
            boolean bodiless = head.status() == 204 || head.status() == 304;
            check(bodiless || body.length() < 0 || body.length() == total, "as much as was announced");
            return total == 0 ? "head" : "body";
        } catch (SocketException e) {
            return "lost";
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } finally {
            stream.abort();
        }
    }

    private static byte[] tail(byte[] input) {
        byte[] tail = new byte[input.length - 1];
        System.arraycopy(input, 1, tail, 0, tail.length);
        return tail;
    }

    /** Frames in the form of RFC 9113, section 4.1, settings first. */
    private static byte[] wire(byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + 64);
        out.writeBytes(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0});
        for (int at = 0; at + SHORT_HEAD <= input.length; ) {
            int length = Math.min(input[at + 3] & 0xFF, input.length - at - SHORT_HEAD);
            out.writeBytes(new byte[] {0, 0, (byte) length, input[at], input[at + 1], 0, 0, 0, input[at + 2]});
            out.write(input, at + SHORT_HEAD, length);
            at += SHORT_HEAD + length;
        }
        return out.toByteArray();
    }

    private static String frame(int type, int flags, int stream, String payload) {
        byte[] bytes = FuzzText.bytes(payload);
        byte[] frame = new byte[SHORT_HEAD + bytes.length];
        frame[0] = (byte) type;
        frame[1] = (byte) flags;
        frame[2] = (byte) stream;
        frame[3] = (byte) bytes.length;
        System.arraycopy(bytes, 0, frame, SHORT_HEAD, bytes.length);
        return FuzzText.of(frame);
    }

    private static String fields(String... fields) {
        return HeaderBlocksTarget.block(fields).substring(1);
    }

    @Override
    public List<String> words() {
        int whole = END_HEADERS;
        int last = END_HEADERS | END_STREAM;
        return List.of(
                frame(HEADERS, whole, 1, fields(":status", "200")),
                frame(HEADERS, last, 3, fields(":status", "204")),
                frame(HEADERS, whole, 3, fields(":status", "200", "content-length", "2")),
                frame(HEADERS, whole, 1, fields(":status", "103")),
                frame(HEADERS, last, 1, fields("x", "y")),
                frame(HEADERS, 0, 1, ""),
                frame(HEADERS, whole | PADDED, 1, "\1" + fields(":status", "200") + "\0"),
                frame(HEADERS, whole | HAS_PRIORITY, 1, "\0\0\0\0\0" + fields(":status", "200")),
                frame(CONTINUATION, whole, 1, fields(":status", "200")),
                frame(DATA, 0, 1, "hello"),
                frame(DATA, END_STREAM, 1, ""),
                frame(DATA, END_STREAM, 3, "ab"),
                frame(DATA, PADDED, 3, "\2a\0\0"),
                frame(RST_STREAM, 0, 1, "\0\0\0\7"),
                frame(RST_STREAM, 0, 3, "\0\0\0\15"),
                frame(SETTINGS, 0, 0, "\0\4\0\0\0\0"),
                frame(SETTINGS, 0, 0, "\0\1\0\0\0\0\0\3\0\0\0\1\0\5\0\0\100\0"),
                frame(SETTINGS, ACK, 0, ""),
                frame(PING, 0, 0, "12345678"),
                frame(GOAWAY, 0, 0, "\0\0\0\1\0\0\0\0"),
                frame(WINDOW_UPDATE, 0, 0, "\0\0\1\0"),
                frame(WINDOW_UPDATE, 0, 1, "\177\177\177\177"),
                frame(PRIORITY, 0, 5, "\0\0\0\1\0"),
                frame(PUSH_PROMISE, 0, 1, "\0\0\0\2"),
                frame(0x20, 0, 0, "?"),
                "R\0\0\0\4\0\0\0\0\0");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.h2");
    }
}
