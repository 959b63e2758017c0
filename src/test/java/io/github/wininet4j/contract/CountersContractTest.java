package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CacheFixture;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.trace.EngineCounters;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What an engine counts. */
@ContractTest
final class CountersContractTest extends CacheFixture {
    CountersContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    private EngineCounters counters() {
        EngineCounters now = api.counters();
        assertThat(now).isNotNull();
        return now;
    }

    @Test
    @Rule("R-PROJ-COUNT-1")
    void counters_ofAnEngineThatDidNothing_areZero() {
        assertThat(counters()).isEqualTo(new EngineCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @Rule("R-PROJ-COUNT-1")
    void counters_afterRequests_tellConnectionsRequestsAndBytes() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();

        assertThat(get(client, "/1", InternetFlag.INTERNET_FLAG_RELOAD)).isEqualTo("hello");
        HINTERNET second = client.get("/2");
        assertThat(client.readText(second)).isEqualTo("hello");

        EngineCounters now = counters();
        long sent = server.requests().stream()
                .mapToLong(request -> request.head().length())
                .sum();
        assertThat(now.connectionsOpened()).isEqualTo(1);
        assertThat(now.connectionsReused()).isEqualTo(1);
        assertThat(now.poolWaits()).isZero();
        assertThat(now.requests()).isEqualTo(2);
        assertThat(now.bytesSent()).isEqualTo(sent).isPositive();
        assertThat(now.bytesReceived()).isEqualTo(2L * HELLO.length());
        assertThat(now.openHandles()).isEqualTo(4);
        assertThat(api.InternetCloseHandle(client.session())).isTrue();
        assertThat(counters().openHandles()).isZero();
        api.close();
        assertThat(counters().requests()).isEqualTo(2);
    }

    @Test
    @Rule("R-PROJ-COUNT-1")
    void counters_ofARedirect_haveBothRequests() {
        server.handle("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
        server.handle("/b", HELLO);

        assertThat(get(sync(), "/a", 0)).isEqualTo("hello");

        assertThat(counters().requests()).isEqualTo(2);
        assertThat(counters().connectionsReused()).isEqualTo(1);
    }

    @Test
    @Rule({"R-PROJ-COUNT-1", "R-LIMIT-1"})
    void counters_ofARequestAtTheLimit_haveItsWait() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = sync();
        client.get("/1");
        client.get("/2");
        HINTERNET third = client.openRequest("/3");
        DwordRef millis = new DwordRef(50);
        assertThat(api.InternetSetOption(third, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, millis, 4))
                .isTrue();
        assertThat(counters().poolWaits()).isZero();

        assertThat(client.send(third)).isEqualTo(WinInetError.ERROR_INTERNET_TIMEOUT);

        assertThat(counters().poolWaits()).isEqualTo(1);
        assertThat(counters().requests()).isEqualTo(2);
        assertThat(counters().connectionsOpened()).isEqualTo(2);
    }

    @Test
    @Rule("R-PROJ-COUNT-1")
    void counters_ofTheCache_tellHitsMissesAndValidations() {
        server.handle("/a", response(FRESH + "ETag: \"1\"\r\n", "hello"));
        Conversation client = sync();

        get(client, "/a", 0);
        assertCache(0, 1, 0);
        get(client, "/a", 0);
        assertCache(1, 1, 0);
        assertThat(counters().requests()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        server.handle("/a", "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n" + FRESH + "\r\n");
        get(client, "/a", 0);
        assertCache(1, 1, 1);
        server.handle("/a", response(FRESH, "other"));
        get(client, "/a", InternetFlag.INTERNET_FLAG_RELOAD);
        assertCache(1, 1, 1);
    }

    private void assertCache(long hits, long misses, long validations) {
        EngineCounters now = counters();
        assertThat(List.of(now.cacheHits(), now.cacheMisses(), now.cacheValidations()))
                .containsExactly(hits, misses, validations);
    }

    @Test
    @Rule({"R-PROJ-COUNT-1", "R-PROJ-TRACE-1"})
    void counters_ofATracedEngine_areItsOwn_andEndTheTrace() {
        server.handle("/a", HELLO);
        List<String> lines = new CopyOnWriteArrayList<>();
        BackEnd traced = WinInets.traced(api, TraceListener.lines(lines::add));
        get(Conversation.sync(traced, log, server), "/a", 0);

        assertThat(traced.counters()).isEqualTo(api.counters());
        traced.close();

        assertThat(lines.get(lines.size() - 1))
                .contains("-- connections 1 opened, 0 reused, 0 waits; requests 1; cache 0 hits, 1 misses")
                .endsWith("handles 0 open");
    }
}
