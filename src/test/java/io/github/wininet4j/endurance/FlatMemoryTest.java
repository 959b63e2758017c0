package io.github.wininet4j.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the engine keeps does not grow with what was done: as many objects live after many calls as after half of them.
 * Every test takes the same steps whatever the machine's speed.
 */
final class FlatMemoryTest {
    private static final int ASYNC = InternetFlag.INTERNET_FLAG_ASYNC;

    /** Objects of the engine that may come and go, such as a worker that has just begun or has not quite ended. */
    private static final int SLACK_OBJECTS = 40;

    /** Bytes that the JVM itself may add meanwhile, far below one object for each request or tree. */
    private static final int SLACK_BYTES = 512 * 1024;

    private final KeepAliveServer server = new KeepAliveServer();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static BackEnd engine() {
        return WinInets.engine(KeepAliveClient.config());
    }

    private String name = "";

    @BeforeEach
    void remember(TestInfo test) {
        String method = test.getTestMethod().orElseThrow().getName();
        String display = test.getDisplayName();
        name = display.startsWith(method) ? method : method + " " + display;
    }

    /** After a warm-up, does the work of half a test twice and compares what lives after each half. */
    private void assertFlat(int half, Runnable step) {
        repeat(half / 10, step);
        repeat(half, step);
        LiveObjects middle = LiveObjects.count();
        repeat(half, step);
        LiveObjects end = LiveObjects.count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d steps more, growth %d objects, %d bytes%n",
                name,
                half,
                end.total() - middle.total(),
                end.bytes() - middle.bytes());
        assertThat(end.total() - middle.total())
                .as("growth of %s", end.growthSince(middle))
                .isLessThanOrEqualTo(SLACK_OBJECTS);
        assertThat(end.bytes() - middle.bytes()).as("bytes").isLessThanOrEqualTo(SLACK_BYTES);
    }

    private static void repeat(int times, Runnable step) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }

    @Test
    void liveObjects_seeWhatIsStillOpen() {
        try (BackEnd api = engine()) {
            LiveObjects before = LiveObjects.count();
            List<HINTERNET> sessions = new ArrayList<>();
            repeat(100, () -> sessions.add(KeepAliveClient.tree(api, server, 0).session));
            LiveObjects open = LiveObjects.count();
            sessions.forEach(api::InternetCloseHandle);

            assertThat(open.total() - before.total()).isGreaterThanOrEqualTo(300);
            assertThat(LiveObjects.count().total() - before.total()).isLessThanOrEqualTo(SLACK_OBJECTS);
        }
    }

    @Test
    void hundredThousandRequests_overOneConnection_leaveNothing() {
        try (BackEnd api = engine()) {
            KeepAliveClient client = KeepAliveClient.connect(api, server, 0);
            assertFlat(50_000, client::exchange);
            client.close();
        }
        assertThat(server.requests()).isGreaterThanOrEqualTo(100_000);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void asyncRequests_leaveNothing() {
        try (BackEnd api = engine()) {
            KeepAliveClient client = KeepAliveClient.connect(api, server, ASYNC);
            assertFlat(5_000, client::exchange);
            client.close();
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ASYNC})
    void tenThousandHandleTrees_leaveNothing(int sessionFlags) {
        try (BackEnd api = engine()) {
            assertFlat(
                    5_000, () -> KeepAliveClient.tree(api, server, sessionFlags).close());
        }
    }

    @Test
    void requestsToEverNewServers_thatCloseTheirConnection_leaveNoMoreThanTheCachesHold() {
        // More than names are remembered, so that their number does not grow any more in the second half.
        AtomicInteger number = new AtomicInteger();
        try (BackEnd api = engine()) {
            assertFlat(1_500, () -> {
                KeepAliveClient client =
                        KeepAliveClient.connect(api, "h" + number.incrementAndGet() + ".test", server.port(), 0);
                client.exchange("Connection: close");
                client.close();
            });
        }
    }

    @Test
    void callersThreads_thatEnd_leaveNothing() {
        try (BackEnd api = engine()) {
            KeepAliveClient client = KeepAliveClient.connect(api, server, 0);
            assertFlat(500, () -> join(new Thread(client::exchange)));
            client.close();
        }
    }

    private static void join(Thread thread) {
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ASYNC})
    void enginesThatWereClosed_leaveNothing(int sessionFlags) {
        assertFlat(100, () -> {
            try (BackEnd api = engine()) {
                KeepAliveClient.connect(api, server, sessionFlags).exchange();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ASYNC})
    void close_endsEveryThreadOfTheEngine(int sessionFlags) {
        Set<Thread> others = threadsOfEngines();
        Set<Thread> heard = ConcurrentHashMap.newKeySet();
        try (BackEnd api = engine()) {
            KeepAliveClient client = KeepAliveClient.connect(api, server, sessionFlags);
            client.heard = heard;
            repeat(20, client::exchange);
            assertThat(heard.contains(Thread.currentThread())).isTrue();
            assertThat(heard.size() > 1).as("workers were heard").isEqualTo(sessionFlags == ASYNC);
        }
        heard.remove(Thread.currentThread());
        assertThat(heard).noneMatch(Thread::isAlive);
        Set<Thread> left = threadsOfEngines();
        left.removeAll(others);
        assertThat(left).isEmpty();
    }

    /** Those that are not virtual. */
    private static Set<Thread> threadsOfEngines() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("wininet4j-"))
                .forEach(threads::add);
        return threads;
    }
}
