package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.OpensslServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

/** TLS: certificate problems with their codes, ignoring them, and what is reported about a secure connection. */
@ContractTest
final class TlsContractTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final BackEndUnderTest backEnd;
    private final StatusLog log;

    TlsContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
    }

    private BackEnd trusting() {
        return backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore()));
    }

    private ScriptedHttpServer serving(TestCertificate certificate) {
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.startTls(certificate.context()));
        server.handleAll(request -> Script.script().send(HELLO));
        return server;
    }

    private Conversation client(BackEnd api, ScriptedHttpServer server) {
        return Conversation.with(api, log, "localhost", server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
    }

    @Test
    @Rule({"R-TLS-1", "R-TLS-5", "R-TLS-11", "R-CONN-9", "R-REDIR-17", "R-OPTN-31", "R-OPTN-32", "R-OPTN-36", "R-FLAG-9"
    })
    void goodCertificate_isAccepted_andDescribed() {
        BackEnd api = trusting();
        Conversation client = client(api, serving(TestCertificates.good()));

        HINTERNET request = client.get("/");

        assertThat(client.readText(request)).isEqualTo("hello");
        DwordRef flags = new DwordRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, flags, new DwordRef(4)))
                .isTrue();
        assertThat(flags.value & SecurityFlag.SECURITY_FLAG_SECURE).isNotZero();
        assertThat(flags.value & SecurityFlag.SECURITY_FLAG_STRENGTH_STRONG).isNotZero();
        DwordRef bits = new DwordRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_KEY_BITNESS, bits, new DwordRef(4)))
                .isTrue();
        assertThat(bits.value).isGreaterThanOrEqualTo(128);
        INTERNET_CERTIFICATE_INFO info = new INTERNET_CERTIFICATE_INFO();
        assertThat(api.InternetQueryOption(
                        request,
                        InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT,
                        info,
                        new DwordRef(info.sizeof())))
                .isTrue();
        assertThat(info.lpszSubjectInfo).isNotBlank();
        assertThat(info.lpszIssuerInfo).isNotBlank();
        assertThat(info.ftExpiry.steps()).isGreaterThan(info.ftStart.steps());
    }

    @Test
    @Rule("R-PROJ-TLS-4")
    void internetGetSecurityInfoByURL_tellsOfTheLastHandshake() {
        BackEnd api = trusting();
        ScriptedHttpServer good = serving(TestCertificates.good());
        ScriptedHttpServer bad = serving(TestCertificates.expired());
        AnsiWinInet ansi = AnsiWinInet.over(api, StandardCharsets.US_ASCII);
        CERT_CHAIN_CONTEXT chain = new CERT_CHAIN_CONTEXT();
        DwordRef flags = new DwordRef();
        String url = "https://localhost:" + good.port() + "/x";
        assertThat(api.InternetGetSecurityInfoByURL(url, chain, flags)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_FOUND);
        Conversation client = client(api, good);
        assertThat(client.readText(client.get("/"))).isEqualTo("hello");
        Conversation refused = client(api, bad);
        assertThat(refused.send(refused.openRequest("/"))).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);

        assertThat(api.InternetGetSecurityInfoByURL(url, chain, flags)).isTrue();

        assertThat(chain.certificates.get(0)).isEqualTo(TestCertificates.good().certificate());
        assertThat(flags.value & SecurityFlag.SECURITY_FLAG_SECURE).isNotZero();
        byte[] badUrl = ("https://localhost:" + bad.port() + "\0").getBytes(StandardCharsets.US_ASCII);
        assertThat(ansi.InternetGetSecurityInfoByURLA(badUrl, chain, flags)).isTrue();
        assertThat(chain.certificates.get(0))
                .isEqualTo(TestCertificates.expired().certificate());
        assertThat(api.InternetGetSecurityInfoByURL("http://localhost/", chain, flags))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        assertThat(api.InternetGetSecurityInfoByURL(null, chain, flags)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-TLS-2", "R-ERRN-12037", "R-ERRN-12038", "R-ERRN-12045"})
    void certificateProblems_haveTheirCodes() {
        expect(TestCertificates.expired(), WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);
        expect(TestCertificates.notYetValid(), WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);
        expect(TestCertificates.wrongName(), WinInetError.ERROR_INTERNET_SEC_CERT_CN_INVALID);
        expect(TestCertificates.selfSigned(), WinInetError.ERROR_INTERNET_INVALID_CA);
        expect(TestCertificates.unknownAuthority(), WinInetError.ERROR_INTERNET_INVALID_CA);
    }

    private void expect(TestCertificate certificate, int error) {
        Conversation client = Conversation.with(
                trusting(),
                backEnd.statusLog(),
                "localhost",
                serving(certificate).port(),
                0,
                InternetFlag.INTERNET_FLAG_SECURE);
        assertThat(client.send(client.openRequest("/"))).isEqualTo(error);
    }

    @Test
    @Rule({"R-PROJ-TLS-1", "R-ERRN-12038"})
    void wildcardForARegistrysDomain_isAWrongName() {
        for (String name : List.of("*.com", "*.co.uk", "*")) {
            ScriptedHttpServer server = serving(TestCertificates.forNames(name));
            BackEnd api = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore())
                    .withResolver(host -> List.of(server.address())));
            String host = name.equals("*.co.uk") ? "shop.co.uk" : "shop.com";
            Conversation client = Conversation.with(
                    api, backEnd.statusLog(), host, server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);

            assertThat(client.send(client.openRequest("/")))
                    .as(name)
                    .isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_CN_INVALID);
        }
    }

    @Test
    @Rule({"R-TLS-3", "R-FLAG-19", "R-FLAG-20"})
    void openFlags_ignoreDateAndName() {
        BackEnd api = trusting();
        Conversation dates = client(api, serving(TestCertificates.expired()));
        int flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_CERT_DATE_INVALID;
        assertThat(dates.send(dates.openRequest("GET", "/", flags))).isZero();

        Conversation names = client(api, serving(TestCertificates.wrongName()));
        flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
        assertThat(names.send(names.openRequest("GET", "/", flags))).isZero();
    }

    @Test
    @Rule({"R-TLS-4", "R-TLS-6", "R-TLS-7", "R-TLS-8", "R-TLS-9"})
    void unknownAuthority_canBeIgnoredOnTheSameHandle_andIsRememberedForTheServer() {
        BackEnd api = trusting();
        Conversation client = client(api, serving(TestCertificates.selfSigned()));
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_CA);

        DwordRef flags = new DwordRef();
        api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, flags, new DwordRef(4));
        DwordRef ignore = new DwordRef(
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, ignore, 4))
                .isTrue();
        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");

        assertThat(client.send(client.openRequest("/again"))).isZero();
    }

    @Test
    @Rule({"R-TLS-9", "R-TLS-3"})
    void openFlags_ofOneRequest_serveNoOther() {
        BackEnd api = trusting();
        Conversation dates = client(api, serving(TestCertificates.expired()));
        int flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_CERT_DATE_INVALID;
        HINTERNET first = dates.openRequest("GET", "/1", flags);
        assertThat(dates.send(first)).isZero();
        assertThat(dates.readText(first)).isEqualTo("hello");
        assertThat(dates.send(dates.openRequest("/2"))).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);

        Conversation names = client(api, serving(TestCertificates.wrongName()));
        flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
        first = names.openRequest("GET", "/1", flags);
        assertThat(names.send(first)).isZero();
        assertThat(names.readText(first)).isEqualTo("hello");
        assertThat(names.send(names.openRequest("/2"))).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_CN_INVALID);
    }

    private void ignoreBlindly(BackEnd api, HINTERNET request, int flags) {
        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(flags), 4))
                .isTrue();
    }

    private static int securityFlags(BackEnd api, HINTERNET request) {
        DwordRef flags = new DwordRef();
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, flags, new DwordRef(4)))
                .isTrue();
        return flags.value;
    }

    @Test
    @Rule({"R-TLS-9", "R-TLS-23"})
    void flagsThatAreSetBlindly_serveOneRequestAlone() {
        BackEnd api = trusting();
        ScriptedHttpServer server = serving(TestCertificates.selfSigned());
        Conversation client = client(api, server);
        HINTERNET blind = client.openRequest("/1");
        ignoreBlindly(api, blind, 0x1180);
        assertThat(client.send(blind)).isZero();
        assertThat(client.readText(blind)).isEqualTo("hello");
        assertThat(securityFlags(api, blind)).isEqualTo(0x2000_1181);

        assertThat(client.send(client.openRequest("/2"))).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_CA);
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0))
                .isTrue();
        Conversation other = client(api, server);
        HINTERNET combined = other.openRequest("/3");
        assertThat(api.InternetSetOption(combined, InternetOption.INTERNET_OPTION_ERROR_MASK, new DwordRef(2), 4))
                .isTrue();
        assertThat(other.send(combined)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS);
    }

    @Test
    @Rule({"R-TLS-9", "R-TLS-8"})
    void acceptanceAfterAnError_isRememberedForThatErrorAlone() {
        BackEnd api = trusting();
        ScriptedHttpServer untrusted = serving(TestCertificates.selfSigned());
        Conversation client = client(api, untrusted);
        HINTERNET request = client.openRequest("/1");
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_CA);
        ignoreBlindly(api, request, 0x3180);
        assertThat(client.send(request)).isZero();
        assertThat(securityFlags(api, request) & 0x0100_0000).isNotZero();

        // The same host with another certificate: its date was never reported.
        Conversation expired = client(api, serving(TestCertificates.expired()));
        assertThat(expired.send(expired.openRequest("/2")))
                .isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID);
        Conversation again = client(api, untrusted);
        assertThat(again.send(again.openRequest("/3"))).isZero();
    }

    @Test
    @Rule({"R-TLS-10", "R-ERRN-12055", "R-OPTN-62"})
    void combinedErrorMask_givesOneCodeForAll() {
        BackEnd api = trusting();
        Conversation client = client(api, serving(TestCertificates.expired()));
        HINTERNET request = client.openRequest("/");
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_ERROR_MASK, new DwordRef(2), 4))
                .isTrue();

        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS);
    }

    @Test
    @Rule({"R-TLS-12", "R-OPTN-32"})
    void certificate_beforeTheHandshake_cannotBeAskedFor() {
        BackEnd api = trusting();
        Conversation client = client(api, serving(TestCertificates.good()));
        HINTERNET request = client.openRequest("/");
        INTERNET_CERTIFICATE_INFO info = new INTERNET_CERTIFICATE_INFO();

        assertThat(api.InternetQueryOption(
                        request,
                        InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT,
                        info,
                        new DwordRef(info.sizeof())))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
    }

    @Test
    @Rule({"R-TLS-24", "R-OPTN-32"})
    void partOfANameWithAComma_standsInQuotes() {
        BackEnd api = trusting();
        Conversation client =
                client(api, serving(TestCertificates.selfSignedFor("CN=localhost, O=\"Tests, Inc.\", L=Plain")));
        HINTERNET request = client.openRequest("/");
        ignoreBlindly(api, request, SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA);
        assertThat(client.send(request)).isZero();
        INTERNET_CERTIFICATE_INFO info = new INTERNET_CERTIFICATE_INFO();

        assertThat(api.InternetQueryOption(
                        request,
                        InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT,
                        info,
                        new DwordRef(info.sizeof())))
                .isTrue();

        assertThat(info.lpszSubjectInfo).contains("\"Tests, Inc.\"", "Plain").doesNotContain("\"Plain");
        assertThat(info.lpszIssuerInfo).isEqualTo(info.lpszSubjectInfo);
    }

    @Test
    @Rule({"R-TLS-15", "R-TLS-16", "R-FLAG-17", "R-FLAG-18", "R-ERRN-12040", "R-OPEN-Q-5"})
    void redirectsBetweenSecureAndInsecure_followTheFlags() {
        BackEnd api = trusting();
        ScriptedHttpServer plain = backEnd.closeAfterTest(ScriptedHttpServer.start());
        plain.handle("/end", HELLO);
        ScriptedHttpServer secure = serving(TestCertificates.good());
        secure.handle(
                "/down", "HTTP/1.1 302 Found\r\nLocation: " + plain.url("/end") + "\r\nContent-Length: 0\r\n\r\n");
        Conversation client = client(api, secure);
        assertThat(client.send(client.openRequest("/down")))
                .isEqualTo(WinInetError.ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR);
        HINTERNET allowed = client.openRequest("GET", "/down", InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP);
        assertThat(client.send(allowed)).isZero();

        plain.handle(
                "/up",
                "HTTP/1.1 302 Found\r\nLocation: https://localhost:" + secure.port()
                        + "/x\r\nContent-Length: 0\r\n\r\n");
        Conversation up = Conversation.with(api, log, plain.host(), plain.port(), 0, 0);
        assertThat(up.send(up.openRequest("/up"))).isZero();
    }

    @Test
    @Rule({"R-TLS-13", "R-TLS-14", "R-ERRN-12044", "R-OPTN-84"})
    void serverThatDemandsACertificate_isAskedAgainWithOne() {
        BackEnd api = trusting();
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.startTlsDemandingCertificate(
                TestCertificates.good().context()));
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = client(api, server);
        HINTERNET request = client.openRequest("/");
        assertThat(client.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);
        CERT_CONTEXT chosen = new CERT_CONTEXT();
        chosen.certificates = TestCertificates.client().chain();
        chosen.privateKey = TestCertificates.client().key();

        assertThat(api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, chosen, chosen.sizeof()))
                .isTrue();

        assertThat(client.send(request)).isZero();
        assertThat(client.readText(request)).isEqualTo("hello");
    }

    @Test
    @Rule({"R-TLS-14"})
    void serverThatOnlyAsksForACertificate_doesWithout() {
        BackEnd api = trusting();
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.startTlsAskingForCertificate(
                TestCertificates.good().context()));
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = client(api, server);

        assertThat(client.readText(client.get("/"))).isEqualTo("hello");
    }

    @Test
    @Rule({"R-TLS-18", "R-ERRN-12157"})
    void serverWithOldProtocolsOnly_isRefused() throws IOException {
        SSLServerSocket old = (SSLServerSocket) TestCertificates.good()
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        backEnd.closeAfterTest(old);
        old.setEnabledProtocols(new String[] {"TLSv1"});
        Thread server = new Thread(() -> {
            try (Socket socket = old.accept()) {
                assertThat(socket.getInputStream().read()).isNegative();
            } catch (IOException e) {
                // The client and the server find no protocol to speak.
            }
        });
        server.start();
        Conversation client = Conversation.with(
                trusting(), log, "localhost", old.getLocalPort(), 0, InternetFlag.INTERNET_FLAG_SECURE);

        assertThat(client.send(client.openRequest("/")))
                .isIn(WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR, WinInetError.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    @Rule("R-TLS-27")
    void serverThatWarnsOfAnUnknownName_isTalkedTo() {
        OpensslServer server = backEnd.closeAfterTest(OpensslServer.start(
                TestCertificates.good(),
                OpensslServer.Clients.MAY_SHOW_A_CERTIFICATE,
                "-tls1_2",
                "-servername",
                "other.test",
                "-cert2",
                "CERT",
                "-key2",
                "KEY"));
        Conversation client =
                Conversation.with(trusting(), log, "localhost", server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);

        assertThat(client.status(client.get("/"))).isEqualTo(200);
    }

    @Test
    @Rule({"R-PROJ-TLS-2", "R-TLS-18"})
    void cipherSuiteThatTheJvmForbids_isNotUsed() throws GeneralSecurityException {
        String suite = "TLS_RSA_WITH_AES_256_GCM_SHA384";
        boolean allowed = List.of(
                        SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
                .contains(suite);
        OpensslServer server = backEnd.closeAfterTest(OpensslServer.start(
                TestCertificates.rsaClient(),
                OpensslServer.Clients.MAY_SHOW_A_CERTIFICATE,
                "-tls1_2",
                "-cipher",
                "AES256-GCM-SHA384"));
        Conversation client =
                Conversation.with(trusting(), log, "localhost", server.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID);

        // Where both agree on the suite, the certificate is refused: its key is for signatures only.
        assertThat(client.send(request))
                .isEqualTo(
                        allowed
                                ? WinInetError.ERROR_INTERNET_SEC_INVALID_CERT
                                : WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR);
    }

    @Test
    @Rule({"R-TLS-20", "R-OPTN-157"})
    void strictTransportSecurity_isNotFollowedByDefault() {
        ScriptedHttpServer secure = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.good().context()));
        secure.handleAll(request -> Script.script()
                .send("HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=1000\r\nContent-Length: 0\r\n\r\n"));
        ScriptedHttpServer plain = backEnd.closeAfterTest(ScriptedHttpServer.start());
        plain.handleAll(request -> Script.script().send(HELLO));
        BackEnd api = trusting();
        assertThat(client(api, secure).get("/")).isNotNull();

        Conversation client = Conversation.with(api, log, "localhost", plain.port(), 0, 0);

        assertThat(client.readText(client.get("/"))).isEqualTo("hello");
    }

    @Test
    @Rule({"R-TLS-15", "R-ERRN-12052"})
    void submittedData_isNotSentOnInTheClear() {
        ScriptedHttpServer plain = backEnd.closeAfterTest(ScriptedHttpServer.start());
        ScriptedHttpServer secure = serving(TestCertificates.good());
        secure.handle(
                "/form", "HTTP/1.1 307 Again\r\nLocation: " + plain.url("/end") + "\r\nContent-Length: 0\r\n\r\n");
        Conversation client = client(trusting(), secure);
        HINTERNET request = client.openRequest("POST", "/form", 0);

        assertThat(client.send(request, null, new byte[] {1, 2}))
                .isEqualTo(WinInetError.ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR);

        assertThat(plain.connectionCount()).isZero();
    }

    @Test
    @Rule({"R-TLS-15", "R-TLS-16", "R-ERRN-12039", "R-FLAG-18"})
    void redirectToHttps_withTheSwitch_needsItsFlag() {
        ScriptedHttpServer secure = serving(TestCertificates.good());
        ScriptedHttpServer plain = backEnd.closeAfterTest(ScriptedHttpServer.start());
        plain.handle(
                "/up",
                "HTTP/1.1 302 Found\r\nLocation: https://localhost:" + secure.port()
                        + "/x\r\nContent-Length: 0\r\n\r\n");
        BackEnd api = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore())
                .withSwitches(CompatibilitySwitch.REDIRECT_TO_HTTPS_IS_AN_ERROR));
        Conversation client = Conversation.with(api, log, plain.host(), plain.port(), 0, 0);

        assertThat(client.send(client.openRequest("/up")))
                .isEqualTo(WinInetError.ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR);
        HINTERNET allowed = client.openRequest("GET", "/up", InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS);
        assertThat(client.send(allowed)).isZero();
    }
}
