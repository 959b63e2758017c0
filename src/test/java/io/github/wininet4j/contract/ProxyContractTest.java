package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.peers.DanteProxy;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.TextBuffer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Requests through proxies: which way they take, what the proxy sees, and what happens if it does not help. */
@ContractTest
final class ProxyContractTest extends HttpFixture {
    private static final String REFUSAL =
            "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"feas\"\r\nContent-Length: 4\r\n\r\nwho?";

    private final ScriptedHttpServer proxy;

    ProxyContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
    }

    private String proxyText() {
        return "127.0.0.1:" + proxy.port();
    }

    private HINTERNET session(String servers, String bypass) {
        return api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, servers, bypass, 0);
    }

    private HINTERNET request(HINTERNET session, String host, int port, int flags) {
        HINTERNET connect =
                api.InternetConnect(session, host, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        assertThat(connect).isNotNull();
        return api.HttpOpenRequest(connect, "GET", "/x?y", null, null, null, flags, 2);
    }

    private int send(HINTERNET request) {
        return api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
    }

    private int status(HINTERNET request) {
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        return status.value;
    }

    private String text(HINTERNET request) {
        ByteBuffer buffer = ByteBuffer.allocate(1_000);
        StringBuilder text = new StringBuilder();
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            buffer.clear();
            assertThat(api.InternetReadFile(request, buffer, buffer.capacity(), count))
                    .isTrue();
            text.append(new String(buffer.array(), 0, count.value, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    @Rule({"R-PROXY-1", "R-PROXY-10"})
    void httpSendRequest_throughAProxy_namesTheWholeUrl() {
        proxy.onRequest(HELLO);
        HINTERNET request = request(session(proxyText(), null), "server.test", 81, 0);

        assertThat(send(request)).isZero();
        assertThat(text(request)).isEqualTo("hello");
        assertThat(proxy.takeRequest().target()).isEqualTo("http://server.test:81/x?y");
    }

    @Test
    @Rule("R-PROXY-7")
    void httpSendRequest_toLoopback_passesTheProxyByUnlessItIsToldNotTo() {
        server.onRequest(HELLO);
        assertThat(send(request(session(proxyText(), null), "127.0.0.1", server.port(), 0)))
                .isZero();
        assertThat(proxy.connectionCount()).isZero();

        proxy.onRequest(HELLO);
        assertThat(send(request(session(proxyText(), "<-loopback>"), "127.0.0.1", server.port(), 0)))
                .isZero();
        assertThat(proxy.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROXY-4", "R-PROXY-6"})
    void httpSendRequest_toABypassedHost_goesDirectly() {
        server.onRequest(HELLO);
        HINTERNET request = request(session(proxyText(), "<-loopback>;127.*"), "127.0.0.1", server.port(), 0);

        assertThat(send(request)).isZero();
        assertThat(proxy.connectionCount()).isZero();
    }

    @Test
    @Rule("R-PROXY-40")
    void httpSendRequest_whenTheProxyIsDown_fails() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        HINTERNET request = request(session("127.0.0.1:" + closed, "<-loopback>"), "127.0.0.1", server.port(), 0);

        assertThat(send(request)).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
        assertThat(server.connectionCount()).isZero();

        proxy.onRequest(HELLO);
        HINTERNET second =
                request(session("127.0.0.1:" + closed + " " + proxyText(), "<-loopback>"), "127.0.0.1", 80, 0);
        assertThat(send(second)).as("the next proxy of the list").isZero();
    }

    @Test
    @Rule("R-PROXY-40")
    void configuredProxyThatIsDown_isNeverPassedBy() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        for (String kind : new String[] {"", "http=", "socks="}) {
            HINTERNET session = session(kind + "127.0.0.1:" + closed, "<-loopback>");

            assertThat(api.InternetOpenUrl(session, server.url("/"), null, 0, 0, 0))
                    .isNull();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
        }
        HINTERNET secure = request(
                session("https=127.0.0.1:" + closed, "<-loopback>"),
                "127.0.0.1",
                server.port(),
                InternetFlag.INTERNET_FLAG_SECURE);
        assertThat(send(secure)).isEqualTo(WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-CONN-8", "R-WIRE-8"})
    void flagSecureOfTheConnection_choosesThePortAlone() {
        proxy.onRequest(HELLO);
        HINTERNET connect = api.InternetConnect(
                session(proxyText(), null),
                "server.test",
                0,
                null,
                null,
                ServiceType.INTERNET_SERVICE_HTTP,
                InternetFlag.INTERNET_FLAG_SECURE,
                1);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/x", null, null, null, 0, 2);

        assertThat(send(request)).isZero();

        assertThat(proxy.requests().get(0).target()).isEqualTo("http://server.test:443/x");
        assertThat(proxy.requests().get(0).header("Host")).isEqualTo("server.test:443");
    }

    @Test
    @Rule({"R-PROXY-40", "R-PROJ-PROXY-1"})
    void httpSendRequest_whenTheProxyStringIsNoServer_fails() {
        HINTERNET request = request(session("bad\rhost?:80", "<-loopback>"), "127.0.0.1", server.port(), 0);

        assertThat(send(request)).isNotZero();
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    void httpSendRequest_whenTheProxyRefusesToConnect_givesItsAnswer() {
        proxy.onRequest("HTTP/1.1 403 No\r\nContent-Length: 4\r\nX-Why: rules\r\n\r\nrule");
        HINTERNET request = request(session(proxyText(), null), "server.test", 443, InternetFlag.INTERNET_FLAG_SECURE);

        assertThat(send(request)).isZero();
        assertThat(status(request)).isEqualTo(403);
        assertThat(text(request)).isEqualTo("rule");
        assertThat(proxy.takeRequest().head()).startsWith("CONNECT server.test:443 HTTP/1.1\r\n");
    }

    @Test
    @Rule("R-AUTH-3")
    void httpSendRequest_whenTheProxyAsksWithoutCredentials_gives407AndItsBody() {
        proxy.onRequest(REFUSAL);
        HINTERNET request = request(session(proxyText(), null), "server.test", 443, InternetFlag.INTERNET_FLAG_SECURE);

        assertThat(send(request)).isZero();
        assertThat(status(request)).isEqualTo(407);
        assertThat(text(request)).isEqualTo("who?");
    }

    @Test
    @Rule("R-AUTH-11")
    void httpSendRequest_whenTheProxyAsksForEver_endsWith407() {
        proxy.handleAll(recorded -> Script.script().send(REFUSAL));
        HINTERNET request = request(session(proxyText(), null), "server.test", 80, 0);
        set(request, InternetOption.INTERNET_OPTION_PROXY_USERNAME, "bob");
        set(request, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, "Gehe1m-proxy");

        assertThat(send(request)).isZero();
        assertThat(status(request)).isEqualTo(407);
        assertThat(proxy.requests()).hasSize(2);
    }

    private void set(HINTERNET handle, int option, String value) {
        assertThat(api.InternetSetOption(handle, option, new TextBuffer(value), value.length()))
                .isTrue();
    }

    @Test
    @Rule("R-SEND-12")
    void httpSendRequest_whenTheProxyClosesInsteadOfConnecting_fails() {
        proxy.onConnection(Script.script().awaitRequest().close());
        HINTERNET request = request(session(proxyText(), null), "server.test", 443, InternetFlag.INTERNET_FLAG_SECURE);

        assertThat(send(request)).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
    }

    @Test
    @Rule({"R-PROXY-8", "R-PROXY-35"})
    void httpSendRequest_throughSocks_connectsByAddress() {
        DanteProxy dante = backEnd.closeAfterTest(DanteProxy.start());
        server.onRequest(HELLO);
        HINTERNET request = request(session(dante.proxy(), "<-loopback>"), "localhost", server.port(), 0);

        assertThat(send(request)).isZero();
        assertThat(text(request)).isEqualTo("hello");
        assertThat(server.takeRequest().target()).isEqualTo("/x?y");
        assertThat(dante.logs()).contains("127.0.0.1." + server.port());
    }

    private boolean change(HINTERNET handle, INTERNET_PER_CONN_OPTION... options) {
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = options;
        list.dwOptionCount = options.length;
        return api.InternetSetOption(handle, InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION, list, list.sizeof());
    }

    private static INTERNET_PER_CONN_OPTION number(int option, int value) {
        INTERNET_PER_CONN_OPTION made = new INTERNET_PER_CONN_OPTION();
        made.dwOption = option;
        made.dwValue = value;
        return made;
    }

    private static INTERNET_PER_CONN_OPTION text(int option, String value) {
        INTERNET_PER_CONN_OPTION made = new INTERNET_PER_CONN_OPTION();
        made.dwOption = option;
        made.pszValue = value;
        return made;
    }

    private HINTERNET preconfigured() {
        return api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null, 0);
    }

    @Test
    @Rule({"R-PROXY-16", "R-PROXY-17", "R-PROXY-12"})
    void perConnectionOption_ofASession_holdsForTheWholeProgramEvenAfterItsEnd() {
        HINTERNET setter = preconfigured();
        assertThat(change(
                        setter,
                        number(
                                ProxyType.INTERNET_PER_CONN_FLAGS,
                                ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_PROXY),
                        text(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, proxyText()),
                        text(ProxyType.INTERNET_PER_CONN_PROXY_BYPASS, "<-loopback>")))
                .isTrue();
        api.InternetCloseHandle(setter);
        proxy.onRequest(HELLO);

        assertThat(send(request(preconfigured(), "127.0.0.1", server.port(), 0)))
                .isZero();
        assertThat(proxy.connectionCount()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROXY-22", "R-PROXY-30", "R-PROXY-37"})
    void autoConfigUrl_withAScript_isAskedOnceAHost() {
        HINTERNET session = preconfigured();
        api.InternetSetStatusCallback(session, log);
        String script = "data:,function FindProxyForURL(u, h) { return h == 'server.test' ? 'PROXY 127.0.0.1:"
                + proxy.port() + "' : 'DIRECT'; }";
        assertThat(change(
                        session,
                        number(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_PROXY_URL),
                        text(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL, script)))
                .isTrue();
        proxy.onRequest(HELLO);
        proxy.onRequest(HELLO);
        server.onRequest(HELLO);

        assertThat(send(request(session, "server.test", 80, 0))).isZero();
        assertThat(log.entries().stream().filter(e -> e.status() == InternetStatus.INTERNET_STATUS_DETECTING_PROXY))
                .hasSize(1);
        log.clear();
        assertThat(send(request(session, "server.test", 80, 0))).isZero();
        assertThat(log.entries().stream().filter(e -> e.status() == InternetStatus.INTERNET_STATUS_DETECTING_PROXY))
                .isEmpty();
        assertThat(send(request(session, "127.0.0.1", server.port(), 0))).isZero();
        assertThat(proxy.requests()).hasSize(2);
    }

    @Test
    @Rule({"R-PROXY-23", "R-PROXY-40"})
    void autoConfigUrl_withABrokenScript_fallsBackToTheListOrFails() {
        HINTERNET session = preconfigured();
        assertThat(change(
                        session,
                        number(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_PROXY_URL),
                        text(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL, "data:,nonsense(")))
                .isTrue();
        assertThat(send(request(session, "server.test", 80, 0)))
                .isEqualTo(WinInetError.ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT);
        assertThat(change(session, text(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL, "file:///no/such/file")))
                .isTrue();
        assertThat(send(request(session, "server.test", 80, 0)))
                .isEqualTo(WinInetError.ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT);

        assertThat(change(
                        session,
                        number(
                                ProxyType.INTERNET_PER_CONN_FLAGS,
                                ProxyType.PROXY_TYPE_AUTO_PROXY_URL | ProxyType.PROXY_TYPE_PROXY),
                        text(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, proxyText())))
                .isTrue();
        proxy.onRequest(HELLO);
        assertThat(send(request(session, "server.test", 80, 0))).isZero();
    }

    @Test
    @Rule("R-PROXY-37")
    void autoConfigUrl_byHttp_isFetchedDirectly() {
        HINTERNET session = preconfigured();
        String script = "function FindProxyForURL() { return 'PROXY 127.0.0.1:" + proxy.port() + "'; }";
        server.onRequest("HTTP/1.1 200 OK\r\nContent-Length: " + script.length() + "\r\n\r\n" + script);
        assertThat(change(
                        session,
                        number(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_PROXY_URL),
                        text(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL, server.url("/proxy.pac"))))
                .isTrue();
        proxy.onRequest(HELLO);

        assertThat(send(request(session, "server.test", 80, 0))).isZero();
        assertThat(server.takeRequest().target()).isEqualTo("/proxy.pac");
    }

    @Test
    @Rule({"R-PROXY-25", "R-PROXY-26", "R-PROXY-36"})
    void proxyFunctions_answerAsDocumented() {
        TextBuffer url = new TextBuffer(100);
        assertThat(api.DetectAutoProxyUrl(url, 100, ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_WINHTTP_AUTODETECTION_FAILED);
        assertThat(api.DetectAutoProxyUrl(url, 100, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetInitializeAutoProxyDll(0)).isTrue();
        assertThat(api.IsHostInProxyBypassList(3, "localhost", 9)).isTrue();
        assertThat(api.IsHostInProxyBypassList(3, "www.corp.test", 13)).isFalse();
    }
}
