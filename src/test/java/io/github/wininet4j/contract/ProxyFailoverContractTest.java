package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.LoopbackListener;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.peers.DanteProxy;
import io.github.wininet4j.testing.peers.SquidProxy;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways that lead nowhere give way to the next ones, with and without tunnels, of lists and of scripts. */
@ContractTest
final class ProxyFailoverContractTest extends HttpFixture {
    private final ScriptedHttpServer secureServer;

    ProxyFailoverContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.secureServer = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        for (ScriptedHttpServer each : new ScriptedHttpServer[] {server, secureServer}) {
            each.handleAll(request -> Script.script().send(HELLO));
        }
    }

    private static String dead() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    /** Ends each connection without a word. */
    private String mute() {
        return "127.0.0.1:"
                + backEnd.closeAfterTest(LoopbackListener.start("mute proxy", socket -> {}))
                        .port();
    }

    /** A proxy that opens no tunnel, or none at all where the request itself would be lost with the connection. */
    private String broken(boolean secure) throws IOException {
        return secure ? mute() : dead();
    }

    /** Answers each request of SOCKS with a refusal. */
    private String refusing(int code) {
        LoopbackListener listener = LoopbackListener.start("refusing proxy", socket -> {
            for (int i = 0; i < 9; i++) {
                socket.getInputStream().read();
            }
            socket.getOutputStream().write(new byte[] {0, (byte) code, 0, 0, 0, 0, 0, 0});
            socket.getOutputStream().flush();
            socket.getInputStream().read();
        });
        return "127.0.0.1:" + backEnd.closeAfterTest(listener).port();
    }

    private HINTERNET listed(String servers) {
        return api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, servers, "<-loopback>", 0);
    }

    private HINTERNET scripted(String answer) {
        INTERNET_PER_CONN_OPTION flags = new INTERNET_PER_CONN_OPTION();
        flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        flags.dwValue = ProxyType.PROXY_TYPE_AUTO_PROXY_URL;
        INTERNET_PER_CONN_OPTION url = new INTERNET_PER_CONN_OPTION();
        url.dwOption = ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL;
        url.pszValue = "data:,function FindProxyForURL(u, h) { return '" + answer + "'; }";
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {flags, url};
        list.dwOptionCount = 2;
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null, 0);
        assertThat(api.InternetSetOption(
                        session, InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION, list, list.sizeof()))
                .isTrue();
        return session;
    }

    private int send(HINTERNET session, boolean secure) {
        int port = secure ? secureServer.port() : server.port();
        HINTERNET connect =
                api.InternetConnect(session, "localhost", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        int flags = secure ? InternetFlag.INTERNET_FLAG_SECURE : 0;
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/page", null, null, null, flags, 2);
        if (secure) {
            int ignored = SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(ignored), 4))
                    .isTrue();
        }
        if (!api.HttpSendRequest(request, null, 0, null, 0)) {
            return api.GetLastError();
        }
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        assertThat(status.value).isEqualTo(200);
        return 0;
    }

    private ScriptedHttpServer asked(boolean secure) {
        return secure ? secureServer : server;
    }

    @ParameterizedTest
    @Rule({"R-PROXY-1", "R-PROXY-40"})
    @ValueSource(booleans = {false, true})
    void listOfProxies_takesTheFirstThatLeadsThere(boolean secure) throws IOException {
        SquidProxy squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));

        assertThat(send(listed(dead() + ";" + broken(secure) + ";" + squid.proxy()), secure))
                .isZero();

        assertThat(asked(secure).requests()).hasSize(1);
        String line = secure ? "CONNECT localhost:" + secureServer.port() : "GET http://localhost:" + server.port();
        api.close();
        assertThat(squid.awaitLogged(Pattern.compile(line), 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @Rule({"R-PROXY-23", "R-PROXY-40"})
    @ValueSource(booleans = {false, true})
    void answerOfAScript_takesTheFirstProxyThatLeadsThere(boolean secure) throws IOException {
        SquidProxy squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        String broken = "PROXY " + dead() + "; SOCKS " + dead() + "; PROXY " + broken(secure);
        String answer = broken + "; PROXY " + squid.proxy() + "; DIRECT";

        assertThat(send(scripted(answer), secure)).isZero();

        assertThat(asked(secure).requests()).hasSize(1);
        String line = secure ? "CONNECT localhost:" + secureServer.port() : "GET http://localhost:" + server.port();
        api.close();
        assertThat(squid.awaitLogged(Pattern.compile(line), 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @Rule({"R-PROXY-23", "R-PROXY-40"})
    @ValueSource(booleans = {false, true})
    void answerOfAScript_endsWithTheDirectWayOnlyIfItSaysSo(boolean secure) throws IOException {
        String answer = "PROXY " + dead() + "; SOCKS " + refusing(0x5B) + "; PROXY " + broken(secure);

        assertThat(send(scripted(answer + "; DIRECT"), secure)).isZero();
        assertThat(asked(secure).requests()).hasSize(1);

        assertThat(send(scripted(answer), secure)).isNotZero();
        assertThat(asked(secure).requests()).hasSize(1);
    }

    @ParameterizedTest
    @Rule({"R-PROXY-8", "R-PROXY-35"})
    @ValueSource(booleans = {false, true})
    void requests_throughSocks_reachTheServerByTls(boolean byScript) {
        DanteProxy dante = backEnd.closeAfterTest(DanteProxy.start());
        String address = dante.proxy().substring("socks=".length());

        assertThat(send(byScript ? scripted("SOCKS " + address) : listed(dante.proxy()), true))
                .isZero();

        assertThat(secureServer.requests().get(0).requestLine()).isEqualTo("GET /page HTTP/1.1");
        assertThat(dante.logs()).contains("127.0.0.1." + secureServer.port());
    }

    /** The codes of the protocol, and what is none; another proxy may do better. */
    @ParameterizedTest
    @Rule({"R-PROXY-8", "R-PROXY-40"})
    @CsvSource({"0x5B, false", "0x5C, false", "0x5D, false", "0, false", "0x5B, true", "0x5C, true"})
    void socksProxyThatRefuses_isAFailedConnection_andGivesWayToTheNext(String code, boolean secure) {
        String refusing = refusing(Integer.decode(code));
        assertThat(send(listed("socks=" + refusing), secure)).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
        assertThat(asked(secure).requests()).isEmpty();

        DanteProxy dante = backEnd.closeAfterTest(DanteProxy.start());
        String next = dante.proxy().substring("socks=".length());
        assertThat(send(scripted("SOCKS " + refusing + "; SOCKS " + next), secure))
                .isZero();
        assertThat(asked(secure).requests()).hasSize(1);
    }

    @ParameterizedTest
    @Rule({"R-PROXY-8", "R-PROXY-40"})
    @ValueSource(booleans = {false, true})
    void socksProxyThatSaysNothing_isAFailedConnection(boolean secure) {
        assertThat(send(listed("socks=" + mute()), secure))
                .isIn(
                        WinInetError.ERROR_INTERNET_CANNOT_CONNECT,
                        WinInetError.ERROR_INTERNET_CONNECTION_RESET,
                        WinInetError.ERROR_INTERNET_CONNECTION_ABORTED);
        assertThat(asked(secure).requests()).isEmpty();
    }
}
