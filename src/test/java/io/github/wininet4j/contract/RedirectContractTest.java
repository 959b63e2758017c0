package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: which are followed, what they make of a request, and when they end it. */
@ContractTest
final class RedirectContractTest extends HttpFixture {

    RedirectContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        server.handle("/end", HELLO);
    }

    private static String to(int status, String location) {
        return "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 4\r\n\r\nmove";
    }

    private List<RecordedRequest> follow(int status, String verb, String body) {
        server.handle("/start", to(status, "/end"));
        Conversation client = Conversation.sync(backEnd.open(), backEnd.statusLog(), server);
        HINTERNET request = client.openRequest(verb, "/start", 0);
        assertThat(client.send(request, "Content-Type: text/plain", body.getBytes(StandardCharsets.US_ASCII)))
                .isZero();
        assertThat(client.status(request)).isEqualTo(200);
        return server.requests();
    }

    @Test
    @Rule({"R-REDIR-2", "R-REDIR-4", "R-REDIR-5"})
    void post_becomesGetOn301And302And303() {
        for (int status : new int[] {301, 302, 303}) {
            List<RecordedRequest> requests = follow(status, "POST", "data");
            RecordedRequest last = requests.get(requests.size() - 1);
            assertThat(last.requestLine()).isEqualTo("GET /end HTTP/1.1");
            assertThat(last.headerNames()).doesNotContain("Content-Type", "Content-Length");
            assertThat(last.bodyText()).isEmpty();
        }
    }

    @Test
    @Rule({"R-REDIR-2", "R-REDIR-3", "R-REDIR-4"})
    void post_staysPostOn307And308() {
        for (int status : new int[] {307, 308}) {
            List<RecordedRequest> requests = follow(status, "POST", "data");
            RecordedRequest last = requests.get(requests.size() - 1);
            assertThat(last.requestLine()).isEqualTo("POST /end HTTP/1.1");
            assertThat(last.bodyText()).isEqualTo("data");
            assertThat(last.header("Content-Type")).isEqualTo("text/plain");
        }
    }

    @Test
    @Rule({"R-REDIR-3", "R-OPEN-Q-4"})
    void status308_withTheSwitch_isDelivered() {
        server.handle("/start", to(308, "/end"));
        BackEnd api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.DO_NOT_FOLLOW_308));
        Conversation client = Conversation.sync(api, log, server);

        assertThat(client.status(client.get("/start"))).isEqualTo(308);
    }

    @Test
    @Rule({"R-REDIR-1", "R-FLAG-11"})
    void noAutoRedirect_deliversThe3xxAsItIs() {
        server.handle("/start", to(302, "/end"));
        Conversation client = sync();
        HINTERNET request = client.openRequest("GET", "/start", InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT);

        assertThat(client.send(request)).isZero();

        assertThat(client.status(request)).isEqualTo(302);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REDIRECT)).isEmpty();
        assertThat(client.readText(request)).isEqualTo("move");
    }

    @Test
    @Rule({"R-REDIR-6", "R-REDIR-7", "R-QUERY-24", "R-HQ-33"})
    void relativeLocation_isCombined_andQueriesDescribeTheLastResponse() {
        server.handle("/dir/start", to(302, "../end"));
        Conversation client = sync();
        HINTERNET request = client.get("/dir/start");
        TextBuffer text = new TextBuffer(200);

        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, text, new DwordRef(400)))
                .isTrue();
        assertThat(text).hasToString(server.url("/end"));
        assertThat(api.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_LOCATION, text, new DwordRef(400), null))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "?x=1, /r03/a?x=1",
        "' ?x=1 ', /r03/a?x=1",
        "?, /r03/a?",
        "?x=1#part, /r03/a?x=1",
        "?x=/../y, /r03/a?x=/../y",
        "b?x=1, /r03/b?x=1",
        "#part, /r03/a?old=1",
    })
    @Rule({"R-REDIR-6", "R-REDIR-19"})
    void locationOfAQueryAlone_keepsTheWholePath(String location, String target) {
        server.onRequest(to(302, location)).onRequest(HELLO);
        Conversation client = Conversation.sync(backEnd.open(), log, server);

        assertThat(client.status(client.get("/r03/a?old=1"))).isEqualTo(200);

        assertThat(server.requests().get(1).requestLine()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "b\u00FCcher.test, xn--bcher-kva.test",
        "B\u00DCCHER.test, xn--bcher-kva.test",
        "\u4E2D\u6587.test, xn--fiq228c.test",
        "xn--bcher-kva.test, xn--bcher-kva.test",
    })
    @Rule({"R-REDIR-20", "R-WIRE-9"})
    void rawUtf8HostInLocation_isAskedForInItsIdnForm(String host, String asked) {
        ScriptedHttpServer target = backEnd.closeAfterTest(ScriptedHttpServer.start());
        String authority = host + ":" + target.port();
        target.handle("/end", HELLO);
        server.onConnection(Script.script()
                .awaitRequest()
                .send(to(302, "http://" + authority + "/end").getBytes(StandardCharsets.UTF_8)));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        BackEnd api = backEnd.open(config -> config.withResolver(name -> List.of(loopback)));
        Conversation client = Conversation.sync(api, log, server);

        assertThat(client.status(client.get("/start"))).isEqualTo(200);

        assertThat(target.takeRequest().header("Host")).isEqualTo(asked + ":" + target.port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test\uFF0F.ours.test",
                "ours.test\uFF20evil.test",
                "a\uFF1Ab.test",
                "a\uFF1Fb.test",
                "a\u2100b"
            })
    @Rule({"R-PROJ-URL-2", "R-REDIR-20"})
    void hostInLocationThatWouldTurnIntoDelimiters_failsWithInvalidUrl(String host) {
        server.onConnection(Script.script()
                .awaitRequest()
                .send(to(302, "http://" + host + "/end").getBytes(StandardCharsets.UTF_8)));
        Conversation client = Conversation.sync(backEnd.open(), log, server);

        assertThat(client.send(client.openRequest("/start"))).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
    }

    @Test
    @Rule({"R-REDIR-8", "R-REDIR-9", "R-REDIR-12"})
    void locationOfAnotherSchemeOrNone_isNotFollowed() {
        server.handle("/start", to(302, "ftp://host/x"));
        server.handle("/none", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n");
        Conversation client = sync();

        assertThat(client.status(client.get("/start"))).isEqualTo(302);
        assertThat(client.status(client.get("/none"))).isEqualTo(302);
    }

    @Test
    @Rule({"R-REDIR-10", "R-ERRN-12005"})
    void locationWithoutHost_fails_andTheStatusStays() {
        server.handle("/start", to(302, "http:///nohost"));
        Conversation client = sync();
        HINTERNET request = client.openRequest("/start");

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);

        assertThat(client.status(request)).isEqualTo(302);
    }

    @Test
    @Rule({"R-REDIR-11", "R-ERRN-12156"})
    void endlessRedirects_endAfterTheDocumentedNumber() {
        server.handle("/start", to(302, "/start"));
        Conversation client = sync();

        assertThat(client.send(client.openRequest("/start"))).isEqualTo(WinInetError.ERROR_HTTP_REDIRECT_FAILED);

        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REDIRECT)).hasSize(5);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    @Rule({"R-REDIR-13", "R-REDIR-15"})
    void otherHost_getsItsOwnHostHeader_andNoAuthorization() {
        ScriptedHttpServer other = backEnd.closeAfterTest(ScriptedHttpServer.start());
        other.handle("/end", HELLO);
        server.handle("/start", to(302, other.url("/end")));
        Conversation client = sync();
        HINTERNET request = client.openRequest("/start");

        assertThat(client.send(request, "Authorization: Secret\r\nX-A: 1", new byte[0]))
                .isZero();

        assertThat(server.takeRequest().header("Authorization")).isEqualTo("Secret");
        RecordedRequest last = other.takeRequest();
        assertThat(last.header("Host")).isEqualTo("127.0.0.1:" + other.port());
        assertThat(last.headerNames()).contains("X-A").doesNotContain("Authorization");
    }

    @Test
    @Rule({"R-REDIR-15"})
    void authorization_withTheSwitch_goesAlong() {
        ScriptedHttpServer other = backEnd.closeAfterTest(ScriptedHttpServer.start());
        other.handle("/end", HELLO);
        server.handle("/start", to(302, other.url("/end")));
        BackEnd api = backEnd.open(config -> config.withSwitches(CompatibilitySwitch.KEEP_AUTHORIZATION_ON_REDIRECT));
        Conversation client = Conversation.sync(api, log, server);

        client.send(client.openRequest("/start"), "Authorization: Secret", new byte[0]);

        assertThat(other.takeRequest().header("Authorization")).isEqualTo("Secret");
    }

    @Test
    @Rule({"R-REDIR-16", "R-STAT-110"})
    void bodyOfTheRedirect_canBeReadInsideTheCallback() {
        server.handle("/start", to(302, "/end"));
        Conversation client = async();
        HINTERNET request = client.openRequest("/start");
        ByteBuffer bytes = ByteBuffer.allocate(10);
        DwordRef count = new DwordRef();
        DwordRef status = new DwordRef();
        log.on(InternetStatus.INTERNET_STATUS_REDIRECT, entry -> {
            api.InternetReadFile(request, bytes, 10, count);
            int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
            api.HttpQueryInfo(request, level, status, new DwordRef(4), null);
        });

        assertThat(client.send(request)).isZero();

        assertThat(count.value).isEqualTo(4);
        assertThat(new String(bytes.array(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("move");
        assertThat(status.value).isEqualTo(302);
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-STAT-110", "R-ERRN-12017"})
    void closingInsideTheCallback_cancelsTheRedirect() {
        server.handle("/start", to(302, "/end"));
        Conversation client = async();
        HINTERNET request = client.openRequest("/start");
        log.on(InternetStatus.INTERNET_STATUS_REDIRECT, entry -> api.InternetCloseHandle(request));

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);

        log.awaitClosing(request);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule({"R-SENDEX-14", "R-SENDEX-9", "R-ERRN-12032"})
    void streamedUpload_isFollowedAsGet_orHasToBeRepeated() {
        server.handle("/start", to(302, "/end"));
        server.handle("/again", to(307, "/end"));
        Conversation client = sync();
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwBufferTotal = 4;
        HINTERNET request = client.openRequest("POST", "/start", 0);
        upload(api, request, buffers);
        assertThat(api.HttpEndRequest(request, null, 0, 0)).isTrue();
        assertThat(client.status(request)).isEqualTo(200);

        HINTERNET again = client.openRequest("POST", "/again", 0);
        upload(api, again, buffers);
        assertThat(api.HttpEndRequest(again, null, 0, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
    }

    @Test
    @Rule({"R-SENDEX-9", "R-ERRN-12032"})
    void chunksOfTheCaller_haveToBeRepeated() {
        server.handle("/again", to(307, "/end"));
        Conversation client = sync();
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.lpcszHeader = "Transfer-Encoding: chunked";
        buffers.dwHeadersLength = -1;
        HINTERNET request = client.openRequest("POST", "/again", 0);
        assertThat(api.HttpSendRequestEx(request, buffers, null, 0, 0)).isTrue();
        byte[] chunks = "4\r\ndata\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(api.InternetWriteFile(request, ByteBuffer.wrap(chunks), chunks.length, new DwordRef()))
                .isTrue();

        assertThat(api.HttpEndRequest(request, null, 0, 0)).isFalse();

        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
        assertThat(server.requests()).hasSize(1);
    }

    private static void upload(BackEnd api, HINTERNET request, INTERNET_BUFFERS buffers) {
        assertThat(api.HttpSendRequestEx(request, buffers, null, 0, 0)).isTrue();
        assertThat(api.InternetWriteFile(request, ByteBuffer.wrap(new byte[4]), 4, new DwordRef()))
                .isTrue();
    }

    /** A server that says the redirect and then something wrong. */
    static List<Script> brokenRedirects() {
        String head = "HTTP/1.1 302 Found\r\nLocation: /end\r\n";
        Script asked = Script.script().awaitRequest();
        return List.of(
                asked.send(head + "Content-Length: 10\r\n\r\nabc").reset(),
                asked.send(head + "Content-Length: 10\r\n\r\nabc").awaitClose(),
                asked.send(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n").awaitClose());
    }

    @ParameterizedTest
    @MethodSource("brokenRedirects")
    @Rule({"R-REDIR-1", "R-REDIR-16"})
    void bodyThatNobodySees_needNotBeRight(Script broken) {
        server.onConnection(broken);
        Conversation client = sync();

        HINTERNET request = client.get("/start");

        assertThat(client.status(request)).isEqualTo(200);
        assertThat(server.connectionCount()).isEqualTo(2);
    }
}
