package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials from options and from URLs, as a server and a proxy get them. */
@ContractTest
final class CredentialSourceContractTest extends HttpFixture {
    private static final String PASSWORD = Secrets.use("Gehe1m-source");
    private static final String ASKS =
            "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"feas\"\r\nContent-Length: 4\r\n\r\nwho?";
    private static final String PROXY_ASKS =
            "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"feas\"\r\nContent-Length: 4\r\n\r\nwho?";

    private final ScriptedHttpServer proxy;

    CredentialSourceContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
    }

    private HINTERNET session(BackEnd by, boolean proxied) {
        return proxied
                ? by.InternetOpen(
                        "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "127.0.0.1:" + proxy.port(), "<-loopback>", 0)
                : by.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
    }

    private HINTERNET connect(HINTERNET session, @Nullable String user) {
        return api.InternetConnect(
                session,
                "127.0.0.1",
                server.port(),
                user,
                user == null ? null : PASSWORD,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                1);
    }

    private HINTERNET open(HINTERNET connect) {
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/page", null, null, null, 0, 2);
        assertThat(request).isNotNull();
        return request;
    }

    private void set(HINTERNET handle, int option, String value) {
        assertThat(api.InternetSetOption(handle, option, new TextBuffer(value), value.length()))
                .isTrue();
    }

    private void logOn(HINTERNET handle, boolean proxied, String user) {
        set(
                handle,
                proxied ? InternetOption.INTERNET_OPTION_PROXY_USERNAME : InternetOption.INTERNET_OPTION_USERNAME,
                user);
        set(
                handle,
                proxied ? InternetOption.INTERNET_OPTION_PROXY_PASSWORD : InternetOption.INTERNET_OPTION_PASSWORD,
                PASSWORD);
    }

    private int send(HINTERNET request) {
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).isTrue();
        return status(api, request);
    }

    private static int status(BackEnd by, HINTERNET request) {
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(by.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        ByteBuffer body = ByteBuffer.allocate(100);
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            assertThat(by.InternetReadFile(request, body.clear(), 100, count)).isTrue();
        }
        return status.value;
    }

    private static List<String> said(ScriptedHttpServer by, String header) {
        return by.requests().stream()
                .map(each -> each.hasHeader(header) ? each.header(header) : "-")
                .toList();
    }

    /** Where the options are set, and whether a server or a proxy asks. */
    @ParameterizedTest
    @Rule({"R-AUTH-4", "R-AUTH-11", "R-OPTN-28", "R-OPTN-29", "R-OPTN-43", "R-OPTN-44"})
    @CsvSource({"connection, false", "connection, true", "request, false", "request, true"})
    void credentialsOfOptions_answerTheChallenge(String on, boolean proxied) {
        ScriptedHttpServer asking = proxied ? proxy : server;
        asking.onRequest(proxied ? PROXY_ASKS : ASKS);
        asking.onRequest(HELLO);
        HINTERNET connect = connect(session(api, proxied), null);
        HINTERNET request = open(connect);
        logOn(on.equals("request") ? request : connect, proxied, "bob");

        assertThat(send(request)).isEqualTo(200);

        assertThat(said(asking, proxied ? "Proxy-Authorization" : "Authorization"))
                .containsExactly("-", basic("bob"));
    }

    /** The program sees the refusal first, sets the options then, and sends the same request again. */
    @ParameterizedTest
    @Rule({"R-AUTH-3", "R-AUTH-12"})
    @CsvSource({"connection, false", "connection, true", "request, false", "request, true"})
    void credentialsOfOptions_setAfterTheRefusal_holdForTheNextSendOfTheRequest(String on, boolean proxied) {
        ScriptedHttpServer asking = proxied ? proxy : server;
        String refusal = proxied ? PROXY_ASKS : ASKS;
        HINTERNET connect = connect(session(api, proxied), null);
        HINTERNET request = open(connect);
        asking.onRequest(refusal);
        assertThat(send(request)).isEqualTo(proxied ? 407 : 401);
        logOn(on.equals("request") ? request : connect, proxied, "bob");
        asking.onRequest(refusal);
        asking.onRequest(HELLO);

        assertThat(send(request)).isEqualTo(200);

        String header = proxied ? "Proxy-Authorization" : "Authorization";
        assertThat(said(asking, header)).endsWith(basic("bob")).hasSizeBetween(2, 3);
    }

    @Test
    @Rule({"R-AUTH-4", "R-OPTN-28", "R-OPTN-29"})
    void credentialsOfTheRequest_countMoreThanThoseOfTheConnection() {
        HINTERNET connect = connect(session(api, false), "bob");
        HINTERNET request = open(connect);
        logOn(request, false, "ann");
        server.onRequest(ASKS);
        server.onRequest(HELLO);

        assertThat(send(request)).isEqualTo(200);

        assertThat(said(server, "Authorization")).containsExactly("-", basic("ann"));
    }

    private HINTERNET openUrl(BackEnd by, boolean proxied, int flags) {
        String url = "http://bob:" + PASSWORD + "@127.0.0.1:" + server.port() + "/page?a=b";
        HINTERNET request = by.InternetOpenUrl(session(by, proxied), url, null, 0, flags, 3);
        assertThat(request).isNotNull();
        return request;
    }

    @Test
    @Rule({"R-URLOPEN-11", "R-URLOPEN-8", "R-AUTH-4"})
    void credentialsOfAUrl_answerTheChallenge_andAreNowhereElse() {
        server.onRequest(ASKS);
        server.onRequest(HELLO);

        HINTERNET request = openUrl(api, false, 0);

        assertThat(status(api, request)).isEqualTo(200);
        assertThat(said(server, "Authorization")).containsExactly("-", basic("bob"));
        for (RecordedRequest each : server.requests()) {
            assertThat(each.requestLine()).isEqualTo("GET /page?a=b HTTP/1.1");
            assertThat(each.header("Host")).isEqualTo("127.0.0.1:" + server.port());
            assertThat(each.head()).doesNotContain(PASSWORD);
        }
    }

    @Test
    @Rule({"R-URLOPEN-11", "R-AUTH-5"})
    void credentialsOfAUrl_withNoAuth_areNotSaid() {
        server.onRequest(ASKS);

        HINTERNET request = openUrl(api, false, InternetFlag.INTERNET_FLAG_NO_AUTH);

        assertThat(status(api, request)).isEqualTo(401);
        assertThat(said(server, "Authorization")).containsExactly("-");
    }

    /** A proxy gets what is for the server by a switch only. */
    @ParameterizedTest
    @Rule({"R-URLOPEN-11", "R-PROXY-29", "R-URLOPEN-8"})
    @ValueSource(booleans = {false, true})
    void credentialsOfAUrl_atAProxyThatAsks_areThoseOfTheServer(boolean switched) {
        BackEnd engine = backEnd.open(
                config -> switched ? config.withSwitches(CompatibilitySwitch.SERVER_CREDENTIALS_FOR_PROXIES) : config);
        proxy.onRequest(PROXY_ASKS);
        if (switched) {
            proxy.onRequest(HELLO);
        }

        HINTERNET request = openUrl(engine, true, 0);

        assertThat(status(engine, request)).isEqualTo(switched ? 200 : 407);
        assertThat(said(proxy, "Proxy-Authorization")).isEqualTo(switched ? List.of("-", basic("bob")) : List.of("-"));
        assertThat(said(proxy, "Authorization")).containsOnly("-");
        for (RecordedRequest each : proxy.requests()) {
            assertThat(each.target()).isEqualTo("http://127.0.0.1:" + server.port() + "/page?a=b");
        }
    }

    /** One that lets the request pass hands the server's answers over. */
    @Test
    @Rule({"R-URLOPEN-11", "R-AUTH-4"})
    void credentialsOfAUrl_behindAProxy_areForTheServer() {
        proxy.onRequest(ASKS);
        proxy.onRequest(HELLO);

        assertThat(status(api, openUrl(api, true, 0))).isEqualTo(200);

        assertThat(said(proxy, "Authorization")).containsExactly("-", basic("bob"));
        assertThat(said(proxy, "Proxy-Authorization")).containsOnly("-");
    }
}
