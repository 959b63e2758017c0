package io.github.wininet4j.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.client.Body;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import io.github.wininet4j.client.WinInetException;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** Archives have every member that HAR 1.2 requires, each of its type. */
final class HarLogTest {
    private String record() throws IOException {
        HarLog har = new HarLog();
        WinInetConfig config = WinInetConfig.isolated().withCache(CachePlace.NONE);
        try (ScriptedHttpServer server = ScriptedHttpServer.start();
                BackEnd wininet = WinInets.traced(WinInets.engine(config), har);
                Session session =
                        Session.builder("har").backEnd(wininet).direct().open()) {
            server.handle("/a", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: \"\\\u00e9\"\r\n\r\nhello");
            server.handle("/b", "HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n");
            try (Response response = session.get(server.url("/b?x=1&y&z=%20"))
                    .onStatus(status -> {})
                    .send()) {
                response.bytes();
            }
            session.post(server.url("/a"), Body.of(new byte[3])).send().close();
            server.onRequest(Script.script().close());
            assertThatThrownBy(() -> session.get(server.url("/gone")).send()).isInstanceOf(WinInetException.class);
        }
        return har.toJson();
    }

    /** Parses with an engine of JavaScript that knows nothing of this project. */
    private static Map<?, ?> parsed(String json) {
        try (Context context = Context.enter()) {
            Scriptable scope = context.initStandardObjects();
            ScriptableObject.putProperty(scope, "text", json);
            return (Map<?, ?>) context.evaluateString(scope, "JSON.parse(text)", "har", 1, null);
        }
    }

    private static Map<?, ?> map(Map<?, ?> of, String member) {
        assertThat(of.get(member)).as(member).isInstanceOf(Map.class);
        return (Map<?, ?>) of.get(member);
    }

    private static List<?> list(Map<?, ?> of, String member) {
        assertThat(of.get(member)).as(member).isInstanceOf(List.class);
        return (List<?>) of.get(member);
    }

    private static void hasTexts(Map<?, ?> of, String... members) {
        for (String member : members) {
            assertThat(of.get(member)).as(member).isInstanceOf(CharSequence.class);
        }
    }

    private static double number(Map<?, ?> of, String member) {
        assertThat(of.get(member)).as(member).isInstanceOf(Number.class);
        return ((Number) of.get(member)).doubleValue();
    }

    @Test
    @Rule("R-PROJ-TRACE-3")
    void toJson_hasWhatTheFormatRequires() throws IOException {
        Map<?, ?> log = map(parsed(record()), "log");

        assertThat(log.get("version")).hasToString("1.2");
        hasTexts(map(log, "creator"), "name", "version");
        List<?> entries = list(log, "entries");
        assertThat(entries).hasSize(3).allSatisfy(entry -> assertEntry((Map<?, ?>) entry));
        assertThat(entries)
                .extracting(entry -> number(map((Map<?, ?>) entry, "response"), "status"))
                .containsExactly(200.0, 200.0, 0.0);
        assertThat(entries)
                .extracting(entry -> number(map((Map<?, ?>) entry, "request"), "bodySize"))
                .containsExactly(0.0, 3.0, 0.0);
        Map<?, ?> first = (Map<?, ?>) entries.get(0);
        assertThat(list(map(first, "request"), "queryString")).hasSize(3);
        assertThat(list(map(first, "response"), "headers"))
                .anySatisfy(
                        header -> assertThat(((Map<?, ?>) header).get("value")).hasToString("\"\\\u00e9\""));
        assertThat(((Map<?, ?>) entries.get(2)).get("comment")).asString().startsWith("ERROR_");
    }

    private static void assertEntry(Map<?, ?> entry) {
        assertThat(OffsetDateTime.parse(String.valueOf(entry.get("startedDateTime"))))
                .isNotNull();
        Map<?, ?> request = map(entry, "request");
        hasTexts(request, "method", "url", "httpVersion");
        list(request, "cookies");
        assertPairs(list(request, "headers"));
        assertPairs(list(request, "queryString"));
        number(request, "headersSize");
        number(request, "bodySize");
        Map<?, ?> response = map(entry, "response");
        hasTexts(response, "statusText", "httpVersion", "redirectURL");
        number(response, "status");
        list(response, "cookies");
        assertPairs(list(response, "headers"));
        number(response, "headersSize");
        number(response, "bodySize");
        Map<?, ?> content = map(response, "content");
        number(content, "size");
        hasTexts(content, "mimeType");
        assertThat(map(entry, "cache")).isEmpty();
        Map<?, ?> timings = map(entry, "timings");
        double sum = 0;
        for (String part : List.of("blocked", "dns", "connect", "send", "wait", "receive")) {
            sum += Math.max(0, number(timings, part));
        }
        assertThat(number(timings, "ssl")).isEqualTo(-1);
        assertThat(number(timings, "send")).isNotNegative();
        assertThat(number(timings, "wait")).isNotNegative();
        assertThat(number(timings, "receive")).isNotNegative();
        assertThat(number(entry, "time")).isCloseTo(sum, within(0.001));
    }

    private static void assertPairs(List<?> pairs) {
        assertThat(pairs).allSatisfy(pair -> hasTexts((Map<?, ?>) pair, "name", "value"));
    }
}
