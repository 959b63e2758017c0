package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of requests, and answers that are not as they should be. */
@ContractTest
final class UploadContractTest extends HttpFixture {
    private final Conversation client;

    UploadContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.client = sync();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    @Rule({"R-SEND-6", "R-SEND-7"})
    void httpSendRequest_sendsBodiesOfAllKindsOfBuffers() {
        server.handleAll(request -> Script.script().send(HELLO));
        for (int size : new int[] {1, 3000, 1_000_000}) {
            byte[] data = random(size);
            ByteBuffer direct = ByteBuffer.allocateDirect(size);
            direct.put(data).flip();
            for (ByteBuffer body : List.of(ByteBuffer.wrap(data), direct, direct.asReadOnlyBuffer())) {
                HINTERNET request = client.openRequest("POST", "/", 0);
                assertThat(api.HttpSendRequest(request, null, 0, body, size)).isTrue();
                RecordedRequest sent = server.takeRequest();
                assertThat(sent.header("Content-Length")).isEqualTo(Integer.toString(size));
                assertThat(sent.body()).isEqualTo(data);
                assertThat(body.position()).isZero();
                assertThat(client.readText(request)).isEqualTo("hello");
            }
        }
    }

    @Test
    @Rule({"R-SEND-1", "R-SENDEX-4", "R-SENDEX-8", "R-READEX-11", "R-ERRN-87"})
    void badBodies_areRefused_andNothingIsSent() {
        HINTERNET request = client.openRequest("POST", "/", 0);
        ByteBuffer body = ByteBuffer.allocate(4);
        for (int length : new int[] {5, -1, Integer.MIN_VALUE}) {
            assertThat(api.HttpSendRequest(request, null, 0, body, length)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(api.HttpSendRequest(request, null, 0, null, 4)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        INTERNET_BUFFERS wrong = new INTERNET_BUFFERS();
        assertThat(api.HttpSendRequestEx(request, null, wrong, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        wrong.dwStructSize = 1;
        assertThat(api.HttpSendRequestEx(request, wrong, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.HttpEndRequest(request, new INTERNET_BUFFERS(), 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-SENDEX-1", "R-SENDEX-2", "R-SENDEX-3", "R-SENDEX-5", "R-WRITE-1", "R-CONTRA-15"})
    void httpSendRequestEx_streamsTheAnnouncedBody() {
        server.onRequest(HELLO);
        HINTERNET request = client.openRequest("POST", "/", 0);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpcszHeader = "X-A: 1";
        buffers.dwHeadersLength = -1;
        buffers.lpvBuffer = ByteBuffer.wrap("first".getBytes(StandardCharsets.US_ASCII));
        buffers.dwBufferLength = 5;
        buffers.dwBufferTotal = 10;
        int flags = ApiFlag.HSR_INITIATE | ApiFlag.HSR_CHUNKED;

        assertThat(api.HttpSendRequestEx(request, buffers, null, flags, 0)).isTrue();
        DwordRef written = new DwordRef();
        assertThat(api.InternetWriteFile(
                        request, ByteBuffer.wrap("later".getBytes(StandardCharsets.US_ASCII)), 5, written))
                .isTrue();
        assertThat(written.value).isEqualTo(5);
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isTrue();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.header("Content-Length")).isEqualTo("10");
        assertThat(sent.header("X-A")).isEqualTo("1");
        assertThat(sent.bodyText()).isEqualTo("firstlater");
    }

    @Test
    @Rule({"R-SENDEX-6", "R-SENDEX-7", "R-WRITE-6"})
    void chunksThatTheCallerMakes_goOutAsTheyAre() {
        server.onRequest(HELLO);
        HINTERNET request = client.openRequest("POST", "/", 0);
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpcszHeader = "Transfer-Encoding: chunked";
        buffers.dwHeadersLength = -1;

        assertThat(api.HttpSendRequestEx(request, buffers, null, 0, 0)).isTrue();
        byte[] chunks = "4\r\ndata\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(api.InternetWriteFile(request, ByteBuffer.wrap(chunks), chunks.length, new DwordRef()))
                .isTrue();
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isTrue();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.hasHeader("Content-Length")).isFalse();
        assertThat(sent.rawBody()).isEqualTo(chunks);
    }

    @Test
    @Rule({"R-STAT-120", "R-HQ-68"})
    void expect100Continue_waitsForTheServersWord() {
        server.onConnection(Script.script()
                .awaitHead()
                .send("HTTP/1.1 100 Continue\r\n\r\n")
                .awaitBody()
                .send(HELLO));
        HINTERNET request = client.openRequest("POST", "/", 0);

        assertThat(client.send(request, "Expect: 100-continue", "body".getBytes(StandardCharsets.US_ASCII)))
                .isZero();

        assertThat(log.names()).contains("INTERMEDIATE_RESPONSE");
        assertThat(server.takeRequest().bodyText()).isEqualTo("body");
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-SEND-8"})
    void finalAnswerInPlaceOf100_isTheResponse_andNoBodyIsSent() {
        server.onConnection(Script.script()
                .awaitHead()
                .recordHeadOnly()
                .send("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno")
                .awaitClose());
        HINTERNET request = client.openRequest("POST", "/", 0);

        assertThat(client.send(request, "Expect: 100-continue", "body".getBytes(StandardCharsets.US_ASCII)))
                .isZero();

        assertThat(client.status(request)).isEqualTo(413);
        assertThat(client.readText(request)).isEqualTo("no");
    }

    @Test
    @Rule({"R-SEND-15", "R-SEND-16"})
    void staleConnection_isReplacedOnce_withTheBody() {
        server.onConnection(Script.script().awaitRequest().send(HELLO).close());
        server.onConnection(Script.script().awaitRequest().send(HELLO));
        client.readAll(client.get("/1"));
        HINTERNET second = client.openRequest("POST", "/2", 0);

        assertThat(client.send(second, null, "body".getBytes(StandardCharsets.US_ASCII)))
                .isZero();

        server.takeRequest();
        assertThat(server.takeRequest().bodyText()).isEqualTo("body");
        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule({"R-SEND-11", "R-SEND-12", "R-ERRN-12152"})
    void noAnswerOrGarbage_isAnInvalidServerResponse() {
        server.onConnection(Script.script().awaitRequest().close());
        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
        server.onConnection(
                Script.script().awaitRequest().send("HTTP/1.1 abc\r\n\r\n").close());
        assertThat(client.send(client.openRequest("/"))).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }

    @Test
    @Rule({"R-SEND-13", "R-ERRN-12151", "R-OPTX-191"})
    void answerWithoutAnyHead_isTakenAs200() {
        server.onConnection(Script.script().awaitRequest().send("just\r\ndata").close());

        HINTERNET request = client.get("/");

        assertThat(client.status(request)).isEqualTo(200);
        TextBuffer version = new TextBuffer(20);
        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_VERSION, version, new DwordRef(40), null))
                .isTrue();
        assertThat(version).hasToString("HTTP/1.0");
        assertThat(client.readText(request)).isEqualTo("just\r\ndata");
    }

    @Test
    @Rule({"R-SEND-14", "R-SEND-19"})
    void oddButUsableHeads_areAccepted() {
        server.onConnection(Script.script()
                .awaitRequest()
                .send("HTTP/1.1 200\nA: b\nContent-Length: 5000000000\n\nxy")
                .close());

        HINTERNET request = client.get("/");

        TextBuffer reason = new TextBuffer("old");
        DwordRef length = new DwordRef(8);
        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_STATUS_TEXT, reason, length, null))
                .isTrue();
        assertThat(reason).hasToString("");
        assertThat(client.readText(request)).isEqualTo("xy");
    }

    @Test
    @Rule({"R-SEND-4", "R-SEND-17"})
    void chunkedAnswer_readToItsLastMarker_keepsTheConnection() {
        server.handleAll(r -> Script.script()
                .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nT: r\r\n\r\n"));

        assertThat(client.readText(client.get("/1"))).isEqualTo("hello");
        assertThat(client.readText(client.get("/2"))).isEqualTo("hello");

        assertThat(server.connectionCount()).isEqualTo(1);
    }

    private void stream(HINTERNET request, INTERNET_BUFFERS buffers, String body) {
        assertThat(api.HttpSendRequestEx(request, buffers, null, 0, 0)).isTrue();
        ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII));
        assertThat(api.InternetWriteFile(request, bytes, bytes.remaining(), new DwordRef()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    @Rule({"R-WRITE-6", "R-SEND-17"})
    void connection_withMoreOrLessOfABodyThanAnnounced_carriesNoOtherRequest(int announced) {
        server.onConnection(
                Script.script().awaitHead().awaitBytes(4).send(HELLO).awaitClose());
        server.onConnection(Script.script().awaitRequest().send(HELLO));
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = announced;
        HINTERNET request = client.openRequest("POST", "/1", 0);
        stream(request, buffers, "body");
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isTrue();
        assertThat(client.readText(request)).isEqualTo("hello");

        assertThat(client.readText(client.get("/2"))).isEqualTo("hello");

        assertThat(server.connectionCount()).isEqualTo(2);
    }

    @Test
    @Rule({"R-SENDEX-7", "R-SEND-16"})
    void bodyOfUnannouncedLength_isNotLostInARetry() {
        server.onConnection(
                Script.script().awaitRequest().send(HELLO).awaitRequest().close());
        client.readAll(client.get("/1"));
        HINTERNET request = client.openRequest("POST", "/2", 0);
        assertThat(api.HttpAddRequestHeaders(
                        request, "Transfer-Encoding: chunked", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();
        stream(request, null, "4\r\ndata\r\n0\r\n\r\n");

        assertThat(api.HttpEndRequest(request, null, 0, 0)).isFalse();

        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule("R-SEND-15")
    void staleConnection_isReplaced_whenTheCallerWroteNoBody() {
        server.onConnection(
                Script.script().awaitRequest().send(HELLO).awaitRequest().close());
        server.onConnection(Script.script().awaitRequest().send(HELLO));
        client.readAll(client.get("/1"));
        HINTERNET request = client.openRequest("/2");
        assertThat(api.HttpSendRequestEx(request, new INTERNET_BUFFERS(), null, 0, 0))
                .isTrue();

        assertThat(api.HttpEndRequest(request, null, 0, 0)).isTrue();

        assertThat(client.readText(request)).isEqualTo("hello");
    }
}
