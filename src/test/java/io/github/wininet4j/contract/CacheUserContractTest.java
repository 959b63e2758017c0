package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.HINTERNET;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the URL cache keeps for one user or one caller is no answer for another. */
@ContractTest
final class CacheUserContractTest {
    private static final String FRESH = "Cache-Control: max-age=60\r\n";
    private static final String NOBODY = "401";

    private final BackEndUnderTest backEnd;
    private final ScriptedHttpServer server;
    private final CachePlace place;

    CacheUserContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.place = CachePlace.at(backEnd.temporaryFolder().resolve("cache"));
        this.server = backEnd.closeAfterTest(ScriptedHttpServer.start());
    }

    private BackEnd open() {
        return backEnd.open(
                config -> config.withTrustStore(TestCertificates.trustStore()).withCache(place));
    }

    private Conversation sync(BackEnd api) {
        return Conversation.sync(api, backEnd.statusLog(), server);
    }

    private static String response(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Tells everybody who he is. */
    private static Script greet(RecordedRequest request) {
        List<String> said = request.values("Authorization");
        if (said.isEmpty()) {
            return Script.script()
                    .send("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 3\r\n\r\n"
                            + NOBODY);
        }
        String user = said.get(0).replace("Basic ", "");
        return Script.script().send(response(FRESH, user));
    }

    private static String encoded(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.US_ASCII));
    }

    /** What a request of a user gets; each has an engine of its own, so that none speaks for another. */
    private String get(BackEnd api, String user, String password) {
        Conversation client = sync(api);
        HINTERNET connect = api.InternetConnect(
                client.session(),
                server.host(),
                server.port(),
                user,
                password,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                0);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/a", null, null, null, 0, 0);
        assertThat(client.send(request)).isZero();
        return client.readText(request);
    }

    private static String get(Conversation client, String target, int flags, String headers, String body) {
        HINTERNET request = client.openRequest("GET", target, flags);
        assertThat(client.send(request, headers, body.getBytes(StandardCharsets.US_ASCII)))
                .isZero();
        return client.readText(request);
    }

    @Test
    @Rule("R-PROJ-CACHE-6")
    void responseToAUser_answersThatUserAlone() {
        server.handleAll(CacheUserContractTest::greet);
        BackEnd first = open();
        assertThat(get(first, "alice", "a")).isEqualTo(encoded("alice", "a"));
        int sent = server.requests().size();
        assertThat(get(first, "alice", "a")).isEqualTo(encoded("alice", "a"));
        assertThat(server.requests()).hasSize(sent);

        assertThat(get(open(), null, null)).isEqualTo(NOBODY);
        assertThat(get(open(), "alice", "b")).isEqualTo(encoded("alice", "b"));
        assertThat(get(open(), "bob", "a")).isEqualTo(encoded("bob", "a"));
        assertThat(get(first, "alice", "a")).isEqualTo(encoded("alice", "a"));
    }

    @Test
    @Rule({"R-PROJ-CACHE-6", "R-AUTH-5"})
    void responseToAnAuthorizationHeader_answersRequestsWithThatHeaderAlone() {
        server.handleAll(CacheUserContractTest::greet);
        Conversation client = sync(open());
        int flags = InternetFlag.INTERNET_FLAG_NO_AUTH;

        assertThat(get(client, "/a", flags, "Authorization: one\r\n", "")).isEqualTo("one");
        assertThat(get(client, "/a", flags, "Authorization: one\r\n", "")).isEqualTo("one");
        assertThat(server.requests()).hasSize(1);

        assertThat(get(client, "/a", flags, "Authorization: two\r\n", "")).isEqualTo("two");
        assertThat(get(client, "/a", flags, "", "")).isEqualTo(NOBODY);
    }

    @Test
    @Rule("R-PROJ-CACHE-6")
    void fromCache_givesNobodyWhatAUserGot() {
        server.handleAll(CacheUserContractTest::greet);
        BackEnd api = open();
        Conversation client = sync(api);
        get(client, "/a", InternetFlag.INTERNET_FLAG_NO_AUTH, "Authorization: one\r\n", "");

        HINTERNET request = client.openRequest("GET", "/a", InternetFlag.INTERNET_FLAG_FROM_CACHE);

        assertThat(client.send(request)).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    @Test
    @Rule("R-PROJ-CACHE-6")
    void responseToNobody_answersEverybody() {
        server.handle("/a", response(FRESH, "hello"));
        assertThat(get(open(), null, null)).isEqualTo("hello");

        assertThat(get(open(), "alice", "a")).isEqualTo("hello");

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule("R-PROJ-CACHE-8")
    void requestWithABody_passesByTheCache() {
        server.handleAll(request -> Script.script().send(response(FRESH, "to " + request.bodyText())));
        Conversation client = sync(open());

        assertThat(get(client, "/a", 0, "", "one")).isEqualTo("to one");
        assertThat(get(client, "/a", 0, "", "two")).isEqualTo("to two");
        assertThat(get(client, "/a", 0, "", "")).isEqualTo("to ");
        assertThat(get(client, "/a", 0, "", "one")).isEqualTo("to one");
        assertThat(get(client, "/a", 0, "", "")).isEqualTo("to ");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    @Rule("R-PROJ-CACHE-8")
    void requestToAnotherHostByHeader_passesByTheCache() {
        server.handleAll(request -> Script.script().send(response(FRESH, "of " + request.header("Host"))));
        Conversation client = sync(open());
        String own = "of " + server.host() + ":" + server.port();

        assertThat(get(client, "/a", 0, "Host: evil.example\r\n", "")).isEqualTo("of evil.example");
        assertThat(get(client, "/a", 0, "", "")).isEqualTo(own);
        assertThat(get(client, "/a", 0, "Host: other.example\r\n", "")).isEqualTo("of other.example");
        assertThat(get(client, "/a", 0, "", "")).isEqualTo(own);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    @Rule("R-PROJ-CACHE-7")
    void responseFromAServerWithAFaultyCertificate_isNotKept() {
        ScriptedHttpServer other = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(TestCertificates.wrongName().context()));
        other.handle("/a", response(FRESH, "hello"));
        other.handle("/moved", "HTTP/1.1 301 Moved\r\n" + FRESH + "Location: /a\r\nContent-Length: 0\r\n\r\n");
        Conversation client = Conversation.with(
                open(), backEnd.statusLog(), "localhost", other.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);
        int lenient = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
        assertThat(get(client, "/moved", lenient, "", "")).isEqualTo("hello");

        for (String target : List.of("/a", "/moved")) {
            HINTERNET request = client.openRequest("GET", target, InternetFlag.INTERNET_FLAG_FROM_CACHE);
            assertThat(client.send(request)).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        assertThat(get(client, "/a", lenient, "", "")).isEqualTo("hello");
        assertThat(other.requests()).hasSize(3);
    }

    @Test
    @Rule("R-PROJ-CACHE-6")
    void responseToAClientCertificate_answersRequestsWithItAlone() {
        ScriptedHttpServer asking = backEnd.closeAfterTest(ScriptedHttpServer.startTlsAskingForCertificate(
                TestCertificates.good().context()));
        asking.handle("/a", response(FRESH, "hello"));
        BackEnd api = open();
        Conversation client = Conversation.with(
                api, backEnd.statusLog(), "localhost", asking.port(), 0, InternetFlag.INTERNET_FLAG_SECURE);

        for (int expected = 1; expected <= 2; expected++) {
            HINTERNET request = client.openRequest("GET", "/a", InternetFlag.INTERNET_FLAG_SECURE);
            CERT_CONTEXT shown = shown(expected == 1 ? TestCertificates.client() : TestCertificates.rsaClient());
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_CLIENT_CERT_CONTEXT, shown, shown.sizeof()))
                    .isTrue();
            assertThat(client.send(request)).isZero();
            assertThat(client.readText(request)).isEqualTo("hello");
            assertThat(asking.requests()).hasSize(expected);
        }
    }

    private static CERT_CONTEXT shown(TestCertificate certificate) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        context.certificates = certificate.chain();
        context.privateKey = certificate.key();
        return context;
    }
}
