package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the extension gives and reports, seen in classes that JUnit is made to run. */
final class WinInetExtensionTest {
    private static final String URL = "http://www.example.org/";

    /** How tests ended. */
    private static final class Results implements TestExecutionListener {
        private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
        private final List<String> entries = Collections.synchronizedList(new ArrayList<>());
        private final List<String> passed = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                if (test.isTest()) {
                    passed.add(test.getDisplayName());
                }
            } else {
                failures.add(String.valueOf(result.getThrowable().orElse(null)));
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entries.add(String.valueOf(entry.getKeyValuePairs().get("wininet")));
        }
    }

    private static Results run(Class<?> type, Map<String, String> parameters) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(type))
                .configurationParameters(parameters)
                .build();
        LauncherConfig bare = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        Results results = new Results();
        LauncherFactory.create(bare).execute(request, results);
        return results;
    }

    private static Results run(Class<?> type) {
        return run(type, Map.of());
    }

    private static String cookies(WinInet api) {
        TextBuffer text = new TextBuffer(100);
        return api.InternetGetCookie(URL, null, text, new DwordRef(100)) ? text.toString() : "";
    }

    private static void setOwnCookie(WinInet api) {
        assertThat(cookies(api)).isEmpty();
        assertThat(api.InternetSetCookie(URL, null, "own=1; expires=Fri, 31-Dec-2049 23:59:59 GMT"))
                .isTrue();
        assertThat(cookies(api)).isEqualTo("own=1");
    }

    /** What a test asks for belongs together, and to no other test. */
    @WinInetTest
    static final class EachItsOwn {
        private final TestEngine engine;
        private BackEnd beforeEach;

        EachItsOwn(TestEngine engine) {
            this.engine = engine;
        }

        @BeforeEach
        void take(BackEnd wininet) {
            beforeEach = wininet;
        }

        @Test
        void parameters_belongTogether(
                WinInet wininet,
                WinInetConfig config,
                ScriptedHttpServer server,
                Journal journal,
                StatusLog log,
                TestClock clock,
                HostNames names) {
            assertThat(wininet).isSameAs(engine.wininet()).isSameAs(beforeEach);
            assertThat(config).isSameAs(engine.config());
            assertThat(server).isSameAs(engine.server());
            assertThat(journal).isSameAs(engine.journal());
            assertThat(log).isSameAs(engine.statusLog());
            assertThat(clock).isSameAs(engine.clock()).isSameAs(config.clock());
            assertThat(names).isSameAs(engine.names()).isSameAs(config.resolver());
            setOwnCookie(wininet);
        }

        @Test
        void cookie_ofAnotherTest_isNotThere() {
            setOwnCookie(beforeEach);
        }

        @Test
        void cookie_ofAnotherEngine_isNotThere() {
            setOwnCookie(engine.wininet());
            setOwnCookie(engine.open());
            assertThat(engine.journal().calls("InternetSetCookie")).hasSize(2);
        }
    }

    @Test
    void engines_areOneForEachTest() {
        Results results = run(EachItsOwn.class);

        assertThat(results.failures).isEmpty();
        assertThat(results.passed).hasSize(3);
        assertThat(results.entries).isEmpty();
    }

    /** Two tests that wait for each other. */
    @WinInetTest
    @Execution(ExecutionMode.CONCURRENT)
    static final class AtTheSameTime {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        private static void meet(WinInet wininet, Journal journal) throws Exception {
            BOTH.await(Waits.SECONDS, TimeUnit.SECONDS);
            setOwnCookie(wininet);
            BOTH.await(Waits.SECONDS, TimeUnit.SECONDS);
            journal.assertCalls("InternetGetCookie InternetSetCookie InternetGetCookie");
        }

        @Test
        void one(WinInet wininet, Journal journal) throws Exception {
            meet(wininet, journal);
        }

        @Test
        void other(WinInet wininet, Journal journal) throws Exception {
            meet(wininet, journal);
        }
    }

    @Test
    void testsInParallel_doNotMeet() {
        Results results = run(
                AtTheSameTime.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "2"));

        assertThat(results.failures).isEmpty();
        assertThat(results.passed).hasSize(2);
    }

    /** Expects what nobody asks for. */
    @WinInetTest
    static final class LeftScript {
        @Test
        void left(ScriptedHttpServer server) {
            server.onRequest("HTTP/1.1 200 OK\r\n\r\n");
        }
    }

    @Test
    void scriptThatIsLeft_failsTheTest() {
        assertThat(run(LeftScript.class).failures).singleElement().asString().contains("no request came for");
    }

    /** Fails after a call. */
    @WinInetTest
    @Completion(value = Completion.Mode.MIXED, seed = 5)
    static final class Failing {
        @Test
        void failing(WinInet wininet) {
            wininet.InternetOpen("failing/1.0", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            throw new AssertionError("as it should");
        }
    }

    @Test
    void testThatFails_isReportedWithItsJournal() {
        Results results = run(Failing.class);

        assertThat(results.failures).singleElement().asString().contains("as it should");
        assertThat(results.entries)
                .singleElement()
                .asString()
                .startsWith(
                        "@Completion(value = MIXED, seed = 5)\nInternetOpen(\"failing/1.0\", 1, NULL, NULL, 0) = 0x");
    }

    /** Fails before there is a test. */
    @WinInetTest
    static final class FailingConstructor {
        private static final AtomicInteger CLOSED = new AtomicInteger();

        FailingConstructor(TestEngine engine) {
            engine.closeAfterTest(CLOSED::incrementAndGet);
            throw new IllegalStateException("as it should");
        }

        @Test
        void never() {}
    }

    @Test
    void constructorThatFails_leavesNoEngine() {
        FailingConstructor.CLOSED.set(0);

        assertThat(run(FailingConstructor.class).failures)
                .singleElement()
                .asString()
                .contains("as it should");
        assertThat(FailingConstructor.CLOSED).hasValue(1);
    }

    /** Says how calls end, on itself and on what is in it. */
    @WinInetTest
    @Completion(Completion.Mode.PENDING)
    static final class Completions {
        private static List<Outcome> outcomes(WinInetConfig config) {
            return Stream.generate(() -> config.completionPolicy().decide("InternetReadFile"))
                    .limit(64)
                    .toList();
        }

        @Test
        void ofTheClass(WinInetConfig config) {
            assertThat(outcomes(config)).containsOnly(Outcome.PENDING);
        }

        @Test
        @Completion(Completion.Mode.AT_ONCE)
        void ofTheMethod(WinInetConfig config) {
            assertThat(outcomes(config)).containsOnly(Outcome.AT_ONCE);
        }

        @Test
        @Completion(Completion.Mode.MIXED)
        void mixed(WinInetConfig config) {
            assertThat(outcomes(config)).contains(Outcome.AT_ONCE, Outcome.PENDING);
        }

        /** Takes it from outside. */
        @Nested
        final class Inner {
            @Test
            void ofTheOuterClass(WinInetConfig config) {
                assertThat(outcomes(config)).containsOnly(Outcome.PENDING);
            }
        }
    }

    @Test
    void completion_isThatOfTheNearestAnnotation() {
        Results results = run(Completions.class);

        assertThat(results.failures).isEmpty();
        assertThat(results.passed).hasSize(4);
    }

    /** Is one instance for all tests. */
    @WinInetTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static final class OneInstance {
        OneInstance(TestEngine engine) {}

        @Test
        void never() {}
    }

    @Test
    void constructor_ofAnInstanceForAllTests_getsNone() {
        assertThat(run(OneInstance.class).failures).singleElement().asString().contains("belongs to one test");
    }

    /** Changes the configuration. */
    static final class Configured {
        @RegisterExtension
        private final WinInetExtension wininet =
                WinInetExtension.with(config -> config.withSwitches(CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR));

        @Test
        void configured(TestEngine engine) {
            assertThat(engine.config().switches()).containsExactly(CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR);
            assertThat(engine.wininet().InternetCloseHandle(null)).isFalse();
            assertThat(engine.journal().failures())
                    .extracting(JournalEntry::error)
                    .containsExactly(Win32Error.ERROR_INVALID_HANDLE);
        }
    }

    @Test
    void configuration_isChangedByARegisteredExtension() {
        Results results = run(Configured.class);

        assertThat(results.failures).isEmpty();
        assertThat(results.passed).hasSize(1);
    }
}
