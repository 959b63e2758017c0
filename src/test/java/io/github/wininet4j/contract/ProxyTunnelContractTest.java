package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tunnels through proxies, and what proxies do instead. */
@ContractTest
final class ProxyTunnelContractTest extends HttpFixture {
    private static final String ASKS = "HTTP/1.1 407 Who\r\nProxy-Authenticate: %s\r\nContent-Length: 4\r\n\r\nwho?";
    private static final String OPEN = "HTTP/1.1 200 Connection established\r\n\r\n";
    private static final String PASSWORD = Secrets.use("Gehe1m-tunnel");

    private final ScriptedHttpServer proxy;

    ProxyTunnelContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
    }

    private HINTERNET request(String servers, boolean secure, @Nullable String proxyUser) {
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, servers, "<-loopback>", 0);
        HINTERNET connect = api.InternetConnect(
                session, "localhost", secure ? 443 : 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        int flags = secure ? InternetFlag.INTERNET_FLAG_SECURE : 0;
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/page", null, null, null, flags, 2);
        assertThat(request).isNotNull();
        if (secure) {
            int ignored = SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(ignored), 4))
                    .isTrue();
        }
        if (proxyUser != null) {
            set(request, InternetOption.INTERNET_OPTION_PROXY_USERNAME, proxyUser);
            set(request, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, PASSWORD);
        }
        return request;
    }

    private void set(HINTERNET handle, int option, String value) {
        assertThat(api.InternetSetOption(handle, option, new TextBuffer(value), value.length()))
                .isTrue();
    }

    private String proxyText() {
        return "127.0.0.1:" + proxy.port();
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

    private static String dead() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    /** What a proxy does to CONNECT, and the error that the caller sees. */
    @ParameterizedTest
    @Rule({"R-SEND-12", "R-PROXY-40", "R-TLS-1"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | 12152",
                "~HTTP/1.1 200 OK~ | 12157",
                "~SSH-2.0-x\r\n\r\n~ | 12152",
                "~HTTP/1.1 abc\r\n\r\n~ | 12152",
                "~HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody and more~ | 12157",
                "~HTTP/1.1 200 OK\r\n\r\n<html>this is no TLS</html>~ | 12157"
            })
    void httpSendRequest_whenTheProxyBreaksTheTunnel_fails(String answer, int expected) {
        proxy.onConnection(Script.script().awaitRequest().send(answer).close().mayBeCutShort());

        assertThat(send(request(proxyText(), true, null))).isEqualTo(expected);
        assertThat(proxy.requests().get(0).requestLine()).isEqualTo("CONNECT localhost:443 HTTP/1.1");
    }

    @ParameterizedTest
    @Rule("R-PROXY-40")
    @ValueSource(booleans = {false, true})
    void httpSendRequest_whenTheProxyIsDead_failsOrTakesTheNext(boolean secure) throws Exception {
        assertThat(send(request(dead(), secure, null))).isEqualTo(12029);
        if (!secure) {
            proxy.onRequest(HELLO);

            assertThat(send(request(dead() + ";" + proxyText(), false, null))).isZero();
        }
    }

    @ParameterizedTest
    @Rule({"R-AUTH-3", "R-AUTH-11"})
    @ValueSource(
            strings = {
                "Basic realm=\"p\"",
                "Digest realm=\"p\", nonce=\"n\", qop=\"auth\"",
                "Digest realm=\"p\", nonce=\"n\", stale=true",
                "NTLM",
                "Negotiate"
            })
    void httpSendRequest_whenTheProxyAsksForEver_endsWith407(String challenge) {
        proxy.handleAll(recorded -> Script.script().send(String.format(Locale.ROOT, ASKS, challenge)));
        for (boolean secure : new boolean[] {false, true}) {
            HINTERNET request = request(proxyText(), secure, "bob");

            assertThat(send(request)).isZero();

            assertThat(status(request)).isEqualTo(407);
        }
        assertThat(proxy.requests().size()).isBetween(4, 12);
        assertThat(proxy.requests()).allMatch(each -> !each.head().contains(PASSWORD));
    }

    @Test
    @Rule({"R-AUTH-4", "R-AUTH-13"})
    void httpSendRequest_throughATunnelThatNeedsALogon_keepsTheLogonOutOfIt() throws Exception {
        proxy.onConnection(Script.script()
                .awaitRequest()
                .send(String.format(Locale.ROOT, ASKS, "Basic realm=\"p\""))
                .awaitRequest()
                .send(OPEN)
                .startTls(TestCertificates.good().context())
                .respond(HELLO));
        HINTERNET request = request(proxyText(), true, "bob");

        assertThat(send(request)).isZero();

        assertThat(status(request)).isEqualTo(200);
        List<RecordedRequest> seen = proxy.requests();
        assertThat(seen).hasSize(3);
        String expected =
                "Basic " + Base64.getEncoder().encodeToString(("bob:" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
        assertThat(seen.get(1).header("Proxy-Authorization")).isEqualTo(expected);
        assertThat(seen.get(2).hasHeader("Proxy-Authorization")).isFalse();
        assertThat(seen.get(2).requestLine()).isEqualTo("GET /page HTTP/1.1");
    }

    /** The answer goes over another connection then, and is the last word. */
    @ParameterizedTest
    @Rule({"R-AUTH-4", "R-AUTH-11"})
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic realm=\"p\" | Connection",
                "Basic realm=\"p\" | Proxy-Connection",
                "Digest realm=\"p\", nonce=\"n\", qop=\"auth\" | Connection"
            })
    void httpSendRequest_whenTheProxyAsksAndClosesTheConnection_logsOnOverAnother(String challenge, String header)
            throws Exception {
        String asks = "HTTP/1.1 407 Who\r\nProxy-Authenticate: " + challenge + "\r\n" + header
                + ": close\r\nContent-Length: 4\r\n\r\nwho?";
        proxy.onConnection(Script.script().awaitRequest().send(asks).close());
        proxy.onConnection(Script.script()
                .awaitRequest()
                .send(OPEN)
                .startTls(TestCertificates.good().context())
                .respond(HELLO));
        HINTERNET request = request(proxyText(), true, "bob");

        assertThat(send(request)).isZero();

        assertThat(status(request)).isEqualTo(200);
        List<RecordedRequest> seen = proxy.requests();
        assertThat(seen).hasSize(3);
        assertThat(seen.get(0).hasHeader("Proxy-Authorization")).isFalse();
        assertThat(seen.get(1).requestLine()).isEqualTo("CONNECT localhost:443 HTTP/1.1");
        assertThat(seen.get(1).header("Proxy-Authorization")).startsWith(challenge.substring(0, 5));
        assertThat(seen.get(2).hasHeader("Proxy-Authorization")).isFalse();
    }

    /** Nobody reads what a proxy says beside the challenge: that it ends too early is no failure. */
    @Test
    @Rule({"R-AUTH-4", "R-PROJ-HTTP-5"})
    void httpSendRequest_whenTheProxyAsksAndClosesWithinTheBody_logsOnOverAnother() throws Exception {
        String asks = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n4\r\nwh";
        proxy.onConnection(Script.script().awaitRequest().send(asks).close());
        proxy.onConnection(Script.script()
                .awaitRequest()
                .send(OPEN)
                .startTls(TestCertificates.good().context())
                .respond(HELLO));
        HINTERNET request = request(proxyText(), true, "bob");

        assertThat(send(request)).isZero();

        assertThat(status(request)).isEqualTo(200);
    }

    /** A wrong password ends with the refusal, however the proxy treats its connections. */
    @Test
    @Rule({"R-AUTH-3", "R-AUTH-11"})
    void httpSendRequest_whenTheProxyClosesAfterEachRefusal_endsWith407() {
        proxy.handleAll(recorded -> Script.script()
                .send("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nConnection: close\r\n"
                        + "Content-Length: 4\r\n\r\nwho?")
                .close());
        HINTERNET request = request(proxyText(), true, "bob");

        assertThat(send(request)).isZero();

        assertThat(status(request)).isEqualTo(407);
        assertThat(proxy.requests()).hasSize(2);
        assertThat(proxy.connectionCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @Rule({"R-PROJ-PROXY-1", "R-PROXY-40"})
    @ValueSource(
            strings = {
                "127.0.0.1:1\r\nEvil:x",
                "b?\r\nEvil:x",
                "http=b?\nEvil:x",
                "b?:80\r\n\r\nGET?/\r\nHTTP/1.1",
                "us:er@a:80",
                "a/../b"
            })
    void proxyString_withMoreThanHostAndPort_reachesNoHeader(String servers) {
        int error = send(request(servers, false, null));

        assertThat(error).isIn(12029, 12033);
        assertThat(proxy.connectionCount()).isZero();
    }

    @ParameterizedTest
    @Rule("R-PROJ-PROXY-1")
    @CsvSource(
            delimiter = '|',
            value = {
                "Basic realm=\"p\"",
                "Digest realm=\"p\", nonce=\"n\"",
                "Digest realm=\"p\\\", Evil=\\\"\", nonce=\"n\", opaque=\"x\\\", Evil: \\\"\""
            })
    void namesAndRealms_withWhatWouldBreakAHeader_staySingleLines(String challenge) {
        proxy.handleAll(recorded -> Script.script().send(String.format(Locale.ROOT, ASKS, challenge)));
        HINTERNET request = request(proxyText(), false, "bob\r\nEvil: 1\r\n\r\nGET /evil HTTP/1.1");

        assertThat(send(request)).isZero();

        assertThat(status(request)).isEqualTo(407);
        assertThat(proxy.requests()).allSatisfy(each -> {
            assertThat(each.hasHeader("Evil")).isFalse();
            assertThat(each.target()).doesNotContain("evil");
        });
    }
}
