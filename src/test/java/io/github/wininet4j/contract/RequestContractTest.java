package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.KnownDifference;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests look like on the wire, and what cannot get there. */
@ContractTest
final class RequestContractTest extends HttpFixture {
    private final Conversation client;

    RequestContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        server.handleAll(request -> Script.script().send(HELLO));
        this.client = sync();
    }

    private RecordedRequest sent(String verb, String object, String referrer, String[] accept, int flags) {
        HINTERNET request = api.HttpOpenRequest(client.connect(), verb, object, null, referrer, accept, flags, 1);
        assertThat(request).isNotNull();
        assertThat(client.send(request)).isZero();
        RecordedRequest recorded = server.takeRequest();
        client.readAll(request);
        api.InternetCloseHandle(request);
        return recorded;
    }

    @Test
    @Rule({"R-REQ-2", "R-REQ-3", "R-REQ-4", "R-WIRE-1", "R-WIRE-2", "R-WIRE-3", "R-WIRE-7", "R-WIRE-12", "R-CONTRA-22"})
    void plainGet_sendsTheRequestLineHostAndAgent() {
        RecordedRequest get = sent(null, null, null, null, 0);

        assertThat(get.requestLine()).isEqualTo("GET / HTTP/1.1");
        assertThat(get.header("Host")).isEqualTo("127.0.0.1:" + server.port());
        assertThat(get.header("User-Agent")).isEqualTo("agent");
        assertThat(get.headerNames()).containsExactlyInAnyOrder("User-Agent", "Host");
        assertThat(sent("", "", null, null, 0).requestLine()).isEqualTo("GET / HTTP/1.1");
    }

    @Test
    @Rule({"R-REQ-5", "R-REQ-6", "R-REQ-7", "R-REQ-14"})
    void acceptTypesAndReferrer_becomeHeaders() {
        RecordedRequest request = sent("GET", "/", "http://from.test/", new String[] {"text/*", "image/png", null}, 0);

        assertThat(request.header("Accept")).isEqualTo("text/*, image/png");
        assertThat(request.header("Referer")).isEqualTo("http://from.test/");
        assertThat(sent("GET", "/", "", new String[0], 0).headerNames()).doesNotContain("Accept", "Referer");
    }

    @Test
    @Rule({"R-REQ-11", "R-REQ-12", "R-WIRE-9", "R-URLOPEN-12"})
    void objectName_isBroughtIntoTheFormOfARequestTarget() {
        assertThat(sent("GET", "/a/../b/./c d", null, null, 0).target()).isEqualTo("/b/c%20d");
        assertThat(sent("GET", "\\x\\y\r\n", null, null, 0).target()).isEqualTo("/x/y");
        assertThat(sent("GET", "/p?q=a b#frag", null, null, 0).target()).isEqualTo("/p?q=a%20b");
        assertThat(sent("GET", "/\u00e4\u20ac", null, null, 0).target()).isEqualTo("/%C3%A4%E2%82%AC");
        assertThat(sent("GET", "no/slash", null, null, 0).target()).isEqualTo("/no/slash");
    }

    @Test
    @Rule({"R-WIRE-11", "R-REQ-8", "R-WIRE-5", "R-SEND-18", "R-FLAG-6"})
    void verbs_areSentAsGiven_andOthersThanGetAndPostForbidCaching() {
        RecordedRequest custom = sent("Frobnicate", "/", null, null, 0);

        assertThat(custom.method()).isEqualTo("Frobnicate");
        assertThat(custom.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(custom.header("Content-Length")).isEqualTo("0");
        assertThat(sent("POST", "/", null, null, 0).hasHeader("Cache-Control")).isFalse();
        assertThat(sent("POST", "/", null, null, InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE)
                        .header("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(sent("GET", "/", null, null, InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE)
                        .hasHeader("Cache-Control"))
                .isFalse();
        assertThat(sent("GET", "/", null, null, 0).hasHeader("Content-Length")).isFalse();
    }

    @Test
    @Rule({"R-WIRE-3", "R-WIRE-6", "R-REQ-9", "R-REQ-16", "R-FLAG-10", "R-FLAG-24", "R-FLAG-1"})
    void flags_addTheirHeaders() {
        int flags = InternetFlag.INTERNET_FLAG_KEEP_CONNECTION
                | InternetFlag.INTERNET_FLAG_PRAGMA_NOCACHE
                | InternetFlag.INTERNET_FLAG_RELOAD;

        RecordedRequest request = sent("GET", "/", null, null, flags);

        assertThat(request.header("Connection")).isEqualTo("Keep-Alive");
        assertThat(request.header("Pragma")).isEqualTo("no-cache");
    }

    @Test
    @Rule({"R-OPEN-8", "R-OPEN-9", "R-WIRE-2", "R-OPTN-41"})
    void userAgent_isTheSessionsUnlessAHeaderSaysOtherwise() {
        HINTERNET session = api.InternetOpen(null, 1, null, null, 0);
        HINTERNET connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();
        assertThat(server.takeRequest().hasHeader("User-Agent")).isFalse();

        assertThat(api.InternetSetOption(
                        session, InternetOption.INTERNET_OPTION_USER_AGENT, new TextBuffer("later"), 5))
                .isTrue();
        connect = api.InternetConnect(session, server.host(), server.port(), null, null, 3, 0, 1);
        request = api.HttpOpenRequest(connect, null, "/", null, null, null, 0, 1);
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();
        assertThat(server.takeRequest().header("User-Agent")).isEqualTo("later");

        assertThat(api.HttpSendRequest(request, "User-Agent: mine", -1, null, 0))
                .isTrue();
        assertThat(server.takeRequest().values("User-Agent")).containsExactly("mine");
    }

    @Test
    @Rule({"R-HDR-1", "R-HDR-10", "R-HDR-17", "R-HDR-21", "R-HDR-23", "R-HDR-24", "R-SEND-1", "R-SEND-2", "R-SEND-3"})
    void headers_ofAddAndSend_goOutTogether() {
        HINTERNET request = client.openRequest("/");
        assertThat(api.HttpAddRequestHeaders(request, "X-A: 1\r\nX-A: 2\r\n", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();
        assertThat(api.HttpAddRequestHeaders(
                        request,
                        "Host: other.test",
                        -1,
                        HttpAddReq.HTTP_ADDREQ_FLAG_ADD | HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE))
                .isTrue();

        assertThat(api.HttpSendRequest(request, "X-B: 3\r\nContent-Length: 0\r\n", -1, null, 0))
                .isTrue();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.values("X-A")).containsExactly("1", "2");
        assertThat(sent.values("Host")).containsExactly("other.test");
        assertThat(sent.values("X-B")).containsExactly("3");
        assertThat(sent.values("Content-Length")).containsExactly("0");
    }

    @Test
    @Rule({"R-SEND-5", "R-SEND-2", "R-URLOPEN-4"})
    void headerLength_limitsOrIsComputed() {
        HINTERNET request = client.openRequest("/");

        assertThat(api.HttpSendRequest(request, "X-A: 1\r\nX-B: 2", 6, null, 0)).isTrue();
        assertThat(server.takeRequest().headerNames()).contains("X-A").doesNotContain("X-B");
        HINTERNET other = client.openRequest("/");
        assertThat(api.HttpSendRequest(other, "X-C: 1", 0, null, 0)).isTrue();
        assertThat(server.takeRequest().header("X-C")).isEqualTo("1");
        assertThat(api.HttpSendRequest(other, "X-D: 1", -2, null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({
        "R-HDR-2",
        "R-HDR-3",
        "R-HDR-4",
        "R-HDR-5",
        "R-HDR-6",
        "R-HDR-7",
        "R-HDR-8",
        "R-HDR-9",
        "R-HDR-11",
        "R-HDR-12",
        "R-HDR-13",
        "R-HDR-14",
        "R-HDR-15",
        "R-HDR-16",
        "R-ERRN-12150",
        "R-ERRN-12155"
    })
    void modifiers_doWhatTheyPromise() {
        HINTERNET request = client.openRequest("/");
        int add = HttpAddReq.HTTP_ADDREQ_FLAG_ADD;
        int addIfNew = HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW;
        int replace = HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE;
        assertThat(modify(request, "A:   1", add)).isZero();
        assertThat(modify(request, "a: 2", addIfNew)).isEqualTo(WinInetError.ERROR_HTTP_HEADER_ALREADY_EXISTS);
        assertThat(modify(request, "B: 1\r\n\r\n\nC: 1\rD: 1", addIfNew)).isZero();
        assertThat(modify(request, "A: 2", HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE))
                .isZero();
        assertThat(modify(request, "B: 2", HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON))
                .isZero();
        assertThat(modify(request, "C: 2", add | replace)).isZero();
        assertThat(modify(request, "E: 1", replace)).isEqualTo(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);
        assertThat(modify(request, "D:", replace)).isZero();
        assertThat(modify(request, "F:", add)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(client.send(request)).isZero();

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.values("A")).containsExactly("1, 2");
        assertThat(sent.values("B")).containsExactly("1; 2");
        assertThat(sent.values("C")).containsExactly("2");
        assertThat(sent.headerNames()).doesNotContain("D", "E", "F");
    }

    private int modify(HINTERNET request, String header, int modifiers) {
        return api.HttpAddRequestHeaders(request, header, -1, modifiers) ? 0 : api.GetLastError();
    }

    @Test
    @Rule({"R-GEN-14", "R-GEN-15", "R-HDR-1", "R-ERRN-12153"})
    void controlCharacters_neverBreakOutOfTheirPlace() {
        for (String verb : List.of("GET\r\nX: y", "GET ", "G\0ET", "G\u20ac")) {
            assertThat(api.HttpOpenRequest(client.connect(), verb, "/", null, null, null, 0, 1))
                    .isNull();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        }
        assertThat(api.HttpOpenRequest(client.connect(), "GET", "/", null, "http://r/\r\nX: y", null, 0, 1))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.HttpOpenRequest(client.connect(), "GET", "/", null, null, new String[] {"a\r\nX: y"}, 0, 1))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetConnect(client.session(), "h\r\nX: y", 80, null, null, 3, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);

        RecordedRequest injected = sent("GET", "/a\r\nX-Evil: yz", null, null, 0);
        assertThat(injected.headerNames()).doesNotContain("X-Evil");
        assertThat(injected.target()).isEqualTo("/a%0D%0AX-Evil:%20yz");
    }

    @Test
    @Rule("R-GEN-14")
    @KnownDifference(backEnd = "native", reason = "a C text ends at its first NUL, so one with a NUL inside is refused")
    void httpOpenRequest_withNulInThePath_escapesIt() {
        assertThat(sent("GET", "/y\0z", null, null, 0).target()).isEqualTo("/y%00z");
    }

    @Test
    @Rule({"R-OPEN-1", "R-OPEN-2", "R-OPEN-4", "R-OPEN-5", "R-OPEN-6", "R-OPEN-7", "R-OPEN-11", "R-GEN-17"})
    void internetOpen_checksItsTypeAndTouchesNoNetwork() {
        for (int type : new int[] {0, 1, 4}) {
            assertThat(api.InternetOpen("a", type, null, null, 0)).isNotNull();
        }
        assertThat(api.InternetOpen("a", 3, "proxy.test:8080", null, 0)).isNotNull();
        assertThat(api.InternetOpen("a", 3, null, null, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetOpen("a", 2, null, null, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-CONN-1", "R-CONN-2", "R-CONN-8", "R-WIRE-8", "R-CONTRA-23"})
    void internetConnect_takesIpv6LiteralsWithAndWithoutBrackets() {
        ScriptedHttpServer six = backEnd.closeAfterTest(ScriptedHttpServer.startOnIpv6());
        six.handleAll(request -> Script.script().send(HELLO));
        for (String host : List.of("::1", "[::1]")) {
            Conversation conversation = Conversation.with(api, log, host, six.port(), 0, 0);
            conversation.readAll(conversation.get("/"));
            assertThat(six.takeRequest().header("Host")).isEqualTo("[::1]:" + six.port());
        }
        assertThat(api.InternetConnect(client.session(), "h", -1, null, null, 3, 0, 0))
                .isNull();
        assertThat(api.InternetConnect(client.session(), "h", 65536, null, null, 3, 0, 0))
                .isNull();
        assertThat(api.InternetConnect(client.session(), "h", 80, null, null, 9, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-URLOPEN-1", "R-URLOPEN-2", "R-URLOPEN-3", "R-URLOPEN-5", "R-URLOPEN-10", "R-ERRN-12006"})
    void internetOpenUrl_opensSendsAndRefusesOtherSchemes() {
        HINTERNET handle = api.InternetOpenUrl(client.session(), server.url("/x?y#z"), "X-A: 1", -1, 0, 0);
        assertThat(client.readText(handle)).isEqualTo("hello");
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.requestLine()).isEqualTo("GET /x?y HTTP/1.1");
        assertThat(sent.header("X-A")).isEqualTo("1");
        for (String url : List.of("127.0.0.1/x", "wrong://h/", "file:///x")) {
            assertThat(api.InternetOpenUrl(client.session(), url, null, 0, 0, 0))
                    .as(url)
                    .isNull();
            assertThat(api.GetLastError()).as(url).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        assertThat(api.InternetOpenUrl(client.session(), null, null, 0, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-URLOPEN-8", "R-SEND-8"})
    void errorStatuses_areSuccesses() {
        for (int status : new int[] {401, 404, 500}) {
            server.handle("/" + status, "HTTP/1.1 " + status + " No\r\nContent-Length: 3\r\n\r\nbad");
            HINTERNET handle = api.InternetOpenUrl(client.session(), server.url("/" + status), null, 0, 0, 0);
            assertThat(client.status(handle)).isEqualTo(status);
            assertThat(client.readText(handle)).isEqualTo("bad");
        }
    }

    @Test
    @Rule({"R-REQ-10", "R-SEND-9", "R-SEND-10", "R-ERRN-2", "R-FLAG-8", "R-OPTN-50", "R-OPTN-77"})
    void offlineRequests_failWithFileNotFound() {
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_FROM_CACHE);
        assertThat(client.send(request)).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        HINTERNET session = api.InternetOpen("a", 1, null, null, InternetFlag.INTERNET_FLAG_OFFLINE);
        assertThat(api.InternetOpenUrl(session, server.url("/"), null, 0, 0, 0)).isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-REQ-18", "R-OPTN-34"})
    void optionUrl_givesTheUrlWithItsPort() {
        HINTERNET request = client.openRequest("/a b?c");
        TextBuffer url = new TextBuffer(200);

        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, url, new DwordRef(400)))
                .isTrue();

        assertThat(url).hasToString(server.url("/a%20b?c"));
    }
}
