package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Http2Fixture;
import io.github.wininet4j.testing.Http2Peer;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers of the program go along with a redirect that is met through a proxy, or over HTTP/2. */
@ContractTest
final class RedirectRouteContractTest extends Http2Fixture {
    private static final int[] STATUSES = {301, 302, 303, 307, 308};
    private static final List<String> CREDENTIALS = List.of("Authorization", "Proxy-Authorization", "Cookie");
    private static final List<String> OTHERS = List.of("X-Custom", "Accept-Language");
    private static final String HEADERS = Stream.concat(CREDENTIALS.stream(), OTHERS.stream())
            .map(name -> name + ": a-value\r\n")
            .reduce("", String::concat);

    RedirectRouteContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private static byte[] body(String verb) {
        return verb.equals("POST") ? "data".getBytes(StandardCharsets.US_ASCII) : new byte[0];
    }

    private static String verbAfter(int status, String verb) {
        return status >= 307 ? verb : "GET";
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.test/end", "http://b.test/end", "http://a.test:81/end", "http://sub.a.test/end"})
    @Rule({"R-REDIR-15", "R-PROJ-REDIR-1", "R-REDIR-4", "R-REDIR-5"})
    void headersOfTheProgram_throughAProxy_goWhereTheyBelong(String target) {
        ScriptedHttpServer proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
        proxy.handleAll(request -> Script.script()
                .send(
                        request.target().endsWith("/end")
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                : "HTTP/1.1 " + request.target().substring("http://a.test/".length())
                                        + " Moved\r\nContent-Length: 0\r\nLocation: " + target + "\r\n\r\n"));
        HINTERNET session = api.InternetOpen(
                "test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, "127.0.0.1:" + proxy.port(), "<-loopback>", 0);
        HINTERNET connect =
                api.InternetConnect(session, "a.test", 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        boolean same = target.equals("http://a.test/end");
        for (int status : STATUSES) {
            for (String verb : List.of("GET", "POST")) {
                String cell = target + " " + status + " " + verb;
                HINTERNET request = api.HttpOpenRequest(
                        connect, verb, "/" + status, null, null, null, InternetFlag.INTERNET_FLAG_RELOAD, 2);
                byte[] body = body(verb);
                assertThat(api.HttpSendRequest(request, HEADERS, HEADERS.length(), ByteBuffer.wrap(body), body.length))
                        .as(cell)
                        .isTrue();
                RecordedRequest first = proxy.takeRequest();
                RecordedRequest last = proxy.takeRequest();
                assertThat(last.target()).as(cell).isEqualTo(target);
                assertThat(last.method()).as(cell).isEqualTo(verbAfter(status, verb));
                assertThat(last.headerNames()).as(cell).containsAll(OTHERS);
                for (String name : CREDENTIALS) {
                    assertThat(first.hasHeader(name)).as(cell + " " + name).isTrue();
                    assertThat(last.hasHeader(name)).as(cell + " " + name).isEqualTo(same);
                }
            }
        }
    }

    /** A server that sends {@code /301} and the like to a place, and tells of each request as lines of fields. */
    private Http2Peer redirecting(String target, BlockingQueue<String> seen) {
        return peer(connection -> {
            connection.settings();
            while (true) {
                Http2Peer.Frame head = connection.read(Http2Peer.HEADERS);
                String fields = connection.fields(head);
                seen.add(fields);
                String path = fields.lines()
                        .filter(line -> line.startsWith(":path="))
                        .findFirst()
                        .orElseThrow()
                        .substring(":path=/".length());
                if (path.equals("end")) {
                    connection.answer(head.stream(), "");
                } else {
                    connection.head(head.stream(), true, ":status", path, "location", target);
                }
            }
        });
    }

    private static boolean has(String fields, String name) {
        return fields.lines().anyMatch(line -> line.startsWith(name.toLowerCase(Locale.ROOT) + "="));
    }

    private void send(Conversation client, int status, String verb, int flags) {
        HINTERNET request = client.openRequest(verb, "/" + status, InternetFlag.INTERNET_FLAG_RELOAD | flags);
        trust(api, request);
        assertThat(client.send(request, HEADERS, body(verb))).as(status + verb).isZero();
        client.readAll(request);
        assertThat(api.InternetCloseHandle(request)).isTrue();
    }

    private static String next(BlockingQueue<String> seen) throws InterruptedException {
        String fields = seen.poll(Waits.SECONDS, TimeUnit.SECONDS);
        assertThat(fields).isNotNull();
        return fields;
    }

    @Test
    @Rule({"R-REDIR-15", "R-PROJ-REDIR-1", "R-PROJ-H2-1"})
    void headersOfTheProgram_overHttp2_goWhereTheyBelong() throws InterruptedException {
        BlockingQueue<String> there = new LinkedBlockingQueue<>();
        Http2Peer other = redirecting("/end", there);
        for (boolean same : new boolean[] {true, false}) {
            BlockingQueue<String> here = new LinkedBlockingQueue<>();
            Http2Peer first = redirecting(same ? "/end" : "https://127.0.0.1:" + other.port() + "/end", here);
            Conversation client = client(first.port(), 0);
            for (int status : STATUSES) {
                for (String verb : List.of("GET", "POST")) {
                    send(client, status, verb, 0);
                    String before = next(here);
                    String after = next(same ? here : there);
                    String cell = status + " " + verb + " " + same;
                    assertThat(after).as(cell).contains(":method=" + verbAfter(status, verb) + "\n");
                    for (String name : List.of("Authorization", "Cookie")) {
                        assertThat(has(before, name)).as(cell + " " + name).isTrue();
                        assertThat(has(after, name)).as(cell + " " + name).isEqualTo(same);
                    }
                    // No server is told what is meant for a proxy.
                    assertThat(has(before + after, "Proxy-Authorization"))
                            .as(cell)
                            .isFalse();
                    OTHERS.forEach(name -> assertThat(has(after, name)).as(cell).isTrue());
                }
            }
        }
    }

    @Test
    @Rule({"R-REDIR-15", "R-PROJ-REDIR-1", "R-TLS-15"})
    void headersOfTheProgram_fromHttp2ToHttp_stayBehind() throws InterruptedException {
        ScriptedHttpServer plain = backEnd.closeAfterTest(ScriptedHttpServer.start());
        plain.handleAll(request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        BlockingQueue<String> here = new LinkedBlockingQueue<>();
        Conversation client = client(redirecting(plain.url("/end"), here).port(), 0);
        for (int status : STATUSES) {
            for (String verb : List.of("GET", "POST")) {
                send(client, status, verb, InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP);
                next(here);
                RecordedRequest last = plain.takeRequest();
                assertThat(last.method()).isEqualTo(verbAfter(status, verb));
                assertThat(last.headerNames())
                        .as(status + " " + verb + " " + Arrays.toString(STATUSES))
                        .containsAll(OTHERS)
                        .doesNotContainAnyElementsOf(CREDENTIALS);
            }
        }
    }
}
