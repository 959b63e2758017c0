package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.NginxSettings;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same conversation over HTTP/1.1 and over HTTP/2 comes to the same, but for what a rule says. */
@ContractTest
final class Http2SameContractTest {
    private static final byte[] NOTHING = {};
    private static final int SHORT_TIMEOUT = 100;
    /** The head of gzip, and a block of no type. */
    private static final String BROKEN = "\u001f\u008b\b\0\0\0\0\0\0\0none";

    private final BackEndUnderTest backEnd;

    Http2SameContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    /** What a program does. */
    private interface Talk {
        void with(RecordedConversation calls);
    }

    private record Row(String name, Talk talk) {}

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void get(RecordedConversation calls, String target, String headers) {
        HINTERNET request = calls.open("GET", target, 0);
        calls.send(request, headers, NOTHING);
        calls.query(request);
        calls.read(request, 1_000);
        calls.query(request);
        assertThat(calls.api().InternetCloseHandle(request)).isTrue();
    }

    private static List<Row> reads() {
        return List.of(
                new Row("a page, and the next on the same connection", calls -> {
                    get(calls, "/echo?a=b", "X-Own: 1\r\nReferer: http://x.test/");
                    get(calls, "/echo", null);
                }),
                new Row("a file", calls -> get(calls, "/page", null)),
                new Row("a range", calls -> get(calls, "/page", "Range: bytes=10-99")),
                new Row("a range beyond the end", calls -> get(calls, "/page", "Range: bytes=999999-")),
                new Row("a file that is not there", calls -> get(calls, "/none", null)),
                new Row("cookies and two headers of one name", calls -> {
                    get(calls, "/cookie", null);
                    get(calls, "/echo", null);
                }),
                new Row("statuses without bodies", calls -> {
                    get(calls, "/status/204", null);
                    get(calls, "/status/304", null);
                    get(calls, "/status/401", null);
                    get(calls, "/status/503", null);
                }),
                new Row("a redirect", calls -> get(calls, "/redirect", null)),
                new Row("a redirect that is not followed", calls -> {
                    HINTERNET request = calls.open("GET", "/redirect", InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT);
                    calls.send(request, null, NOTHING);
                    calls.query(request);
                    calls.read(request, 7);
                }),
                new Row("a head", calls -> {
                    HINTERNET request = calls.open("HEAD", "/page", 0);
                    calls.send(request, null, NOTHING);
                    calls.query(request);
                    calls.read(request, 10);
                }),
                new Row("a compressed page", calls -> {
                    HINTERNET request = calls.open("GET", "/gzip/page", 0);
                    calls.set(request, InternetOption.INTERNET_OPTION_HTTP_DECODING, 1);
                    calls.send(request, "Accept-Encoding: gzip", NOTHING);
                    calls.query(request);
                    calls.read(request, 999);
                }));
    }

    private static List<Row> others() {
        return List.of(
                new Row("a body from memory", calls -> {
                    HINTERNET put = calls.open("PUT", "/upload/name", 0);
                    calls.send(put, "Content-Type: text/x", new byte[200_000]);
                    calls.query(put);
                    calls.read(put, 10);
                }),
                new Row("a body in pieces", calls -> {
                    HINTERNET put = calls.open("PUT", "/upload/pieces", 0);
                    calls.stream(put, new byte[300_000], 70_000);
                    calls.query(put);
                    calls.read(put, 10);
                }),
                new Row("a body that is empty", calls -> {
                    HINTERNET post = calls.open("POST", "/discard", 0);
                    calls.stream(post, NOTHING, 1);
                    calls.read(post, 10);
                }),
                new Row("calls out of their order", calls -> {
                    HINTERNET request = calls.open("GET", "/page", 0);
                    failing(calls, request);
                    calls.send(request, null, NOTHING);
                    failing(calls, request);
                    calls.read(request, 5_000);
                    calls.send(request, null, NOTHING);
                    calls.read(request, 5_000);
                }),
                new Row("an authority that nobody knows", calls -> {
                    HINTERNET request = calls.openDoubting("GET", "/page", 0);
                    calls.send(request, null, NOTHING);
                }),
                new Row("a header that is none", calls -> {
                    HINTERNET request = calls.open("GET", "/page", 0);
                    calls.send(request, "no header", NOTHING);
                }),
                new Row("a redirect without end", calls -> {
                    HINTERNET request = calls.open("GET", "/circle", 0);
                    calls.send(request, null, NOTHING);
                }));
    }

    /** Calls that the state of the request does not allow, or only just. */
    private static void failing(RecordedConversation calls, HINTERNET request) {
        DwordRef count = new DwordRef(9);
        boolean written = calls.api().InternetWriteFile(request, ByteBuffer.wrap(text("x")), 1, count);
        calls.note("InternetWriteFile", written ? count.value : -calls.api().GetLastError());
        boolean ended = calls.api().HttpEndRequest(request, null, 0, 0);
        calls.note("HttpEndRequest", ended ? 0 : calls.api().GetLastError());
        int moved = calls.api().InternetSetFilePointer(request, 3, null, 0, 0);
        calls.note("InternetSetFilePointer", moved >= 0 ? moved : -calls.api().GetLastError());
    }

