package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening sessions, connections and URLs: what ports, flags and names come to. */
@ContractTest
final class OpenContractTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    /** What InternetOpenUrl takes for HTTP URLs, but for SECURE. */
    private static final int[] FLAGS = {
        InternetFlag.INTERNET_FLAG_EXISTING_CONNECT,
        InternetFlag.INTERNET_FLAG_HYPERLINK,
        InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID,
        InternetFlag.INTERNET_FLAG_IGNORE_CERT_DATE_INVALID,
        InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP,
        InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS,
        InternetFlag.INTERNET_FLAG_KEEP_CONNECTION,
        InternetFlag.INTERNET_FLAG_NEED_FILE,
        InternetFlag.INTERNET_FLAG_NO_AUTH,
        InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT,
        InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE,
        InternetFlag.INTERNET_FLAG_NO_COOKIES,
        InternetFlag.INTERNET_FLAG_NO_UI,
        InternetFlag.INTERNET_FLAG_PASSIVE,
        InternetFlag.INTERNET_FLAG_PRAGMA_NOCACHE,
        InternetFlag.INTERNET_FLAG_RAW_DATA,
        InternetFlag.INTERNET_FLAG_RELOAD,
        InternetFlag.INTERNET_FLAG_RESYNCHRONIZE
    };

    private final BackEndUnderTest backEnd;
    private final StatusLog log;

    OpenContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
    }

    private static String option(BackEnd api, HINTERNET handle, int option) {
        TextBuffer text = new TextBuffer(200);
        assertThat(api.InternetQueryOption(handle, option, text, new DwordRef(400)))
                .isTrue();
        return text.toString();
    }

    @Test
    @Rule({"R-OPEN-10"})
    void userAgent_ofNoHandleOrAConnection_isTheWrongHandle() {
        BackEnd api = backEnd.open();
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);
        HINTERNET connect = api.InternetConnect(session, "h", 80, null, null, 3, 0, 0);
        TextBuffer text = new TextBuffer(20);
        for (HINTERNET handle : new HINTERNET[] {null, connect}) {
            assertThat(api.InternetQueryOption(
                            handle, InternetOption.INTERNET_OPTION_USER_AGENT, text, new DwordRef(40)))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        }
        assertThat(option(api, session, InternetOption.INTERNET_OPTION_USER_AGENT))
                .isEqualTo("agent");
    }

    @Test
    @Rule({"R-CONN-10"})
    void portZero_isTheSchemesOwn_andIsNotInTheHostHeader() {
        BackEnd api = backEnd.open(config -> config.withResolver(host -> {
            throw new UnknownHostException(host);
        }));
        for (int flags : new int[] {InternetFlag.INTERNET_FLAG_SECURE, 0}) {
            Conversation client = Conversation.with(api, log, "server.test", 0, 0, flags);
            HINTERNET request = client.openRequest("GET", "/x", flags);
            assertThat(option(api, request, InternetOption.INTERNET_OPTION_URL))
                    .isEqualTo(flags == 0 ? "http://server.test/x" : "https://server.test/x");

            assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_NAME_NOT_RESOLVED);

            TextBuffer host = new TextBuffer(50);
            assertThat(api.HttpQueryInfo(
                            request,
                            HttpQuery.HTTP_QUERY_HOST | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS,
                            host,
                            new DwordRef(100),
                            null))
                    .isTrue();
            assertThat(host).hasToString("server.test");
        }
        Conversation odd = Conversation.with(api, log, "server.test", 80, 0, InternetFlag.INTERNET_FLAG_SECURE);
        assertThat(option(api, odd.openRequest("/x"), InternetOption.INTERNET_OPTION_URL))
                .isEqualTo("https://server.test:80/x");
    }

    @Test
    @Rule({"R-URLOPEN-6"})
    void internetOpenUrl_takesEveryDocumentedFlag() {
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.start());
        server.handleAll(request -> Script.script().send(HELLO));
        ScriptedHttpServer secure = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        secure.handleAll(request -> Script.script().send(HELLO));
        BackEnd api = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore()));
        Conversation client = Conversation.sync(api, log, server);
        for (int flag : FLAGS) {
            HINTERNET handle = api.InternetOpenUrl(client.session(), server.url("/"), null, 0, flag, 0);
            assertThat(handle).as("%x: %d", flag, api.GetLastError()).isNotNull();
            assertThat(client.readText(handle)).as("%x", flag).isEqualTo("hello");
        }
        String url = "https://localhost:" + secure.port() + "/";
        HINTERNET handle = api.InternetOpenUrl(client.session(), url, null, 0, InternetFlag.INTERNET_FLAG_SECURE, 0);
        assertThat(client.readText(handle)).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "GOPHER://server.test/x, 12008",
        "gopher://server.test/, 12008",
        "file:///C:/file, 12006",
        "ftpx://server.test/, 12006",
        "ftp, 12006",
    })
    @Rule({"R-PROJ-URL-1", "R-URLOPEN-2", "R-URLOPEN-3"})
    void internetOpenUrl_ofAProtocolThatIsNotThere_failsAsInternetConnectDoes(String url, int error) {
        BackEnd api = backEnd.open();
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);

        assertThat(api.InternetOpenUrl(session, url, null, 0, 0, 0)).isNull();

        assertThat(api.GetLastError()).isEqualTo(error);
        if (error == WinInetError.ERROR_INTERNET_PROTOCOL_NOT_FOUND) {
            int service = ServiceType.INTERNET_SERVICE_GOPHER;
            assertThat(api.InternetConnect(session, "server.test", 0, null, null, service, 0, 0))
                    .isNull();
            assertThat(api.GetLastError()).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\uFF0Fb.test", "a\uFF20b.test", "a\uFF1A80", "a\uFF1Fb", "a\uFF03b", "a\uFF05b", "\u2100.test"
            })
    @Rule({"R-PROJ-URL-2", "R-CONN-2"})
    void hostThatWouldTurnIntoDelimiters_isRefusedWhereverItIsGiven(String host) {
        BackEnd api = backEnd.open();
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);
        int invalid = WinInetError.ERROR_INTERNET_INVALID_URL;

        assertThat(api.InternetConnect(session, host, 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(invalid);
        assertThat(api.InternetOpenUrl(session, "http://" + host + "/", null, 0, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(invalid);
        assertThat(api.InternetSetCookie("http://" + host + "/", "a", "b")).isFalse();
        assertThat(api.GetLastError()).isEqualTo(invalid);
        assertThat(api.InternetSetPerSiteCookieDecision(host, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(invalid);
    }

    @Test
    @Rule({"R-URLOPEN-11"})
    void internetOpenUrl_takesUserAndPasswordFromTheUrl() {
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.start());
        server.handleAll(request -> Script.script().send(HELLO));
        BackEnd api = backEnd.open();
        HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);

        HINTERNET handle = api.InternetOpenUrl(
                session, server.url("/").replace("http://", "http://someone:secret@"), null, 0, 0, 0);

        assertThat(option(api, handle, InternetOption.INTERNET_OPTION_USERNAME)).isEqualTo("someone");
        assertThat(option(api, handle, InternetOption.INTERNET_OPTION_PASSWORD)).isEqualTo("secret");
        assertThat(server.takeRequest().hasHeader("Authorization")).isFalse();
    }
}
