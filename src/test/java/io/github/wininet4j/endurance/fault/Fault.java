package io.github.wininet4j.endurance.fault;

import io.github.wininet4j.endurance.fault.FaultServer.Behavior;
import io.github.wininet4j.endurance.fault.FaultServer.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A way in which a request can fail, and how that may end: the errors of which one has to come, 0 among them where
 * success is an answer as well. {@code TLS_ONLY} faults have no meaning without TLS.
 */
enum Fault {
    // ---- connecting
    REFUSED(Stage.CONNECT, null, 12029),
    CLOSED_AFTER_ACCEPT(Stage.CONNECT, wire -> {}, 12152, 12030, 12031, 12157, 12029),
    RESET_AFTER_ACCEPT(Stage.CONNECT, Wire::reset, 12031, 12030, 12152, 12157, 12029),
    SILENT_AFTER_ACCEPT(Stage.CONNECT, Wire::silence, 12002),

    // ---- TLS
    TLS_GARBAGE(Stage.TLS, wire -> wire.send("HTTP/1.1 400 Bad Request\r\n\r\n").silence(), 12157),
    TLS_CLOSED_IN_HANDSHAKE(
            Stage.TLS,
            wire -> {
                wire.in().read();
                wire.send(new byte[] {22, 3, 3, 0, 80, 2});
            },
            12157,
            12030,
            12031),
    TLS_ENDLESS_RECORD(
            Stage.TLS, wire -> wire.send(new byte[] {22, 3, 3, 64, 0}).silence(), 12002, 12157),

