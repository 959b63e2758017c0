package io.github.wininet4j.engine.http.h2;

import static io.github.wininet4j.fuzz.Property.check;

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

/**
 * Frames of a server, to two requests of one connection. An input that begins with R is the bytes of the connection;
 * any other is frames in a short form that has no wrong lengths: type, flags, stream and length in a byte each.
 */
public final class FramesTarget implements FuzzTarget {
    private static final int SHORT_HEAD = 4;
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
        out.writeBytes(new byte[] {0, 0, 0, FrameType.SETTINGS, 0, 0, 0, 0, 0});
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
        int whole = FrameType.END_HEADERS;
        int last = FrameType.END_HEADERS | FrameType.END_STREAM;
        return List.of(
                frame(FrameType.HEADERS, whole, 1, fields(":status", "200")),
                frame(FrameType.HEADERS, last, 3, fields(":status", "204")),
                frame(FrameType.HEADERS, whole, 3, fields(":status", "200", "content-length", "2")),
                frame(FrameType.HEADERS, whole, 1, fields(":status", "103")),
                frame(FrameType.HEADERS, last, 1, fields("x", "y")),
                frame(FrameType.HEADERS, 0, 1, ""),
                frame(FrameType.HEADERS, whole | FrameType.PADDED, 1, "\1" + fields(":status", "200") + "\0"),
                frame(FrameType.HEADERS, whole | FrameType.HAS_PRIORITY, 1, "\0\0\0\0\0" + fields(":status", "200")),
                frame(FrameType.CONTINUATION, whole, 1, fields(":status", "200")),
                frame(FrameType.DATA, 0, 1, "hello"),
                frame(FrameType.DATA, FrameType.END_STREAM, 1, ""),
                frame(FrameType.DATA, FrameType.END_STREAM, 3, "ab"),
                frame(FrameType.DATA, FrameType.PADDED, 3, "\2a\0\0"),
                frame(FrameType.RST_STREAM, 0, 1, "\0\0\0\7"),
                frame(FrameType.RST_STREAM, 0, 3, "\0\0\0\15"),
                frame(FrameType.SETTINGS, 0, 0, "\0\4\0\0\0\0"),
                frame(FrameType.SETTINGS, 0, 0, "\0\1\0\0\0\0\0\3\0\0\0\1\0\5\0\0\100\0"),
                frame(FrameType.SETTINGS, FrameType.ACK, 0, ""),
                frame(FrameType.PING, 0, 0, "12345678"),
                frame(FrameType.GOAWAY, 0, 0, "\0\0\0\1\0\0\0\0"),
                frame(FrameType.WINDOW_UPDATE, 0, 0, "\0\0\1\0"),
                frame(FrameType.WINDOW_UPDATE, 0, 1, "\177\177\177\177"),
                frame(FrameType.PRIORITY, 0, 5, "\0\0\0\1\0"),
                frame(FrameType.PUSH_PROMISE, 0, 1, "\0\0\0\2"),
                frame(0x20, 0, 0, "?"),
                "R\0\0\0\4\0\0\0\0\0");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.h2");
    }
}
