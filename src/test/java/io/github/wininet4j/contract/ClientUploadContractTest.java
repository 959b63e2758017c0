package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.client.Body;
import io.github.wininet4j.client.Multipart;
import io.github.wininet4j.client.Option;
import io.github.wininet4j.client.Request;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import io.github.wininet4j.client.WinInetException;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies of the thin layer. */
@ContractTest
final class ClientUploadContractTest extends HttpFixture {
    private static final String UNAUTHORIZED =
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n";

    private final Session session;

    ClientUploadContractTest(BackEndUnderTest backEnd) throws WinInetException {
        super(backEnd);
        this.session = backEnd.closeAfterTest(
                Session.builder("me").backEnd(api).direct().open());
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private RecordedRequest sent(Request request) throws IOException {
        server.onRequest(HELLO);
        try (Response response = request.send()) {
            assertThat(response.text()).isEqualTo("hello");
        }
        return server.takeRequest();
    }

    @Test
    @Rule({"R-SENDEX-1", "R-SENDEX-3"})
    void body_ofKnownLength_hasAContentLength() throws IOException {
        Path file = backEnd.temporaryFolder().resolve("data");
        byte[] bytes = random(200_000);
        Files.write(file, bytes);

        RecordedRequest put = sent(session.put(server.url("/"), Body.of(file).as("image/png")));
        RecordedRequest post = sent(session.post(server.url("/"), Body.of("{\"\u00e9\":1}", "application/json")));
        RecordedRequest empty = sent(session.post(server.url("/"), Body.of(new byte[0])));

        assertThat(put.requestLine()).startsWith("PUT ");
        assertThat(put.body()).isEqualTo(bytes);
        assertThat(put.header("Content-Length")).isEqualTo("200000");
        assertThat(put.header("Content-Type")).isEqualTo("image/png");
        assertThat(new String(post.body(), StandardCharsets.UTF_8)).isEqualTo("{\"\u00e9\":1}");
        assertThat(post.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(empty.body()).isEmpty();
        assertThat(empty.header("Content-Length")).isEqualTo("0");
    }

    @Test
    @Rule({"R-SENDEX-6", "R-PROJ-CLIENT-5"})
    void body_ofUnknownLength_goesOutInChunks() throws IOException {
        byte[] bytes = random(150_001);

        RecordedRequest stream = sent(session.post(server.url("/"), Body.of(new ByteArrayInputStream(bytes))));
        RecordedRequest empty = sent(session.post(server.url("/"), out -> {}));
        RecordedRequest single = sent(session.post(server.url("/"), out -> {
            for (byte b : bytes) {
                out.write(b);
            }
        }));

        assertThat(stream.body()).isEqualTo(bytes);
        assertThat(stream.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(stream.hasHeader("Content-Length")).isFalse();
        assertThat(new String(stream.rawBody(), StandardCharsets.ISO_8859_1)).startsWith("10000\r\n");
        assertThat(new String(empty.rawBody(), StandardCharsets.ISO_8859_1)).isEqualTo("0\r\n\r\n");
        assertThat(single.body()).isEqualTo(bytes);
    }

    @Test
    @Rule("R-PROJ-CLIENT-5")
    void flush_sendsWhatIsThere_beforeTheBodyEnds() throws IOException {
        Gate arrived = new Gate();
        server.onConnection(Script.script()
                .awaitHead()
                .recordHeadOnly()
                .awaitBytes("5\r\nfirst\r\n".length())
                .signal(arrived)
                .awaitBytes("4\r\nlast\r\n0\r\n\r\n".length())
                .send(HELLO));

        Request request = session.post(server.url("/"), out -> {
            out.write("first".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            arrived.await();
            out.write("last".getBytes(StandardCharsets.US_ASCII));
        });

        try (Response response = request.send()) {
            assertThat(response.status()).isEqualTo(200);
        }
    }

    @Test
    @Rule({"R-STAT-31", "R-WRITE-4"})
    void progress_isToldByTheLayerAndByStatuses() throws IOException {
        byte[] bytes = random(200_000);
        List<Long> told = new ArrayList<>();
        AtomicLong byStatus = new AtomicLong();

        RecordedRequest sent = sent(session.post(server.url("/"), Body.of(bytes))
                .onUpload((done, total) -> told.add(done * 1_000_000 + total))
                .onStatus(status -> {
                    if (status.is(InternetStatus.INTERNET_STATUS_REQUEST_SENT)) {
                        byStatus.addAndGet(status.number());
                    }
                }));

        assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith(200_000L * 1_000_000 + 200_000);
        assertThat(byStatus).hasValue(sent.head().length() + 200_000);
    }

    @Test
    @Rule("R-PROJ-CLIENT-5")
    void multipart_hasItsPartsInOrder() throws IOException {
        Path file = backEnd.temporaryFolder().resolve("a\"b.txt");
        Files.writeString(file, "content");
        Multipart form = new Multipart().field("title", "\u00fcber").file("file", file);

        RecordedRequest sent = sent(session.post(server.url("/"), form));
        RecordedRequest chunked = sent(session.post(
                server.url("/"), form.part("more", "x", Body.of(new ByteArrayInputStream(new byte[] {'z'})))));

        String boundary = form.contentType().substring(form.contentType().indexOf('=') + 1);
        String parts = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\u00fcber\r\n"
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.txt\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\ncontent\r\n";
        String end = "--" + boundary + "--\r\n";
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo(parts + end);
        assertThat(sent.header("Content-Length")).isEqualTo(Integer.toString(sent.body().length));
        assertThat(sent.header("Content-Type")).isEqualTo(form.contentType());
        assertThat(new String(chunked.body(), StandardCharsets.UTF_8))
                .isEqualTo(parts + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"more\"; filename=\"x\"\r\n\r\nz\r\n" + end);
        assertThat(chunked.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThatThrownBy(() -> form.part("x", "y", Body.of(new byte[0]).as("a\r\nb: c")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule({"R-SENDEX-9", "R-PROJ-CLIENT-6"})
    void body_isRepeated_whenTheServerAsksWhoItIs() throws IOException {
        server.onConnection(
                Script.script().awaitRequest().send(UNAUTHORIZED).awaitRequest().send(HELLO));
        Request request = session.post(server.url("/"), Body.of(new byte[] {1, 2, 3}))
                .option(Option.USERNAME, "bob")
                .option(Option.PASSWORD, "builder");

        try (Response response = request.send()) {
            assertThat(response.status()).isEqualTo(200);
        }

        assertThat(server.takeRequest().hasHeader("Authorization")).isFalse();
        RecordedRequest second = server.takeRequest();
        assertThat(second.header("Authorization")).startsWith("Basic ");
        assertThat(second.body()).containsExactly(1, 2, 3);
    }

    @Test
    @Rule({"R-SENDEX-9", "R-ERRN-12032", "R-PROJ-CLIENT-6"})
    void body_thatCannotBeRepeated_failsWithForceRetry() {
        server.onConnection(
                Script.script().awaitRequest().send(UNAUTHORIZED).awaitClose().mayBeCutShort());
        Request request = session.post(server.url("/"), Body.of(new ByteArrayInputStream(new byte[3])))
                .option(Option.USERNAME, "bob")
                .option(Option.PASSWORD, "builder");

        WinInetException failure = catchThrowableOfType(WinInetException.class, request::send);

        assertThat(failure.code()).isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
        assertThat(failure.function()).isEqualTo("HttpEndRequest");
    }

    @Test
    @Rule("R-PROJ-CLIENT-2")
    void body_thatCannotBeRead_endsTheRequestWithItsException() {
        server.onConnection(Script.script().awaitHead().awaitClose());
        IOException reason = new IOException("no more");
        List<Object> handles = new ArrayList<>();
        Request request = session.post(server.url("/"), out -> {
                    out.write(1);
                    out.flush();
                    throw reason;
                })
                .prepare((wininet, handle) -> handles.add(handle));

        assertThatThrownBy(request::send).isSameAs(reason);

        assertThat(handles).hasSize(1);
    }
}
