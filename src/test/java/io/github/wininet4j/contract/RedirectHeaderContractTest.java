package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.HINTERNET;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which headers of the program go along with a redirect: header by target by status by verb. */
@ContractTest
final class RedirectHeaderContractTest {
    private static final String HOST = "a.test";
    private static final List<String> CREDENTIALS = List.of("Authorization", "Cookie");
    private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Language");
    private static final List<String> OTHERS = List.of("X-Custom", "Accept-Language", "Referer", "If-None-Match");

    private final BackEndUnderTest backEnd;
    private final StatusLog log;
    private final BackEnd api;
    private final ScriptedHttpServer server = started(ScriptedHttpServer.start());

    RedirectHeaderContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.log = backEnd.statusLog();
        backEnd.closeAfterTest(server);
        this.api = backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore())
                .withResolver(host -> List.of(InetAddress.getByName("127.0.0.1"))));
    }

    private static ScriptedHttpServer started(ScriptedHttpServer server) {
        return server.handleAll(request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    }

    /** Where the redirect leads, seen from http://a.test. */
    private enum Target {
        SAME_ORIGIN(true),
        OTHER_HOST(false),
        OTHER_PORT(false),
        SUB_DOMAIN(false),
        HTTPS_TO_HTTP(false);

        final boolean keepsCredentials;

        Target(boolean keepsCredentials) {
            this.keepsCredentials = keepsCredentials;
        }
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    @Rule({"R-REDIR-15", "R-PROJ-REDIR-1", "R-REDIR-4", "R-REDIR-5"})
    void headersOfTheProgram_goWhereTheyBelong(Target target) {
        ScriptedHttpServer first = target == Target.HTTPS_TO_HTTP
                ? backEnd.closeAfterTest(started(ScriptedHttpServer.startTls(
                        TestCertificates.forNames(HOST).context())))
                : server;
        ScriptedHttpServer last =
                target == Target.OTHER_PORT ? backEnd.closeAfterTest(started(ScriptedHttpServer.start())) : server;
        String host = switch (target) {
            case OTHER_HOST -> "b.test";
            case SUB_DOMAIN -> "sub." + HOST;
            default -> HOST;
        };
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            String path = "/" + status;
            first.handle(
                    path,
                    "HTTP/1.1 " + status + " Moved\r\nContent-Length: 0\r\nLocation: http://" + host + ":" + last.port()
                            + "/end\r\n\r\n");
            for (String verb : new String[] {"GET", "POST"}) {
                RecordedRequest sent = follow(first, last, path, verb);
                String cell = target + " " + status + " " + verb;
                boolean keepsBody = verb.equals("POST") && status >= 307;
                assertThat(sent.method()).as(cell).isEqualTo(keepsBody ? "POST" : "GET");
                assertThat(sent.headerNames()).as(cell).containsAll(OTHERS);
                for (String name : CREDENTIALS) {
                    assertThat(sent.hasHeader(name)).as(cell + " " + name).isEqualTo(target.keepsCredentials);
                }
                assertThat(sent.hasHeader("Proxy-Authorization")).as(cell).isFalse();
                for (String name : OF_THE_BODY) {
                    assertThat(sent.hasHeader(name)).as(cell + " " + name).isEqualTo(keepsBody || verb.equals("GET"));
                }
            }
        }
    }

    private RecordedRequest follow(ScriptedHttpServer first, ScriptedHttpServer last, String path, String verb) {
        boolean secure = first != server;
        int flags = secure ? InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP : 0;
        Conversation client = Conversation.with(api, log, HOST, first.port(), 0, 0);
        HINTERNET request = client.openRequest(verb, path, flags);
        StringBuilder headers = new StringBuilder("Proxy-Authorization: a-value\r\n");
        for (List<String> names : List.of(CREDENTIALS, OF_THE_BODY, OTHERS)) {
            names.forEach(name -> headers.append(name).append(": a-value\r\n"));
        }
        byte[] body = verb.equals("POST") ? "data".getBytes(StandardCharsets.US_ASCII) : new byte[0];
        assertThat(client.send(request, headers.toString(), body)).as(path).isZero();
        client.readAll(request);
        RecordedRequest sent = first.takeRequest();
        CREDENTIALS.forEach(
                name -> assertThat(sent.hasHeader(name)).as("first " + name).isTrue());
        return last.takeRequest();
    }
}
