package io.github.wininet4j.engine.http.h1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Dialer;
import io.github.wininet4j.engine.net.LoopbackServer;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.Watchdog;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.net.pool.LeaseOptions;
import io.github.wininet4j.engine.work.WorkerThreads;
import io.github.wininet4j.host.NameResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request heads as the server gets them. */
class RequestWriterTest {
    private final Watchdog watchdog = new Watchdog(task -> {});
    private final ConnectionPool pool = new ConnectionPool(
            new Dialer(NameResolver.SYSTEM, InstantSource.system(), new WorkerThreads(), watchdog),
            InstantSource.system(),
            watchdog);
    private LoopbackServer server;
    private Connection connection;
    private InputStream peer;

    @BeforeEach
    void connect() throws IOException {
        server = LoopbackServer.start();
        LeaseOptions terms = new LeaseOptions(
                old -> 2, Timeouts.NONE, null, ConnectionEvents.SILENT, new Cancellation(), null, false);
        connection = pool.lease(new ConnectionKey("127.0.0.1", server.port(), false, ""), terms);
        peer = server.accept().getInputStream();
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
        server.close();
    }

    private RequestWriter begin(String target) {
        return RequestWriter.begin(connection, "GET", target, "HTTP/1.1");
    }

    private String receive(long count) throws IOException {
        return new String(peer.readNBytes((int) count), StandardCharsets.ISO_8859_1);
    }

    @Test
    void send_putsLinesOnTheWireAsGiven() throws IOException {
        int sent = begin("/a?b")
                .header("Host", "x")
                .line("Odd-Line:  y ")
                .header("E", "")
                .send();

        String expected = "GET /a?b HTTP/1.1\r\nHost: x\r\nOdd-Line:  y \r\nE: \r\n\r\n";
        assertThat(sent).isEqualTo(expected.length());
        assertThat(receive(sent)).isEqualTo(expected);
        assertThat(connection.bytesSent()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 8_000, 8_192, 100_000})
    void send_withABody_sendsBoth(int size) throws IOException {
        byte[] body = "b".repeat(size + 2).getBytes(StandardCharsets.US_ASCII);

        long sent = begin("/").header("Content-Length", "" + size).send(body, 1, size);

        String head = "GET / HTTP/1.1\r\nContent-Length: " + size + "\r\n\r\n";
        assertThat(sent).isEqualTo(head.length() + size);
        assertThat(receive(sent)).isEqualTo(head + "b".repeat(size));
    }

    @Test
    void send_again_onTheSameConnection_startsAfresh() throws IOException {
        receive(begin("/one").send());

        assertThat(receive(begin("/2").send())).isEqualTo("GET /2 HTTP/1.1\r\n\r\n");
    }

    @Test
    void header_whenTextIsLong_growsAsNeeded() throws IOException {
        String value = "v".repeat(20_000);

        int sent = begin("/" + "p".repeat(3_000)).header("Cookie", value).send();

        assertThat(receive(sent)).endsWith("Cookie: " + value + "\r\n\r\n");
    }

    @Test
    void header_whenTextIsNotAscii_isLatin1OrAQuestionMark() throws IOException {
        int sent = begin("/").header("X", "\u00e9\u20ac").send();

        assertThat(receive(sent)).contains("X: \u00e9?\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nInjected: b", "a\nb", "a\rb", "a\0b"})
    void anyText_thatWouldBreakTheLine_isRefused(String text) {
        assertRefused(() -> begin(text));
        assertRefused(() -> begin("/").header("X", text));
        assertRefused(() -> begin("/").header(text, "x"));
        assertRefused(() -> begin("/").line(text));
        assertThat(connection.bytesSent()).isZero();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThat(catchThrowableOfType(WinInetFailure.class, call).code()).isEqualTo(12153);
    }
}
