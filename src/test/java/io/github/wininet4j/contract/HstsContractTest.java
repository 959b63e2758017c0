package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.TestClock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** HSTS: what hosts say about it, and what becomes of requests to them. */
@ContractTest
final class HstsContractTest {
    private static final int SECURE = InternetFlag.INTERNET_FLAG_SECURE;

    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final TestClock clock = TestClock.atPresent();
    private final BackEnd api;

    HstsContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        this.api = backEnd.open(
                config -> config.withTrustStore(TestCertificates.trustStore()).withClock(clock));
    }

    private ScriptedHttpServer server(TestCertificate certificate, @Nullable String header) {
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.startTls(certificate.context()));
        String said = header == null ? "" : "Strict-Transport-Security: " + header + "\r\n";
        server.handleAll(
                request -> Script.script().send("HTTP/1.1 200 OK\r\n" + said + "Content-Length: 5\r\n\r\nhello"));
        return server;
    }

    /** A client that follows HSTS. */
    private Conversation client(String host, int port, int flags) {
        Conversation client = Conversation.with(api, log, host, port, 0, flags);
        follow(client.connect(), 1);
        return client;
    }

    private void follow(HINTERNET handle, int value) {
        assertThat(api.InternetSetOption(handle, InternetOption.INTERNET_OPTION_HSTS, new DwordRef(value), 4))
                .isTrue();
    }

    private boolean isStrict(String url) {
        return isStrict(api, url);
    }

    private static boolean isStrict(BackEnd asked, String url) {
        DwordRef strict = new DwordRef(7);
        assertThat(asked.HttpIsHostHstsEnabled(url, strict)).isZero();
        assertThat(strict.value).isIn(0, 1);
        return strict.value == 1;
    }

    private String url(HINTERNET request) {
        TextBuffer url = new TextBuffer(100);
        assertThat(api.InternetQueryOption(request, InternetOption.INTERNET_OPTION_URL, url, new DwordRef(200)))
                .isTrue();
        return url.toString();
    }

    @Test
    @Rule({"R-OPTN-157", "R-TLS-20", "R-H2-13", "R-PROJ-HSTS-1", "R-PROJ-HSTS-2"})
    void hostThatSaidSo_isReachedByHttpsOnly_byRequestsThatFollow() {
        ScriptedHttpServer server = server(TestCertificates.good(), "max-age=100; includeSubDomains");
        assertThat(isStrict("http://localhost/")).isFalse();
        client("localhost", server.port(), SECURE).get("/first");
        assertThat(isStrict("http://localhost/")).isTrue();
        assertThat(isStrict("https://LOCALHOST:7/")).isTrue();

        Conversation plain = client("localhost", server.port(), 0);
        HINTERNET request = plain.get("/second?x");

        String expected = "https://localhost:" + server.port() + "/second?x";
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_REDIRECT))
                .extracting(each -> each.text())
                .containsExactly(expected);
        assertThat(plain.readText(request)).isEqualTo("hello");
        assertThat(url(request)).isEqualTo(expected);
        // Without the option it goes where it was sent, where nobody understands it.
        follow(plain.connect(), 0);
        HINTERNET third = plain.openRequest("/third");
        plain.send(third);
        assertThat(url(third)).isEqualTo("http://localhost:" + server.port() + "/third");
        assertThat(server.requests()).hasSize(2);
        clock.advance(Duration.ofSeconds(100));
        assertThat(isStrict("http://localhost/")).isFalse();
    }

    @Test
    @Rule({"R-PROJ-HSTS-2", "R-ERRX-12060"})
    void requestThatMayNotBeRedirected_fails12060_andNothingIsSent() {
        ScriptedHttpServer server = server(TestCertificates.good(), "max-age=100");
        client("localhost", server.port(), SECURE).get("/first");
        Conversation plain = client("localhost", server.port(), 0);

        HINTERNET request = plain.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT);

        assertThat(plain.send(request)).isEqualTo(WinInetError.ERROR_HTTP_HSTS_REDIRECT_REQUIRED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule({"R-PROJ-HSTS-1", "R-TLS-20"})
    void headers_thatDoNotCount_areNotFollowed() {
        for (String malformed : List.of("", "max-age", "includeSubDomains", "max-age=1; max-age=2", "max-age=-1")) {
            client("localhost", server(TestCertificates.good(), malformed).port(), SECURE)
                    .get("/");
            assertThat(isStrict("http://localhost/")).as(malformed).isFalse();
        }
        int port = server(TestCertificates.good(), "max-age=100").port();
        Conversation indifferent = Conversation.with(api, log, "localhost", port, 0, SECURE);
        indifferent.get("/");
        assertThat(isStrict("http://localhost/")).as("without the option").isFalse();
        client("127.0.0.1", port, SECURE).get("/");
        assertThat(isStrict("http://127.0.0.1/")).as("an address").isFalse();
        client("localhost", port, SECURE).get("/");
        assertThat(isStrict("http://localhost/")).isTrue();
        client("localhost", server(TestCertificates.good(), "max-age=0").port(), SECURE)
                .get("/");
        assertThat(isStrict("http://localhost/")).as("taken back").isFalse();
    }

    @Test
    @Rule({"R-PROJ-HSTS-1", "R-PROJ-HSTS-2", "R-ERRN-12045"})
    void faultsOfACertificate_teachNothing_andCannotBeIgnoredLater() {
        ScriptedHttpServer doubtful = server(TestCertificates.unknownAuthority(), "max-age=100");
        Conversation careless = client("localhost", doubtful.port(), SECURE);
        HINTERNET request = careless.openRequest("/");
        DwordRef ignored = new DwordRef(SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA);
        assertThat(api.InternetSetOption(request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, ignored, 4))
                .isTrue();
        assertThat(careless.send(request)).isZero();
        assertThat(isStrict("http://localhost/")).isFalse();

        client("localhost", server(TestCertificates.good(), "max-age=100").port(), SECURE)
                .get("/");

        assertThat(careless.send(request)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_CA);
    }

    @Test
    @Rule("R-PROJ-HSTS-1")
    void hosts_areKnownToLaterEngines_withTheSameDataDirectory() throws IOException {
        Path data = backEnd.temporaryFolder();
        UnaryOperator<WinInetConfig> sharing = config -> config.withTrustStore(TestCertificates.trustStore())
                .withClock(clock)
                .withDataDirectory(data);
        ScriptedHttpServer server = server(TestCertificates.good(), "max-age=100");
        BackEnd first = backEnd.open(sharing);
        Conversation said = Conversation.with(first, log, "localhost", server.port(), 0, SECURE);
        assertThat(first.InternetSetOption(said.connect(), InternetOption.INTERNET_OPTION_HSTS, new DwordRef(1), 4))
                .isTrue();
        said.get("/");
        first.close();

        assertThat(isStrict(backEnd.open(sharing), "http://localhost/")).isTrue();
        assertThat(isStrict("http://localhost/")).as("another directory").isFalse();
        Path other = Files.writeString(data.resolve("hsts").resolve("x.hsts"), "wininet4j hsts 1\nother.test\n9\ntrue");
        Path later = Files.writeString(data.resolve("hsts").resolve("y.hsts"), "wininet4j hsts 2\nwhat?");
        clock.advance(Duration.ofSeconds(100));
        assertThat(isStrict(backEnd.open(sharing), "http://localhost/")).isFalse();
        assertThat(other).doesNotExist();
        assertThat(data.resolve("hsts")).isDirectoryContaining(file -> file.equals(later));
        assertThat(data.resolve("hsts").toFile().list()).hasSize(1);
    }

    @Test
    @Rule("R-PROJ-HSTS-1")
    void hostThatTakesItBack_isForgottenForLaterEnginesToo() {
        Path data = backEnd.temporaryFolder();
        UnaryOperator<WinInetConfig> sharing = config -> config.withTrustStore(TestCertificates.trustStore())
                .withClock(clock)
                .withDataDirectory(data);
        BackEnd first = backEnd.open(sharing);
        for (String age : List.of("max-age=100", "max-age=0")) {
            Conversation client = Conversation.with(
                    first,
                    log,
                    "localhost",
                    server(TestCertificates.good(), age).port(),
                    0,
                    SECURE);
            assertThat(first.InternetSetOption(
                            client.connect(), InternetOption.INTERNET_OPTION_HSTS, new DwordRef(1), 4))
                    .isTrue();
            client.get("/");
            assertThat(isStrict(backEnd.open(sharing), "http://localhost/")).isEqualTo(age.equals("max-age=100"));
        }
    }

    @Test
    @Rule({"R-PROJ-HSTS-2", "R-OPTN-176", "R-ERRN-12169"})
    void strictHost_isStillAskedForStrongSignatures() {
        client("localhost", server(TestCertificates.good(), "max-age=100").port(), SECURE)
                .get("/");
        Conversation client = client(
                "localhost", server(TestCertificates.weaklySigned(), null).port(), SECURE);
        HINTERNET indifferent = client.openRequest("/");
        assertThat(client.send(indifferent)).isZero();
        HINTERNET demanding = client.openRequest("/");
        DwordRef on = new DwordRef(1);
        assertThat(api.InternetSetOption(demanding, InternetOption.INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE, on, 4))
                .isTrue();

        assertThat(client.send(demanding)).isEqualTo(WinInetError.ERROR_INTERNET_SEC_INVALID_CERT);
    }

    @Test
    @Rule({"R-PROJ-HSTS-2", "R-REDIR-1"})
    void redirectToHttp_ofAStrictHost_goesToHttps() {
        ScriptedHttpServer strict = server(TestCertificates.good(), "max-age=100");
        client("localhost", strict.port(), SECURE).get("/first");
        ScriptedHttpServer other = backEnd.closeAfterTest(ScriptedHttpServer.start());
        String target = "http://localhost:" + strict.port() + "/moved";
        other.handleAll(request ->
                Script.script().send("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n"));
        Conversation client = client("127.0.0.1", other.port(), 0);

        HINTERNET request = client.get("/");

        assertThat(client.readText(request)).isEqualTo("hello");
        assertThat(url(request)).isEqualTo(target.replace("http:", "https:"));
    }

    @Test
    @Rule({"R-H2-13", "R-ERRN-12005", "R-ERRN-12006"})
    void isHostHstsEnabled_withBadArguments_saysWhatIsWrong() {
        DwordRef strict = new DwordRef(7);

        assertThat(api.HttpIsHostHstsEnabled(null, strict)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.HttpIsHostHstsEnabled("http://a/", null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.HttpIsHostHstsEnabled("ftp://a/", strict))
                .isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        assertThat(api.HttpIsHostHstsEnabled("a.test", strict))
                .isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        assertThat(api.HttpIsHostHstsEnabled("http://a:99999/", strict))
                .isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
        assertThat(strict.value).isEqualTo(7);
    }
}
