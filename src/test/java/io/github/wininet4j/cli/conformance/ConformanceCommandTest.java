package io.github.wininet4j.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.cli.Command;
import io.github.wininet4j.cli.UsageException;
import io.github.wininet4j.testing.Waits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published behaviour, tried by the command, and what the command says when it is not kept. */
final class ConformanceCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(Waits.SECONDS);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private int run(String... args) {
        return new ConformanceCommand().run(List.of(args), out, out);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A back end in which one function always fails. */
    private static WinInet without(BackEnd real, String function) {
        return (WinInet) Proxy.newProxyInstance(
                WinInet.class.getClassLoader(), new Class<?>[] {WinInet.class}, (proxy, method, args) -> {
                    if (method.getName().equals(function)) {
                        real.SetLastError(1);
                        return false;
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Subject live(String name, WinInet api) {
        return new Subject.Live(name, api);
    }

    @Test
    void run_onTheEngine_findsThatAllHolds() {
        int code = run("--back-end", "engine");

        assertThat(printed())
                .doesNotContain("FAIL")
                .contains(Suites.ALL.size() + " of " + Suites.ALL.size() + " behaviours hold, 0 do not");
        assertThat(code).isZero();
    }

    @Test
    void run_compareEngineAndNative_findsNoDifference() {
        assumeTrue(WinInets.available().contains("native"), "the native library is not built");

        int code = run("--compare", "engine,native");

        assertThat(printed())
                .doesNotContain("DIFFERENT")
                .contains("native: ")
                .contains("0 of " + Suites.ALL.size() + " differ");
        assertThat(code).isZero();
    }

    @Test
    void run_withRule_triesOnlyWhatRestsOnIt() {
        assertThat(run("--back-end", "engine", "--rule", "r-canon-*", "--verbose"))
                .isZero();

        assertThat(printed())
                .contains("R-CANON-7[O]", "happened  URL: foo%20bar")
                .doesNotContain("R-ASYNC");
    }

    @ParameterizedTest
    @CsvSource({
        "R-CB-1, true",
        "R-CB-*, true",
        "r-cb-1, true",
        "*-1, true",
        "R-CB, false",
        "R-CB-, false",
        "R-CB-11, false",
        "R-CTX-3, true"
    })
    void rests_onRule_isDecidedByItsNumber(String pattern, boolean expected) {
        ConformanceCase behaviour = new ConformanceCase("R-CB-1[D] R-CTX-3[O]", "title", bed -> {});

        assertThat(behaviour.rests(pattern)).isEqualTo(expected);
    }

    @Test
    void single_onADoctoredBackEnd_saysWhatWasExpectedAndWhatHappened() throws InterruptedException {
        try (BackEnd engine = WinInets.engine()) {
            WinInet doctored = without(engine, "InternetCanonicalizeUrl");

            boolean well =
                    new Report(out, false, LIMIT).single(Suites.matching("R-CANON-10"), live("doctored", doctored));

            assertThat(well).isFalse();
        }
        assertThat(printed())
                .contains("FAIL  A text without scheme is accepted  (R-CANON-10[O])")
                .contains("expected  URL: foo%20bar")
                .contains("happened  URL: ")
                .contains("0 of 1 behaviours hold, 1 do not");
    }

    @Test
    void compared_withADoctoredBackEnd_saysWhatDiffers() throws InterruptedException {
        try (BackEnd engine = WinInets.engine()) {
            WinInet doctored = without(engine, "HttpAddRequestHeaders");

            boolean same = new Report(out, false, LIMIT)
                    .compared(Suites.matching("R-HDR-10"), live("real", engine), live("other", doctored));

            assertThat(same).isFalse();
        }
        assertThat(printed())
                .contains("PASS FAIL DIFFERENT ")
                .contains("real  values: 1 | 2")
                .contains("other  values: ")
                .contains("real: 1 of 1 behaviours hold")
                .contains("other: 0 of 1 behaviours hold")
                .contains("1 of 1 differ");
    }

    @Test
    void single_withABehaviourThatDoesNotEnd_fails() throws InterruptedException {
        ConformanceCase endless = new ConformanceCase("R-CB-1[D]", "Waits", bed -> new CountDownLatch(1).await());
        try (BackEnd engine = WinInets.engine()) {
            assertThat(new Report(out, false, Duration.ofSeconds(1)).single(List.of(endless), live("engine", engine)))
                    .isFalse();
        }
        assertThat(printed()).contains("happened  did not end within 1 s");
    }

    @Test
    void all_citeObservedOrDocumentedRules() {
        assertThat(Suites.ALL).allSatisfy(behaviour -> {
            assertThat(behaviour.rules()).matches("R-[A-Z]+-\\d+\\[[OD]]( R-[A-Z]+-\\d+\\[[OD]])*");
            assertThat(behaviour.expected()).isNotEmpty();
        });
        // A recording finds them by their titles.
        assertThat(Suites.ALL).extracting(ConformanceCase::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "operand",
                "--back-end",
                "--compare engine",
                "--compare engine,",
                "--compare a,b,c",
                "--back-end engine --compare engine,engine",
                "--record file --compare engine,engine",
                "--back-end engine --record /no/such/folder/file",
                "--rule R-NONE-*",
                "--back-end /no/such/library"
            })
    void run_withWrongArguments_refusesThem(String line) {
        assertThatThrownBy(() -> run(line.split(" "))).isInstanceOf(UsageException.class);

        assertThat(printed()).isEmpty();
    }

    @Test
    void run_help_listsItsOptions() {
        assertThat(run("--help")).isEqualTo(Command.SUCCESS);

        assertThat(printed()).contains("--compare A,B").contains("Exit code");
    }
}
