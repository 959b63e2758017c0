package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.SecurityPackage;
import io.github.wininet4j.host.SecurityTokens;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging on as servers see it: which credentials go where, and which do not. */
@ContractTest
final class AuthContractTest extends HttpFixture {
    private static final String BASIC = refusal("WWW-Authenticate: Basic realm=\"feas\"");
    private static final String PASSWORD = Secrets.use("Gehe1m-auth");

    AuthContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private static String refusal(String... headers) {
        return "HTTP/1.1 401 Who\r\n" + String.join("\r\n", headers) + "\r\nContent-Length: 4\r\n\r\nwho?";
    }

    private static String basic(String user, String password, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(charset));
    }

    private static String basic(String user) {
        return basic(user, PASSWORD, StandardCharsets.US_ASCII);
    }

    private static HINTERNET session(BackEnd api) {
        return api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
    }

    private static HINTERNET request(
            BackEnd api,
            HINTERNET session,
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            String path,
            int flags) {
        HINTERNET connect =
                api.InternetConnect(session, host, port, user, password, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        return api.HttpOpenRequest(connect, "GET", path, null, null, null, flags, 2);
    }

    private HINTERNET request(@Nullable String user, String path, int flags) {
        return request(
                api, session(api), "127.0.0.1", server.port(), user, user == null ? null : PASSWORD, path, flags);
    }

    private static int send(BackEnd api, HINTERNET request) {
        return api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
    }

    private static int status(BackEnd api, HINTERNET request) {
        assertThat(send(api, request)).isZero();
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        ByteBuffer body = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            assertThat(api.InternetReadFile(request, body.clear(), 100, count)).isTrue();
        }
        return status.value;
    }

    private int status(HINTERNET request) {
        return status(api, request);
    }

    private static void set(BackEnd api, HINTERNET handle, int option, String value) {
        assertThat(api.InternetSetOption(handle, option, new TextBuffer(value), value.length()))
                .isTrue();
    }

    private String text(HINTERNET handle, int option) {
        TextBuffer text = new TextBuffer(100);
        assertThat(api.InternetQueryOption(handle, option, text, new DwordRef(100)))
                .isTrue();
        return text.toString();
    }

    /** What the requests until now said in Authorization, "-" for nothing. */
    private List<String> said() {
        return server.requests().stream()
                .map(each -> each.hasHeader("Authorization") ? each.header("Authorization") : "-")
                .toList();
    }

    private void rememberBob() {
        server.onRequest(BASIC);
        server.onRequest(HELLO);
        assertThat(status(request("bob", "/dir/page", 0))).isEqualTo(200);
    }

    @Test
    @Rule("R-AUTH-5")
    void noAuth_withCredentials_saysNothingButWhatTheProgramSays() {
        server.onRequest(BASIC);
        server.onRequest(HELLO);
        HINTERNET request = request("bob", "/", InternetFlag.INTERNET_FLAG_NO_AUTH);

        assertThat(status(request)).isEqualTo(401);
        assertThat(api.HttpAddRequestHeaders(request, "Authorization: Mine x", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();
        assertThat(status(request)).isEqualTo(200);
        assertThat(said()).containsExactly("-", "Mine x");
    }

    /** How a server leaves a body unfinished. */
    private enum Cut {
        CLOSED(Script.script().close()),
        RESET(Script.script().reset()),
        STALLED(Script.script().stall());

        final Script end;

        Cut(Script end) {
            this.end = end;
        }
    }

    /** What becomes of bytes that are dropped is no failure of the request. */
    @ParameterizedTest
    @CsvSource({
        "Basic realm=feas, CLOSED",
        "Basic realm=feas, RESET",
        "Basic realm=feas, STALLED",
        "NTLM, CLOSED",
        "NTLM, RESET",
        "NTLM, STALLED"
    })
    @Rule({"R-AUTH-2", "R-PROJ-HTTP-5"})
    void challenge_whoseBodyIsCutOff_isAnsweredOverAnotherConnection(String challenge, Cut cut) {
        String head =
                "HTTP/1.1 401 Who\r\nWWW-Authenticate: " + challenge + "\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwh";
        server.onRequest(Script.script().send(head).then(cut.end).mayBeCutShort());
        server.onRequest(HELLO);

        assertThat(status(request("bob", "/", 0))).isEqualTo(200);

        assertThat(said()).hasSize(2);
        assertThat(said().get(1)).startsWith(challenge.substring(0, 4));
    }

    @Test
    @Rule("R-AUTH-6")
    void suppressServerAuth_withCredentials_leavesProxiesAlone() {
        ScriptedHttpServer proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
        proxy.onRequest("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
        proxy.onRequest(BASIC);
        HINTERNET session = api.InternetOpen(
                "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "127.0.0.1:" + proxy.port(), "<-loopback>", 0);
        HINTERNET request = request(api, session, "127.0.0.1", server.port(), "bob", PASSWORD, "/", 0);
        set(api, request, InternetOption.INTERNET_OPTION_PROXY_USERNAME, "eve");
        set(api, request, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, PASSWORD);
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_SUPPRESS_SERVER_AUTH, null, 0))
                .isTrue();

        assertThat(status(request)).isEqualTo(401);

        assertThat(proxy.requests()).hasSize(2);
        RecordedRequest second = proxy.requests().get(1);
        assertThat(second.header("Proxy-Authorization")).isEqualTo(basic("eve"));
        assertThat(second.hasHeader("Authorization")).isFalse();
    }

    @Test
    @Rule({"R-AUTH-7", "R-AUTH-8", "R-AUTH-9", "R-HDR-20"})
    void credentialsThatWorked_areSaidAgainInPlaceOfAHeaderOfTheProgram() {
        rememberBob();
        server.onRequest(HELLO);
        server.onRequest(HELLO);
        server.onRequest(HELLO);
        HINTERNET byHand = request(null, "/dir/other", 0);
        assertThat(api.HttpAddRequestHeaders(byHand, "Authorization: Mine x", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();
        assertThat(status(byHand)).isEqualTo(200);
        assertThat(status(request(null, "/dir/third", 0))).isEqualTo(200);
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_END_BROWSER_SESSION, null, 0))
                .isTrue();
        assertThat(status(request(null, "/dir/fourth", 0))).isEqualTo(200);

        assertThat(said()).containsExactly("-", basic("bob"), basic("bob"), basic("bob"), "-");
    }

    @Test
    @Rule("R-AUTH-8")
    void headerOfTheProgram_thatWorked_isNotRemembered() {
        server.onRequest(HELLO);
        server.onRequest(HELLO);
        HINTERNET byHand = request(null, "/dir/page", 0);
        assertThat(api.HttpAddRequestHeaders(
                        byHand, "Authorization: " + basic("bob"), -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD))
                .isTrue();

        assertThat(status(byHand)).isEqualTo(200);
        assertThat(status(request(null, "/dir/page", 0))).isEqualTo(200);

        assertThat(said()).containsExactly(basic("bob"), "-");
    }

    @Test
    @Rule("R-AUTH-10")
    void usernameAndPassword_ofARequestWithRememberedCredentials_areThose() {
        rememberBob();
        HINTERNET later = request(null, "/dir/other", 0);

        assertThat(text(later, InternetOption.INTERNET_OPTION_USERNAME)).isEqualTo("bob");
        assertThat(text(later, InternetOption.INTERNET_OPTION_PASSWORD)).isEqualTo(PASSWORD);
        assertThat(text(request(null, "/elsewhere", 0), InternetOption.INTERNET_OPTION_USERNAME))
                .isEmpty();
    }

    @Test
    @Rule({"R-AUTH-7", "R-AUTH-18"})
    void credentialsThatWork_noLonger_areForgotten() {
        rememberBob();
        server.onRequest(BASIC);
        server.onRequest(HELLO);

        assertThat(status(request(null, "/dir/page", 0))).isEqualTo(401);
        assertThat(status(request(null, "/dir/page", 0))).isEqualTo(200);

        assertThat(said()).containsExactly("-", basic("bob"), basic("bob"), "-");
    }

    @Test
    @Rule("R-AUTH-4")
    void credentialsOfTheRequest_otherThanThoseThatWorked_areTheOnesThatCount() {
        rememberBob();
        server.onRequest(BASIC);
        server.onRequest(HELLO);

        assertThat(status(request("eve", "/dir/page", 0))).isEqualTo(200);

        assertThat(said()).containsExactly("-", basic("bob"), "-", basic("eve"));
    }

    @ParameterizedTest
    @Rule({"R-AUTH-16", "R-PROJ-AUTH-5"})
    @CsvSource({"0, 12015", "1, 12174"})
    void digestLogoff_ofAServer_failsAndForgetsTheRealm(int masked, int expected) {
        server.onRequest(refusal("WWW-Authenticate: Digest realm=\"feas\", nonce=\"n\""));
        server.onRequest(HELLO);
        server.onRequest(refusal("WWW-Authenticate: Digest realm=\"feas\", nonce=\"n\", MS-Logoff=true"));
        server.onRequest(HELLO);
        assertThat(status(request("bob", "/", 0))).isEqualTo(200);
        HINTERNET request = request(null, "/", 0);
        int mask = masked * OptionValue.INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY;
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_ERROR_MASK, new DwordRef(mask), 4))
                .isTrue();

        assertThat(send(api, request)).isEqualTo(expected);

        // With 12174 the response is there, as its body tells the user what happened.
        DwordRef code = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, code, new DwordRef(4), null))
                .isTrue();
        assertThat(code.value).isEqualTo(masked * 401);
        ByteBuffer body = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef();
        assertThat(api.InternetReadFile(request, body, 100, count)).isEqualTo(masked == 1);
        assertThat(count.value > 0).isEqualTo(masked == 1);
        assertThat(status(request(null, "/", 0))).isEqualTo(200);
        assertThat(said().get(2)).startsWith("Digest ");
        assertThat(said().get(3)).isEqualTo("-");
    }

    @ParameterizedTest
    @Rule({"R-AUTH-1", "R-AUTH-18"})
    @ValueSource(
            strings = {
                "Unknown a=b, Basic realm=\"feas\", Digest realm=\"x\", nonce=\"n\"",
                "Unknown, Basic realm=\"feas\"",
                "Unknown dG9rZW4=, Basic realm=\"a, Digest b\"",
                "Basic realm=feas, Other c=\"d, e\", charset=\"x\"",
                "basic   realm = \"feas\"",
                ", ,Basic realm=\"feas\",",
                "Digest realm=\"x\", nonce=\"n\", algorithm=NONE, Basic realm=\"feas\""
            })
    void challenges_inOneLine_areToldApart(String line) {
        server.onRequest(refusal("WWW-Authenticate: " + line));
        server.onRequest(HELLO);

        assertThat(status(request("bob", "/", 0))).isEqualTo(200);

        assertThat(said()).containsExactly("-", basic("bob"));
    }

    @ParameterizedTest
    @Rule("R-PROJ-AUTH-1")
    @CsvSource({
        "J\u00e4son, p\u00e4ss, '', ISO-8859-1",
        "J\u00e4son, p\u00e4ss, 'charset=\"UTF-8\"', UTF-8",
        "\u0411\u043e\u0431, p\u00e4ss, '', UTF-8",
        "bob, \u5bc6\u7801, '', UTF-8",
        "bob, a:b:c, '', UTF-8"
    })
    void basic_withNamesAndPasswordsBeyondAscii_isInTheCharsetThatFits(
            String user, String password, String parameter, String charset) {
        server.onRequest(
                refusal("WWW-Authenticate: Basic realm=\"feas\"" + (parameter.isEmpty() ? "" : ", " + parameter)));
        server.onRequest(HELLO);

        assertThat(status(request(api, session(api), "127.0.0.1", server.port(), user, password, "/", 0)))
                .isEqualTo(200);

        assertThat(said().get(1)).isEqualTo(basic(user, password, Charset.forName(charset)));
    }

    @Test
    @Rule({"R-AUTH-4", "R-PROJ-REDIR-1"})
    void credentials_afterARedirectToAnotherPort_stayBehind() {
        ScriptedHttpServer other = backEnd.closeAfterTest(ScriptedHttpServer.start());
        rememberBob();
        server.onRequest("HTTP/1.1 302 There\r\nLocation: " + other.url("/dir/page") + "\r\nContent-Length: 0\r\n\r\n");
        other.onRequest(BASIC);

        assertThat(status(request("bob", "/dir/page", 0))).isEqualTo(401);

        assertThat(other.requests()).hasSize(1);
        assertThat(other.requests().get(0).hasHeader("Authorization")).isFalse();
    }

    @Test
    @Rule("R-AUTH-21")
    void ntlm_throughAProxyThatSaysNothingOfItsConnections_isNotSpoken() {
        ScriptedHttpServer proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
        String asks = refusal("WWW-Authenticate: NTLM");
        proxy.onRequest(asks);
        proxy.onRequest(refusal("WWW-Authenticate: NTLM", "Proxy-Support: Session-Based-Authentication"));
        proxy.onRequest(asks);
        HINTERNET session = api.InternetOpen(
                "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "127.0.0.1:" + proxy.port(), "<-loopback>", 0);
        HINTERNET request = request(api, session, "127.0.0.1", server.port(), "bob", PASSWORD, "/", 0);

        assertThat(status(request)).isEqualTo(401);
        assertThat(proxy.requests()).hasSize(1);
        assertThat(status(request)).isEqualTo(401);
        assertThat(proxy.requests()).hasSize(3);
        assertThat(proxy.requests().get(2).header("Authorization")).startsWith("NTLM TlRMTVNTUAAB");
    }

    @Test
    @Rule("R-AUTH-13")
    void ntlm_withABody_sendsItNotOnTheFirstLeg() {
        server.onRequest(refusal("WWW-Authenticate: NTLM"));
        server.onRequest(refusal("WWW-Authenticate: NTLM"));
        HINTERNET connect = api.InternetConnect(
                session(api), "127.0.0.1", server.port(), "bob", PASSWORD, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request = api.HttpOpenRequest(
                connect, "POST", "/", null, null, null, InternetFlag.INTERNET_FLAG_KEEP_CONNECTION, 2);
        byte[] body = "0123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(api.HttpSendRequest(request, null, 0, ByteBuffer.wrap(body), body.length))
                .isTrue();

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0).bodyText()).isEqualTo("0123456789");
        RecordedRequest first = server.requests().get(1);
        assertThat(first.header("Authorization")).startsWith("NTLM TlRMTVNTUAAB");
        assertThat(first.header("Content-Length")).isEqualTo("0");
        assertThat(first.body()).isEmpty();
        assertThat(first.connection()).isEqualTo(server.requests().get(0).connection());
    }

    @Test
    @Rule({"R-AUTH-22", "R-AUTH-23"})
    void userOfTheMachine_isNamedToIntranetHostsOnly() {
        List<String> asked = new ArrayList<>();
        BackEnd engine = backEnd.open(config -> config.withResolver(host -> List.of(InetAddress.getByName("127.0.0.1")))
                .withSecurityPackage((scheme, host, user, password) -> {
                    asked.add(scheme + " " + host + " " + user);
                    return new SecurityTokens() {
                        @Override
                        public byte @Nullable [] next(byte @Nullable [] received) {
                            return received == null ? new byte[] {1} : null;
                        }

                        @Override
                        public void close() {}
                    };
                }));
        String asks = refusal("WWW-Authenticate: Negotiate");
        for (String host : List.of("www.corp.test", "127.0.0.1", "intranet")) {
            server.onRequest(asks);
            server.onRequest(HELLO);
            HINTERNET request = request(engine, session(engine), host, server.port(), null, null, "/", 0);
            int expected = host.equals("intranet") ? 200 : 401;
            assertThat(status(engine, request)).isEqualTo(expected);
            if (expected == 401) {
                server.takeRequest();
                assertThat(status(engine, request(engine, session(engine), host, server.port(), null, null, "/", 0)))
                        .isEqualTo(200);
            }
        }

        assertThat(asked).containsExactly("Negotiate intranet null");
    }

    @Test
    @Rule("R-AUTH-22")
    void userOfTheMachine_isNamedWhereItsPackageSaysSo() {
        List<String> asked = new ArrayList<>();
        BackEnd engine = backEnd.open(config -> config.withSecurityPackage(new SecurityPackage() {
            @Override
            public SecurityTokens begin(String scheme, String host, @Nullable String user, @Nullable String password) {
                asked.add(scheme + " " + host + " " + user);
                return null;
            }

            @Override
            public boolean logsOnUserAt(boolean secure, String host, int port) {
                asked.add(secure + " " + host + " " + (port == server.port()));
                return host.equals("127.0.0.1");
            }
        }));
        server.handleAll(each -> Script.script().send(refusal("WWW-Authenticate: Negotiate")));

        assertThat(status(engine, request(engine, session(engine), "localhost", server.port(), null, null, "/", 0)))
                .isEqualTo(401);
        assertThat(asked).containsExactly("false localhost true");
        asked.clear();
        assertThat(status(engine, request(engine, session(engine), "127.0.0.1", server.port(), null, null, "/", 0)))
                .isEqualTo(401);

        assertThat(asked).startsWith("false 127.0.0.1 true", "Negotiate 127.0.0.1 null");
    }

    @Test
    @Rule("R-PROXY-29")
    void credentialsOfTheServer_areTriedAtProxiesByASwitchOnly() {
        for (boolean switched : new boolean[] {false, true}) {
            ScriptedHttpServer proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
            proxy.onRequest("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            if (switched) {
                proxy.onRequest(HELLO);
            }
            BackEnd engine = backEnd.open(config ->
                    switched ? config.withSwitches(CompatibilitySwitch.SERVER_CREDENTIALS_FOR_PROXIES) : config);
            HINTERNET session = engine.InternetOpen(
                    "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "127.0.0.1:" + proxy.port(), "<-loopback>", 0);
            HINTERNET request = request(engine, session, "127.0.0.1", server.port(), "bob", PASSWORD, "/", 0);

            assertThat(status(engine, request)).isEqualTo(switched ? 200 : 407);

            assertThat(proxy.requests()).hasSize(switched ? 2 : 1);
            if (switched) {
                assertThat(proxy.requests().get(1).header("Proxy-Authorization"))
                        .isEqualTo(basic("bob"));
            }
        }
    }

    @Test
    @Rule("R-AUTH-3")
    void serverThatAsksForEver_endsWithItsRefusal() {
        for (int i = 0; i < 2; i++) {
            server.onRequest(BASIC);
        }
        HINTERNET request = request("bob", "/", 0);

        assertThat(status(request)).isEqualTo(401);

        assertThat(said()).containsExactly("-", basic("bob"));
    }
}