    @TestFactory
    @Rule({"R-H2-1", "R-PROJ-H2-4", "R-QUERY-22", "R-SEQ-1", "R-SENDEX-3"})
    Stream<DynamicTest> conversation_overHttp2_isTheOneOverHttp11() {
        return Stream.of(false, true)
                .flatMap(async -> Stream.concat(reads().stream(), others().stream())
                        .map(row -> DynamicTest.dynamicTest(
                                row.name() + (async ? ", asynchronous" : ""), () -> compare(row, async))));
    }

    private void compare(Row row, boolean async) {
        NginxServer nginx = backEnd.closeAfterTest(
                NginxServer.start(NginxSettings.defaults().withExtra("""
                location = /cookie {
                  add_header Set-Cookie "a=b";
                  add_header Set-Cookie "c=d; HttpOnly";
                  return 200 "c";
                }
                location = /circle { return 302 /circle; }
                """)));
        byte[] page = new byte[30_000];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) ('a' + i % 23);
        }
        nginx.serve("page", page);

        List<String> http11 = record(row, nginx.tlsPort(), false, async);
        assertThat(nginx.uploads().resolve("name").toFile().delete()
                        | nginx.uploads().resolve("pieces").toFile().delete())
                .isEqualTo(row.name().matches("a body (from|in).*"));
        List<String> http2 = record(row, nginx.tlsPort(), true, async);

        assertThat(http2).isEqualTo(http11).isNotEmpty();
    }

    private List<String> record(Row row, int port, boolean http2, boolean async) {
        RecordedConversation calls = new RecordedConversation(backEnd, port, http2, async);
        row.talk().with(calls);
        return calls.lines();
    }

    /** The same fault of two servers, each after an answer that is in order. */
    private record Fault(String name, int error, Script http11, Attack http2) {}

    /** What a server does with the second stream of a connection. */
    private interface Attack {
        void on(Http2Peer.Connection connection, int stream) throws Exception;
    }

    private static List<Fault> faults() {
        Script second = Script.script()
                .awaitRequest()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                .awaitRequest();
        return List.of(
                new Fault("no answer", WinInetError.ERROR_INTERNET_TIMEOUT, second.hang(), (c, stream) -> {}),
                new Fault(
                        "half a body",
                        WinInetError.ERROR_INTERNET_TIMEOUT,
                        second.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                                .hang(),
                        (c, stream) -> {
                            c.head(stream, false, ":status", "200", "content-length", "9");
                            c.send(Http2Peer.DATA, 0, stream, text("half"));
                        }),
                new Fault(
                        "a body that cannot be decoded",
                        WinInetError.ERROR_INTERNET_DECODING_FAILED,
                        second.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 14\r\n\r\n" + BROKEN)
                                .awaitClose(),
                        (c, stream) -> {
                            c.head(stream, false, ":status", "200", "content-encoding", "gzip");
                            c.send(
                                    Http2Peer.DATA,
                                    Http2Peer.END_STREAM,
                                    stream,
                                    BROKEN.getBytes(StandardCharsets.ISO_8859_1));
                        }),
                new Fault(
                        "a status that is no number",
                        WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE,
                        second.send("HTTP/1.1 abc\r\n\r\n").awaitClose(),
                        (c, stream) -> c.head(stream, true, ":status", "abc")));
    }

    @TestFactory
    @Rule({"R-H2-1", "R-ERRN-12002", "R-ERRN-12152", "R-ERRN-12175", "R-SEND-11"})
    Stream<DynamicTest> fault_ofAServer_isTheSameErrorOverBoth() {
        return faults().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    ScriptedHttpServer old = backEnd.closeAfterTest(
                            ScriptedHttpServer.startTls(TestCertificates.good().context()));
                    old.onConnection(fault.http11());
                    Http2Peer peer = backEnd.closeAfterTest(Http2Peer.start(connection -> {
                        connection.settings();
                        connection.answer(connection.read(Http2Peer.HEADERS).stream(), "ok");
                        fault.http2().on(connection, connection.read(Http2Peer.HEADERS).stream());
                        connection.awaitEnd();
                    }));
                    Row row = new Row(fault.name(), Http2SameContractTest::meetsAFault);

                    List<String> http11 = record(row, old.port(), false, false);
                    List<String> http2 = record(row, peer.port(), true, false);

                    assertThat(http2).isEqualTo(http11).anyMatch(line -> line.matches(".*: -?" + fault.error()));
                }));
    }

    private static void meetsAFault(RecordedConversation calls) {
        HINTERNET first = calls.open("GET", "/first", 0);
        calls.send(first, null, NOTHING);
        calls.read(first, 10);
        HINTERNET second = calls.open("GET", "/second", 0);
        // The first one has made the connection, which takes as long as it takes.
        calls.set(second, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, SHORT_TIMEOUT);
        calls.set(second, InternetOption.INTERNET_OPTION_HTTP_DECODING, 1);
        calls.send(second, "Accept-Encoding: gzip", NOTHING);
        calls.read(second, 2);
    }
}
