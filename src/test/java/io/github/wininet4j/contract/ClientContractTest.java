package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.client.Option;
import io.github.wininet4j.client.Request;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import io.github.wininet4j.client.Status;
import io.github.wininet4j.client.WinInetException;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.DwordRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Requests and responses of the thin layer, and that its handles are those of WinInet. */
@ContractTest
final class ClientContractTest extends HttpFixture {
    private final Session session;

    ClientContractTest(BackEndUnderTest backEnd) throws WinInetException {
        super(backEnd);
        this.session = backEnd.closeAfterTest(
                Session.builder("layer/1.0").backEnd(api).direct().open());
    }

    @Test
    @Rule({"R-OPEN-1", "R-REQ-1"})
    void send_givesStatusHeadersAndBody() throws IOException {
        server.onRequest("HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\nX-A: 1\r\nx-a: 2\r\n"
                + "Content-Type: text/plain; charset=\"iso-8859-1\"\r\n\r\nh\u00e9llo");

        try (Response response = session.get(server.url("/a?b=c#d"))
                .header("X-B", "old")
                .header("X-B", "new")
                .addHeader("X-B", "more")
                .send()) {
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.header("x-A")).isEqualTo("1");
            assertThat(response.header("X-None")).isNull();
            assertThat(response.headers().get("X-A")).containsExactly("1", "2");
            assertThat(response.length()).hasValue(5);
            assertThat(response.url()).isEqualTo(server.url("/a?b=c"));
            assertThat(response.text()).isEqualTo("h\u00e9llo");
        }

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.requestLine()).isEqualTo("GET /a?b=c HTTP/1.1");
        assertThat(sent.header("User-Agent")).isEqualTo("layer/1.0");
        assertThat(sent.values("X-B")).containsExactly("new", "more");
    }

    @Test
    @Rule("R-QUERY-1")
    void header_longerThanAnyBuffer_isWhole() throws IOException {
        String value = "x".repeat(10_000);
        server.onRequest("HTTP/1.1 200 OK\r\nX-Long: " + value + "\r\nContent-Length: 0\r\n\r\n");

        try (Response response = session.get(server.url("/")).send()) {
            assertThat(response.header("X-Long")).isEqualTo(value);
            assertThat(response.headers().get("X-Long")).containsExactly(value);
            assertThat(response.length()).hasValue(0);
            assertThat(response.bytes()).isEmpty();
        }
    }

    @Test
    @Rule("R-PROJ-CLIENT-1")
    void handles_areThoseOfWinInet_untilTheResponseIsClosed() throws IOException {
        server.onRequest(HELLO);
        List<Object> prepared = new ArrayList<>();

        Response response = session.get(server.url("/"))
                .prepare((wininet, request) -> prepared.add(request))
                .send();

        assertThat(prepared).containsExactly(response.handle());
        assertThat(typeOf(response)).isZero();
        assertThat(api.InternetQueryOption(
                        session.handle(), InternetOption.INTERNET_OPTION_HANDLE_TYPE, new DwordRef(), new DwordRef(4)))
                .isTrue();
        response.close();
        response.close();
        assertThat(typeOf(response)).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    /** Returns the error of a query of the handle's type. */
    private int typeOf(Response response) {
        int option = InternetOption.INTERNET_OPTION_HANDLE_TYPE;
        boolean works = api.InternetQueryOption(response.handle(), option, new DwordRef(), new DwordRef(4));
        return works ? 0 : api.GetLastError();
    }

    @Test
    @Rule({"R-ERRN-12152", "R-PROJ-CLIENT-2"})
    void failure_carriesFunctionCodeNameAndText() {
        server.onConnection(Script.script().awaitRequest().close());
        Request request = session.get(server.url("/"));

        WinInetException failure = catchThrowableOfType(WinInetException.class, request::send);

        assertThat(failure.code()).isEqualTo(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
        assertThat(failure.name()).isEqualTo("ERROR_HTTP_INVALID_SERVER_RESPONSE");
        assertThat(failure.function()).isEqualTo("HttpSendRequest");
        assertThat(failure.text()).endsWith(".");
        assertThat(failure)
                .hasMessage("HttpSendRequest: ERROR_HTTP_INVALID_SERVER_RESPONSE (12152): " + failure.text());
        assertThat(failure.isCancelled()).isFalse();
        assertThat(failure).hasNoCause();
    }

    @Test
    @Rule({"R-ERRN-12005", "R-ERRN-12006"})
    void send_toWhatIsNoHttpUrl_failsAsInternetCrackUrl() {
        for (String url : List.of("no url", "ftp://localhost/x")) {
            WinInetException failure = catchThrowableOfType(
                    WinInetException.class, () -> session.get(url).send());
            assertThat(failure.function()).isEqualTo("InternetCrackUrl");
            assertThat(failure.code()).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        assertThat(server.connectionCount()).isZero();
    }

    @Test
    @Rule("R-PROJ-CLIENT-3")
    void header_withALineBreak_isRefused() {
        Request request = session.get(server.url("/"));

        for (String bad : List.of("a\r\nX: y", "a\nX: y", "a\0")) {
            assertThatThrownBy(() -> request.header("X-A", bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> request.addHeader(bad, "v")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> request.header("", "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.header("a:b", "v")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule({"R-OPT-3", "R-OPT-5", "R-HANDLE-24"})
    void options_haveTheTypesOfTheirValues() throws IOException {
        server.onRequest(HELLO);
        session.set(Option.RECEIVE_TIMEOUT, Duration.ofSeconds(77));
        session.set(Option.HTTP_DECODING, true);
        session.set(Option.SEND_TIMEOUT, Duration.ofDays(1000));

        try (Response response = session.get(server.url("/"))
                .option(Option.USERNAME, "me")
                .option(Option.CONNECT_RETRIES, 3)
                .send()) {
            assertThat(response.get(Option.RECEIVE_TIMEOUT)).isEqualTo(Duration.ofSeconds(77));
            assertThat(response.get(Option.SEND_TIMEOUT)).isEqualTo(Duration.ofMillis(0xFFFF_FFFFL));
            assertThat(response.get(Option.HTTP_DECODING)).isTrue();
            assertThat(response.get(Option.USERNAME)).isEqualTo("me");
            assertThat(response.get(Option.CONNECT_RETRIES)).isEqualTo(3);
            assertThat(response.get(Option.PASSWORD)).isEmpty();
        }
        session.set(Option.MAX_CONNECTIONS, 9);
        assertThat(session.get(Option.MAX_CONNECTIONS)).isEqualTo(9);
        assertThatThrownBy(() -> session.get(Option.USERNAME))
                .isInstanceOfSatisfying(
                        WinInetException.class,
                        failure -> assertThat(failure.code())
                                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE));
        assertThatThrownBy(() -> session.set(Option.SEND_TIMEOUT, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Option.URL).hasToString("INTERNET_OPTION_URL");
    }

    @Test
    @Rule("R-ERRN-12002")
    void timeout_endsTheWaitForTheAnswer() {
        server.onRequest(Script.script().hang());
        Request request = session.get(server.url("/"))
                .timeout(Duration.ofSeconds(100))
                .option(Option.RECEIVE_TIMEOUT, Duration.ofMillis(50));

        WinInetException failure = catchThrowableOfType(WinInetException.class, request::send);

        assertThat(failure.code()).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);
    }

    @Test
    @Rule({"R-COOKIE-3", "R-COOKIE-9"})
    void cookies_areThoseOfTheJar() throws IOException {
        server.onRequest("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nSet-Cookie: b=2\r\n\r\n");
        String url = server.url("/");
        assertThat(session.cookies(url)).isEmpty();
        session.setCookie(url, "a=" + "1".repeat(2000));

        session.get(url).send().close();

        assertThat(server.takeRequest().header("Cookie")).isEqualTo("a=" + "1".repeat(2000));
        assertThat(session.cookies(url)).contains("a=" + "1".repeat(2000)).contains("b=2");
        assertThatThrownBy(() -> session.setCookie("no url", "a=1")).isInstanceOf(WinInetException.class);
        assertThatThrownBy(() -> session.cookies("no url")).isInstanceOf(WinInetException.class);
    }

    @Test
    @Rule({"R-STAT-20", "R-STAT-31", "R-STAT-41"})
    void onStatus_tellsWhatTheCallbackIsTold() throws IOException {
        server.onRequest(HELLO);
        ConcurrentLinkedQueue<Status> statuses = new ConcurrentLinkedQueue<>();

        try (Response response =
                session.get(server.url("/")).onStatus(statuses::add).send()) {
            assertThat(response.text()).isEqualTo("hello");
        }

        assertThat(statuses.stream().map(Status::name))
                .containsSubsequence(
                        "INTERNET_STATUS_CONNECTING_TO_SERVER",
                        "INTERNET_STATUS_SENDING_REQUEST",
                        "INTERNET_STATUS_REQUEST_SENT",
                        "INTERNET_STATUS_RESPONSE_RECEIVED",
                        "INTERNET_STATUS_HANDLE_CLOSING");
        Status sent = statuses.stream()
                .filter(status -> status.is(InternetStatus.INTERNET_STATUS_REQUEST_SENT))
                .findFirst()
                .orElseThrow();
        assertThat(sent.number()).isEqualTo(server.takeRequest().head().length());
        assertThat(sent).hasToString("INTERNET_STATUS_REQUEST_SENT " + sent.number());
        assertThat(statuses.stream().filter(status -> status.text().contains("127.0.0.1")))
                .isNotEmpty();
    }

    @Test
    @Rule("R-AVAIL-1")
    void body_isReadAsItArrives() throws IOException {
        Gate next = new Gate();
        server.onRequest(Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst")
                .hold(next)
                .send("later"));

        try (InputStream body = session.get(server.url("/")).send().body()) {
            byte[] bytes = new byte[100];
            assertThat(body.read(bytes, 10, 0)).isZero();
            int count = body.read(bytes);
            assertThat(new String(bytes, 0, count, StandardCharsets.US_ASCII)).isEqualTo("first".substring(0, count));
            next.open();
            assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("firstlater".substring(count));
            assertThat(body.read()).isEqualTo(-1);
            assertThat(body.read(bytes)).isEqualTo(-1);
        }
    }

    @Test
    @Rule("R-PROJ-CLIENT-4")
    void saveTo_leavesAWholeFileOrNone() throws IOException {
        server.onConnection(Script.script()
                .awaitRequest()
                .send(HELLO)
                .awaitRequest()
                .send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")
                .close());
        Path file = backEnd.temporaryFolder().resolve("page");
        Files.writeString(file, "old");

        try (Response response = session.get(server.url("/1")).send()) {
            assertThat(response.saveTo(file)).isEqualTo(file).hasContent("hello");
        }
        try (Response response = session.get(server.url("/2")).send()) {
            assertThatThrownBy(() -> response.saveTo(file)).isInstanceOf(WinInetException.class);
        }

        assertThat(file).hasContent("hello");
        assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    @Rule({"R-HANDLE-14", "R-PROJ-CLIENT-1"})
    void sessionAndRequest_areUsedByManyThreadsAtOnce() {
        server.handleAll(request -> Script.script()
                .send("HTTP/1.1 200 OK\r\nContent-Length: " + request.target().length() + "\r\n\r\n"
                        + request.target()));
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(session.get(server.url("/" + i % 7))
                    .flags(InternetFlag.INTERNET_FLAG_RELOAD)
                    .sendAsync(Response::text));
        }

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join()).isEqualTo("/" + i % 7);
        }
    }

    @Test
    @Rule({"R-PROJ-CLIENT-2", "R-ERRN-12012"})
    void open_onABackEndThatIsClosed_fails() {
        BackEnd closed = backEnd.open();
        closed.close();

        assertThatThrownBy(() -> Session.open(closed, "me"))
                .isInstanceOfSatisfying(
                        WinInetException.class,
                        failure -> assertThat(failure.code()).isEqualTo(WinInetError.ERROR_INTERNET_SHUTDOWN));
    }

    @Test
    @Rule("R-PROXY-1")
    void proxy_isTheOneOfTheSession() throws IOException {
        server.onRequest(HELLO);

        try (Session other = Session.builder("me")
                        .backEnd(api)
                        .proxy(server.host() + ":" + server.port(), null)
                        .open();
                Response response = other.get("http://elsewhere.example/x").send()) {
            assertThat(response.text()).isEqualTo("hello");
        }

        assertThat(server.takeRequest().target()).isEqualTo("http://elsewhere.example/x");
    }
}
