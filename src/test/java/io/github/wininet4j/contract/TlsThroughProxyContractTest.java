package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.OpensslServer;
import io.github.wininet4j.testing.OpensslServer.Clients;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.peers.SquidProxy;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with servers, directly and through a proxy: certificates of the client, and sessions that go on. */
@ContractTest
final class TlsThroughProxyContractTest {
    private final BackEndUnderTest backEnd;
    private final List<String> asked = new ArrayList<>();

    TlsThroughProxyContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    /** A user who has one certificate, or none. */
    private Prompter user(@Nullable CERT_CONTEXT certificate) {
        return new Prompter() {
            @Override
            public @Nullable Login askLogin(boolean proxy, String host, String realm) {
                return null;
            }

            @Override
            public boolean confirm(int error, String host) {
                return false;
            }

            @Override
            public @Nullable CERT_CONTEXT chooseCertificate(String host) {
                asked.add(host);
                return certificate;
            }
        };
    }

    private BackEnd api(@Nullable CERT_CONTEXT certificate) {
        return backEnd.open(
                config -> config.withTrustStore(TestCertificates.trustStore()).withPrompter(user(certificate)));
    }

    private static CERT_CONTEXT context(TestCertificate certificate) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = certificate.chain();
        context.privateKey = certificate.key();
        return context;
    }

    private OpensslServer server(Clients clients, String protocol) {
        return backEnd.closeAfterTest(OpensslServer.start(TestCertificates.good(), clients, protocol));
    }

    private static HINTERNET request(BackEnd api, @Nullable String proxy, int port) {
        HINTERNET session = proxy == null
                ? api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0)
                : api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy, "<-loopback>", 0);
        HINTERNET connect =
                api.InternetConnect(session, "localhost", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request =
                api.HttpOpenRequest(connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_SECURE, 2);
        assertThat(request).isNotNull();
        return request;
    }

    private static int send(BackEnd api, HINTERNET request) {
        return api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
    }

    private static String text(BackEnd api, HINTERNET request) {
        ByteBuffer buffer = ByteBuffer.allocate(8_192);
        StringBuilder text = new StringBuilder();
        DwordRef count = new DwordRef(1);
        while (count.value > 0) {
            assertThat(api.InternetReadFile(request, buffer.clear(), buffer.capacity(), count))
                    .isTrue();
            text.append(new String(buffer.array(), 0, count.value, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule({"R-TLS-13", "R-DLG-4", "R-DLG-9", "R-OPTN-84", "R-ERRN-12044"})
    void certificate_askedForByAServerBehindAProxy_isTheUsersChoice(String protocol) {
        SquidProxy squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        BackEnd api = api(context(TestCertificates.client()));
        OpensslServer server = server(Clients.MUST_SHOW_A_CERTIFICATE, protocol);
        HINTERNET request = request(api, squid.proxy(), server.port());
        assertThat(send(api, request)).isEqualTo(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);

        assertThat(api.InternetErrorDlg(0, request, WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED, 0, null))
                .isEqualTo(Win32Error.ERROR_SUCCESS);

        assertThat(asked).containsExactly("localhost");
        assertThat(send(api, request)).isZero();
        assertThat(text(api, request)).containsPattern("Subject: .*CN ?= ?a client");
        assertThat(squid.logs()).contains("CONNECT localhost:" + server.port());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Rule({"R-DLG-11", "R-TLS-13", "R-TLS-14"})
    void certificate_thatNobodyChooses_isNotShown_andTheNextSendGoesOnWithout(boolean silent) {
        BackEnd api = api(null);
        OpensslServer strict = server(Clients.MUST_SHOW_A_CERTIFICATE, "-tls1_2");
        HINTERNET request = request(api, null, strict.port());
        assertThat(send(api, request)).isEqualTo(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);

        assertThat(api.InternetErrorDlg(
                        0,
                        request,
                        WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED,
                        silent ? DialogFlag.FLAGS_ERROR_UI_FLAGS_NO_UI : 0,
                        null))
                .isEqualTo(Win32Error.ERROR_SUCCESS);

        assertThat(asked).hasSize(silent ? 0 : 1);
        // It is the server's turn to refuse now.
        assertThat(send(api, request)).isEqualTo(WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    @Rule("R-PROJ-TLS-6")
    void session_ofAnEarlierConnection_goesOn_directlyAndThroughAProxy(String protocol) {
        SquidProxy squid = backEnd.closeAfterTest(SquidProxy.start(SquidProxy.Scheme.NONE));
        for (String proxy : new String[] {null, squid.proxy()}) {
            BackEnd api = api(null);
            OpensslServer server = server(Clients.MAY_SHOW_A_CERTIFICATE, protocol);
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                HINTERNET request = request(api, proxy, server.port());
                // The page closes its connection.
                assertThat(send(api, request)).isZero();
                text(api, request)
                        .lines()
                        .filter(line -> line.matches("(New|Reused), .*"))
                        .forEach(seen::add);
            }
            assertThat(seen).hasSize(3);
            assertThat(seen.get(0)).startsWith("New, ");
            assertThat(seen.get(1)).startsWith("Reused, ");
            assertThat(seen.get(2)).startsWith("Reused, ");
        }
    }

    @Test
    @Rule({"R-PROXY-34", "R-PROJ-TLS-7"})
    void proxy_namedWithHttps_isSpokenToWithoutTls() {
        ScriptedHttpServer proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
        proxy.onConnection(Script.script()
                .awaitRequest()
                .send("HTTP/1.1 200 OK\r\n\r\n")
                .startTls(TestCertificates.good().context())
                .respond("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        BackEnd api = api(null);
        HINTERNET request = request(api, "https=https://127.0.0.1:" + proxy.port(), 443);

        assertThat(send(api, request)).isZero();

        assertThat(text(api, request)).isEqualTo("hello");
        assertThat(proxy.requests().get(0).requestLine()).isEqualTo("CONNECT localhost:443 HTTP/1.1");
    }

    @Test
    @Rule({"R-AUTH-3", "R-PROXY-40", "R-ASYNC-1"})
    void answerOfAProxyToConnect_isAResponseWithABody() {
        for (int status : new int[] {407, 403, 502}) {
            ScriptedHttpServer proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
            proxy.handleAll(each -> Script.script()
                    .send("HTTP/1.1 " + status + " No\r\nProxy-Authenticate: Other x\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n6\r\nno way\r\n0\r\n\r\n"));
            BackEnd api = api(null);
            HINTERNET request = request(api, "127.0.0.1:" + proxy.port(), 443);

            assertThat(send(api, request)).as("%d", status).isZero();

            assertThat(text(api, request)).isEqualTo("no way");
            assertThat(api.InternetQueryOption(
                            request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(), new DwordRef(4)))
                    .isTrue();
        }
    }
}
