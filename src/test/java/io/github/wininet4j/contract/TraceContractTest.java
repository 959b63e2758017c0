package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.trace.HarLog;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TracedCall;
import io.github.wininet4j.trace.TracedStatus;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Back ends that are traced: what the listener is told, and that the program notices nothing. */
@ContractTest
final class TraceContractTest extends HttpFixture {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final BackEnd traced;

    TraceContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.traced = WinInets.traced(api, TraceListener.lines(lines::add));
    }

    /** Keeps what it is told. */
    private static final class Kept implements TraceListener {
        final List<TracedCall> calls = new CopyOnWriteArrayList<>();
        final List<TracedStatus> statuses = new CopyOnWriteArrayList<>();

        @Override
        public void called(TracedCall call, HttpFunctions http) {
            calls.add(call);
            // Overwrites the last error, which the program must not notice.
            http.HttpQueryInfo(null, 0, null, null, null);
        }

        @Override
        public void notified(TracedStatus status, HttpFunctions http) {
            statuses.add(status);
        }
    }

    @Test
    @Rule("R-PROJ-TRACE-1")
    void callsAndStatuses_areALineEach() {
        server.onRequest(HELLO);
        Conversation client = Conversation.async(traced, log, server);

        HINTERNET request = client.get("/x");
        assertThat(client.readText(request)).isEqualTo("hello");
        traced.InternetCloseHandle(client.session());
        log.awaitClosing(request);

        String time = "\\d\\d:\\d\\d:\\d\\d\\.\\d{6} \\[[^]]+] ";
        assertThat(lines).allMatch(line -> line.matches(time + ".*"));
        assertThat(lines)
                .anyMatch(line -> line.matches(time + "HttpOpenRequest\\(0x\\w+, \"GET\", \"/x\", .*\\) = " + request
                        + " \\[\\d+\\.\\d{3} ms]"));
        assertThat(lines)
                .anyMatch(line -> line.matches(
                        time + "<- INTERNET_STATUS_REQUEST_SENT hInternet=" + request + " dwContext=8 info=.*"));
        assertThat(lines).anyMatch(line -> line.contains("<- INTERNET_STATUS_HANDLE_CLOSING hInternet=" + request));
    }

    @Test
    @Rule("R-PROJ-TRACE-1")
    void failures_haveTheirErrors_andTheLastErrorStays() {
        Kept kept = new Kept();
        BackEnd api = WinInets.traced(this.api, kept);

        assertThat(api.InternetConnect(null, "x", 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.InternetSetStatusCallback(null, log)).isSameAs(StatusCallback.INTERNET_INVALID_STATUS_CALLBACK);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.HttpIsHostHstsEnabled(null, null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(kept.calls)
                .extracting(TracedCall::name)
                .containsExactly("InternetConnect", "InternetSetStatusCallback", "HttpIsHostHstsEnabled");
        assertThat(kept.calls).extracting(TracedCall::error).containsExactly(6, 6, 87);
        assertThat(kept.calls).allMatch(TracedCall::hasFailed);
        assertThat(kept.calls).allMatch(call -> call.took().compareTo(Duration.ZERO) >= 0);
        assertThat(kept.calls.get(0)).asString().endsWith(") = NULL, ERROR_INVALID_HANDLE (6)");
    }

    @Test
    @Rule({"R-PROJ-TRACE-1", "R-CB-1"})
    void callbacks_areTheProgramsOwn() {
        HINTERNET session = traced.InternetOpen("me", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);

        assertThat(traced.InternetSetStatusCallback(session, log)).isNull();

        CallbackRef set = new CallbackRef();
        int option = InternetOption.INTERNET_OPTION_CALLBACK;
        assertThat(traced.InternetQueryOption(session, option, set, new DwordRef(8)))
                .isTrue();
        assertThat(set.value).isSameAs(log);
        assertThat(traced.InternetSetStatusCallback(session, null)).isSameAs(log);
        assertThat(traced.id()).isEqualTo(api.id());
        assertThat(Set.copyOf(List.of(traced, traced, api))).hasSize(2);
        assertThat(traced).hasToString(api.toString());
        assertThat(traced.hashCode()).isEqualTo(System.identityHashCode(traced));
    }

    @Test
    @Rule("R-PROJ-TRACE-2")
    void secrets_areNotShown() {
        server.onRequest("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: sid=trace-cookie\r\n\r\nhello");
        Conversation client = Conversation.sync(traced, log, server);
        TextBuffer password = new TextBuffer("trace-password");
        HINTERNET request = client.openRequest("/");
        traced.InternetSetOption(request, InternetOption.INTERNET_OPTION_PASSWORD, password, 14);
        String headers = "X-A: shown\r\nAuthorization: trace-credentials\r\ncookie: trace-cookie2";

        assertThat(client.send(request, headers, new byte[0])).isZero();
        for (int level : new int[] {
            HttpQuery.HTTP_QUERY_SET_COOKIE,
            HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF,
            HttpQuery.HTTP_QUERY_RAW_HEADERS_CRLF | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS,
            HttpQuery.HTTP_QUERY_RAW_HEADERS
        }) {
            traced.HttpQueryInfo(request, level, new TextBuffer(1000), new DwordRef(2000), null);
        }
        TextBuffer name = new TextBuffer(100);
        name.set("Set-Cookie");
        traced.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_CUSTOM, name, new DwordRef(200), null);
        traced.InternetSetCookie(server.url("/"), "b", "trace-cookie3");
        traced.InternetGetCookie(server.url("/"), null, new TextBuffer(500), new DwordRef(500));
        traced.FtpCommand(null, false, 0, "PASS trace-password2", 0, null);
        traced.InternetCrackUrl("http://bob:trace-password3@host/", 0, 0, null);

        assertThat(lines).anyMatch(line -> line.contains("X-A: shown\\r\\nAuthorization: ***"));
        assertThat(lines).anyMatch(line -> line.contains("\"PASS ***\""));
        assertThat(lines).anyMatch(line -> line.contains("\"http://bob:***@host/\""));
        assertThat(lines).noneMatch(line -> line.contains("trace-c") || line.contains("trace-p"));
    }

    @Test
    @Rule("R-PROJ-TRACE-3")
    void archive_hasAnEntryForEachSend() {
        server.handle("/a", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a=secret\r\nX-A: \"b\"\r\n\r\nhello");
        server.handle("/b", "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\nno");
        for (boolean async : new boolean[] {false, true}) {
            HarLog har = new HarLog();
            BackEnd api = WinInets.traced(this.api, har);
            Conversation client = async ? Conversation.async(api, log, server) : Conversation.sync(api, log, server);
            client.readAll(client.get("/a?x=1&y"));
            HINTERNET request = client.openRequest("POST", "/b", 0);
            client.send(request, "Cookie: secret", new byte[3]);
            client.readAll(request);
            HINTERNET url =
                    api.InternetOpenUrl(client.session(), "nothing://", null, 0, InternetFlag.INTERNET_FLAG_RELOAD, 0);
            assertThat(url).isNull();
            api.InternetCloseHandle(client.session());

            String json = har.toJson();

            assertThat(json)
                    .contains("\"version\": \"1.2\"")
                    .contains("\"url\": \"" + server.url("/a?x=1&y") + '"')
                    .contains("\"method\": \"POST\"")
                    .contains("\"status\": 200", "\"status\": 404", "\"status\": 0")
                    .contains("\"statusText\": \"Not Found\"", "\"mimeType\": \"text/plain\"")
                    .contains("\"value\": \"\\\"b\\\"\"", "\"value\": \"***\"")
                    .contains("\"size\": 5", "\"size\": 2", "\"bodySize\": 3")
                    .doesNotContain("secret");
            assertThat(json.split("\"startedDateTime\"", -1)).as(json).hasSize(4);
        }
    }

    @Test
    @Rule("R-PROJ-TRACE-3")
    void archive_hasTheUrlOfInternetOpenUrl() {
        server.onRequest(HELLO);
        HarLog har = new HarLog();
        BackEnd api = WinInets.traced(this.api, har);
        HINTERNET session = api.InternetOpen("me", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);

        HINTERNET page = api.InternetOpenUrl(session, server.url("/u"), null, 0, 0, 0);

        assertThat(api.InternetReadFile(page, ByteBuffer.allocate(10), 10, new DwordRef()))
                .isTrue();
        assertThat(har.toJson())
                .contains("\"url\": \"" + server.url("/u") + '"')
                .contains("\"status\": 200")
                .contains("\"size\": 5");
    }
}