    // ---- sending
    RESET_IN_REQUEST(Stage.SEND, wire -> wire.handshake().reset(), 12030, 12031, 12152),
    UPLOAD_NOT_READ(Stage.SEND, wire -> wire.readHead().stall(), 12002),
    UPLOAD_CUT(Stage.SEND, wire -> wire.readHead().reset(), 12030, 12031, 12152),
    EARLY_ANSWER_THEN_CLOSE(
            Stage.SEND,
            wire -> wire.readHead().send("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            0,
            12030,
            12031),

    // ---- the head
    NO_ANSWER(Stage.HEAD, Wire::readRequest, 12152),
    ANSWER_RESET(Stage.HEAD, wire -> wire.readRequest().reset(), 12031, 12030, 12152),
    SILENT_HEAD(Stage.HEAD, wire -> wire.readRequest().silence(), 12002),
    HALF_STATUS_LINE(Stage.HEAD, wire -> wire.readRequest().send("HTTP/1."), 12152, 0),
    HALF_STATUS_LINE_THEN_SILENCE(
            Stage.HEAD, wire -> wire.readRequest().send("HTTP/1.1 20").silence(), 12002),
    STATUS_WITHOUT_NUMBER(Stage.HEAD, wire -> wire.readRequest().send("HTTP/1.1 OK\r\n\r\n"), 12152, 0),
    HALF_HEADER(Stage.HEAD, wire -> wire.readRequest().send("HTTP/1.1 200 OK\r\nX-Half: ye"), 0, 12152),
    HALF_HEADER_THEN_RESET(
            Stage.HEAD,
            wire -> wire.readRequest().send("HTTP/1.1 200 OK\r\nX-Half: ye").reset(),
            12031,
            12030,
            12152,
            0),
    HEADERS_FOR_EVER(
            Stage.HEAD, wire -> wire.readRequest().send("HTTP/1.1 200 OK\r\n").sendForEver("X-More: 1\r\n"), 12152),
    LINES_WITHOUT_COLON_FOR_EVER(
            Stage.HEAD, wire -> wire.readRequest().send("HTTP/1.1 200 OK\r\n").sendForEver("nonsense\r\n"), 12152),
    ONE_LINE_FOR_EVER(
            Stage.HEAD,
            wire -> wire.readRequest().send("HTTP/1.1 200 OK\r\nX: ").sendForEver("y"),
            12152),
    CONTINUES_FOR_EVER(Stage.HEAD, wire -> wire.readRequest().sendForEver("HTTP/1.1 102 Processing\r\n\r\n"), 12152),
    LENGTH_NEGATIVE(Stage.HEAD, wire -> wire.readRequest().send(head("Content-Length: -5") + "hello"), 12152, 0),
    LENGTH_TWICE(
            Stage.HEAD,
            wire -> wire.readRequest().send(head("Content-Length: 5\r\nContent-Length: 6") + "hello!"),
            12152,
            0),
    LENGTH_OF_TWO_NUMBERS(Stage.HEAD, wire -> wire.readRequest().send(head("Content-Length: 1 0") + "hello"), 12152, 0),

    // ---- the body
    BODY_SHORT(Stage.BODY, wire -> wire.readRequest().send(head("Content-Length: 10") + "hello"), 0),
    BODY_SHORT_THEN_RESET(
            Stage.BODY,
            wire -> wire.readRequest()
                    .send(head("Content-Length: 10") + "hello")
                    .reset(),
            12031,
            12030,
            0),
    BODY_SHORT_THEN_CUT(
            Stage.BODY,
            wire -> wire.readRequest()
                    .send(head("Content-Length: 10") + "hello")
                    .cut(),
            0,
            12031),
    BODY_SHORT_THEN_SILENCE(
            Stage.BODY,
            wire -> wire.readRequest()
                    .send(head("Content-Length: 10") + "hello")
                    .silence(),
            12002),
    CHUNK_SIZE_BROKEN(Stage.BODY, wire -> wire.readRequest().send(chunked("5\r\nhello\r\nzz\r\nabc\r\n")), 12152),
    CHUNK_SIZE_SIGNED(Stage.BODY, wire -> wire.readRequest().send(chunked("+5\r\nhello\r\n0\r\n\r\n")), 12152),
    CHUNK_SIZE_TOO_LARGE(Stage.BODY, wire -> wire.readRequest().send(chunked("FFFFFFFFFFFFFFFFF\r\nhello")), 12152),
    CHUNK_WITHOUT_END(Stage.BODY, wire -> wire.readRequest().send(chunked("5\r\nhelloXX0\r\n\r\n")), 12152),
    CHUNK_CUT(Stage.BODY, wire -> wire.readRequest().send(chunked("5\r\nhel")), 12152),
    CHUNK_RESET(Stage.BODY, wire -> wire.readRequest().send(chunked("5\r\nhel")).reset(), 12031, 12030, 12152),
    CHUNK_SILENCE(
            Stage.BODY, wire -> wire.readRequest().send(chunked("5\r\nhel")).silence(), 12002),
    CHUNKED_IN_NAME_ONLY(Stage.BODY, wire -> wire.readRequest().send(chunked("<rss>not chunked at all</rss>")), 12152),
    CHUNK_EXTENSION_FOR_EVER(
            Stage.BODY, wire -> wire.readRequest().send(chunked("5;")).sendForEver("x"), 12152),
    TRAILER_FOR_EVER(
            Stage.BODY,
            wire -> wire.readRequest().send(chunked("5\r\nhello\r\n0\r\n")).sendForEver("X-Trailer: 1\r\n"),
            12152),
    GZIP_BROKEN(Stage.BODY, wire -> wire.readRequest().send(gzip(broken(zipped(20_000)))), 12175),
    GZIP_CUT(Stage.BODY, wire -> wire.readRequest().send(gzip(Arrays.copyOf(zipped(20_000), 60))), 12175, 12031, 0),
    GZIP_EMPTY_MEMBERS(Stage.BODY, wire -> wire.readRequest().send(gzip(repeated(zipped(0), 10_000))), 0, 12175),
    DEFLATE_WITH_DICTIONARY(
            Stage.BODY,
            wire -> wire.readRequest()
                    .send(head("Content-Encoding: deflate\r\nContent-Length: 7"))
                    .send(new byte[] {0x78, (byte) 0xBB, 1, 2, 3, 4, 0}),
            12175),
    BYTES_BEHIND_THE_BODY(Stage.BODY, wire -> wire.readRequest().send(head("Content-Length: 5") + "hello, world"), 0),

    // ---- redirects
    REDIRECT_LOOP(Stage.REDIRECT, wire -> redirect(wire, "/again"), 12156, 12032),
    REDIRECT_TO_NOWHERE(Stage.REDIRECT, wire -> redirect(wire, "http://127.0.0.1:1/"), 12029, 12032, 12040, 12052),
    REDIRECT_TO_GARBAGE(Stage.REDIRECT, wire -> redirect(wire, "http://"), 12005, 12006),
    REDIRECT_WITHOUT_LOCATION(
            Stage.REDIRECT, wire -> wire.readRequest().send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"), 0);

    /** When the fault strikes. */
    enum Stage {
        CONNECT,
        TLS,
        SEND,
        HEAD,
        BODY,
        REDIRECT
    }

    final Stage stage;
    /** What the server does; null if there is no server. */
    final Behavior behavior;

    final Set<Integer> outcomes;

    Fault(Stage stage, Behavior behavior, Integer... outcomes) {
        this.stage = stage;
        this.behavior = behavior;
        this.outcomes = Set.of(outcomes);
    }

    /** Whether the request can only end by running out of time. */
    boolean isSilence() {
        return outcomes.contains(12002);
    }

    /** Whether it can be had over this transport and with this way of sending. */
    boolean appliesTo(boolean tls, Method method) {
        boolean needsUpload = this == UPLOAD_NOT_READ || this == UPLOAD_CUT || this == EARLY_ANSWER_THEN_CLOSE;
        boolean needsBody = stage == Stage.BODY;
        return (stage != Stage.TLS || tls)
                && (!needsUpload || method.uploads())
                && (!needsBody || method != Method.HEAD);
    }

    private static String head(String lines) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + lines + "\r\n\r\n";
    }

    private static String chunked(String body) {
        return head("Transfer-Encoding: chunked") + body;
    }

    private static void redirect(Wire wire, String location) throws IOException {
        wire.readRequest()
                .send("HTTP/1.1 307 Again\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " + location
                        + "\r\n\r\n");
    }

    private static byte[] gzip(byte[] body) {
        byte[] head =
                head("Content-Encoding: gzip\r\nContent-Length: " + body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static byte[] zipped(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < count; i++) {
                zip.write(i * 31 >> 3);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] broken(byte[] zipped) {
        for (int i = zipped.length / 2; i < zipped.length; i++) {
            zipped[i] ^= 0x5A;
        }
        return zipped;
    }

    private static byte[] repeated(byte[] piece, int times) {
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    /** Ways of sending. */
    enum Method {
        GET,
        HEAD,
        POST,
        /** HttpSendRequestEx, InternetWriteFile, HttpEndRequest. */
        STREAMED;

        boolean uploads() {
            return this == POST || this == STREAMED;
        }
    }
}
