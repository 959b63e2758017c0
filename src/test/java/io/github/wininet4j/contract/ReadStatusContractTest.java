package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.TextBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What a request tells and takes while it is sent and read: the order of statuses, and what the network is asked for.
 */
@ContractTest
final class ReadStatusContractTest extends HttpFixture {
    private static final int PRESET = 640;

    ReadStatusContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private HINTERNET unfinished(Conversation client, Gate rest) {
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nabc")
                .hold(rest)
                .send("defgh"));
        HINTERNET request = client.get("/");
        assertThat(client.read(request, ByteBuffer.allocate(3))).isEqualTo(3);
        log.clear();
        return request;
    }

    @Test
    @Rule({"R-ASYNC-51", "R-SEQ-11", "R-READ-19"})
    void internetReadFile_thatPends_hasToldReceivingResponseBeforeItReturns() {
        Gate rest = new Gate();
        HINTERNET request = unfinished(async(), rest);
        ByteBuffer target = ByteBuffer.allocate(16);

        assertThat(api.InternetReadFile(request, target, 16, new DwordRef())).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        log.assertSequence(request, "RECEIVING_RESPONSE");
        assertThat(log.entries(request).get(0).thread()).isSameAs(Thread.currentThread());
        rest.open();
        log.awaitComplete(request);

        log.assertSequence(request, "RECEIVING_RESPONSE", "RESPONSE_RECEIVED", "REQUEST_COMPLETE");
        StatusEntry received =
                log.entries(InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED).get(0);
        assertThat(received.dword()).isEqualTo(5);
    }

    @Test
    @Rule({"R-ASYNC-51", "R-AVAIL-6", "R-ASYNC-40"})
    void internetQueryDataAvailable_thatPends_leavesZeroInTheVariableUntilItCompletes() {
        Gate rest = new Gate();
        HINTERNET request = unfinished(async(), rest);
        DwordRef available = new DwordRef(PRESET);

        assertThat(api.InternetQueryDataAvailable(request, available, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        assertThat(available.value).isZero();
        log.assertSequence(request, "RECEIVING_RESPONSE");
        rest.open();
        INTERNET_ASYNC_RESULT done = log.awaitComplete(request);

        assertThat(done.dwError).isEqualTo(available.value).isPositive();
        log.assertSequence(request, "RECEIVING_RESPONSE", "RESPONSE_RECEIVED", "REQUEST_COMPLETE");
    }

    private void assertEndIsKnown(HINTERNET request) {
        DwordRef count = new DwordRef(PRESET);
        assertThat(api.InternetQueryDataAvailable(request, count, 0, 0)).isTrue();
        assertThat(count.value).isZero();
        count.value = PRESET;
        assertThat(api.InternetReadFile(request, ByteBuffer.allocate(8), 8, count))
                .isTrue();
        assertThat(count.value).isZero();
    }

    @Test
    @Rule("R-READ-17")
    void nextRead_whenTheLastChunkIsHere_endsAtOnce() {
        server.onRequest("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        Conversation client = async();
        HINTERNET request = client.get("/");

        assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(5);

        assertEndIsKnown(request);
    }

    @Test
    @Rule("R-READ-17")
    void nextRead_whenAllGzipDataWasDecoded_endsAtOnce() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("hello".getBytes(StandardCharsets.US_ASCII));
        }
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size() + "\r\n\r\n")
                .send(zipped.toByteArray()));
        Conversation client = async();
        HINTERNET request = client.openRequest("/");
        api.InternetSetOption(request, InternetOption.INTERNET_OPTION_HTTP_DECODING, new DwordRef(1), 4);
        assertThat(client.send(request, "Accept-Encoding: gzip", new byte[0])).isZero();

        assertThat(client.read(request, ByteBuffer.allocate(5))).isEqualTo(5);

        assertEndIsKnown(request);
    }

    @Test
    @Rule("R-READ-18")
    void internetReadFile_withoutBuffer_isRefusedEvenForNoBytes() {
        server.onRequest(HELLO);
        HINTERNET request = sync().get("/");
        DwordRef count = new DwordRef(PRESET);

        assertThat(api.InternetReadFile(request, null, 0, count)).isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(count.value).isZero();
    }

    @Test
    @Rule("R-SEND-21")
    void secondSend_whenTheOldBodyIsHere_takesItAndReusesTheConnection() {
        server.onRequest(HELLO).onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.get("/");

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(server.connectionCount()).isEqualTo(1);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_CLOSING_CONNECTION))
                .isEmpty();
    }

    @Test
    @Rule("R-HDR-26")
    void httpAddRequestHeaders_inTheSendingRequestCallback_reachesTheRequest() {
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("/");
        log.on(
                InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                status -> assertThat(
                                api.HttpAddRequestHeaders(request, "X-Late: yes", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                        .isTrue());

        assertThat(client.send(request)).isZero();

        assertThat(server.takeRequest().header("X-Late")).isEqualTo("yes");
    }

    @Test
    @Rule("R-HDR-27")
    void httpAddRequestHeaders_addIfNewOfAnEmptyValue_findsNoHeader() {
        HINTERNET request = sync().openRequest("/");

        assertThat(api.HttpAddRequestHeaders(request, "X-Empty:", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW))
                .isFalse();

        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
    }

    private String url(HINTERNET request) {
        TextBuffer text = new TextBuffer(500);
        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, text, new DwordRef(1_000)))
                .isTrue();
        return text.toString();
    }

    @Test
    @Rule("R-REDIR-18")
    void optionUrl_whileARedirectIsFollowed_isTheNewUrlOnceItsRequestIsSent() {
        server.onRequest("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
        server.onRequest(HELLO);
        Conversation client = sync();
        HINTERNET request = client.openRequest("/first");
        StringBuilder seen = new StringBuilder();
        log.on(
                InternetStatus.INTERNET_STATUS_SENDING_REQUEST,
                status -> seen.append(url(request)).append(' '));

        assertThat(client.send(request)).isZero();

        assertThat(seen).hasToString(server.url("/first") + " " + server.url("/next") + " ");
    }

    @Test
    @Rule("R-CONN-14")
    void userAgent_setOnTheSessionLater_doesNotReachConnectionsThatWereMadeBefore() {
        server.onRequest(HELLO).onRequest(HELLO);
        Conversation client = sync();
        TextBuffer later = new TextBuffer("later");
        assertThat(api.InternetSetOption(
                        client.session(), InternetOption.INTERNET_OPTION_USER_AGENT, later, "later".length()))
                .isTrue();

        client.readAll(client.get("/"));
        assertThat(server.takeRequest().header("User-Agent")).isEqualTo("agent");

        HINTERNET connect = api.InternetConnect(
                client.session(),
                server.host(),
                server.port(),
                null,
                null,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                Conversation.CONNECT_CONTEXT);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, Conversation.REQUEST_CONTEXT);
        assertThat(client.send(request)).isZero();
        assertThat(server.takeRequest().header("User-Agent")).isEqualTo("later");
    }

    @Test
    @Rule("R-CONN-8")
    void flagSecure_ofTheConnection_doesNotMakeItsRequestsSecure() {
        server.onRequest(HELLO);
        Conversation client =
                Conversation.with(api, log, server.host(), server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
        HINTERNET request =
                api.HttpOpenRequest(client.connect(), "GET", "/", null, null, null, 0, Conversation.REQUEST_CONTEXT);

        assertThat(client.send(request)).isZero();

        assertThat(client.readText(request)).isEqualTo("hello");
    }
}
