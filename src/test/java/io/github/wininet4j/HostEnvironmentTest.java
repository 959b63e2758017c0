package io.github.wininet4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Rule;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users decide by environment variables. */
@Rule("R-PROJ-HOST-1")
final class HostEnvironmentTest {
    private static final Path FOLDER = Path.of("somewhere").toAbsolutePath();

    private static WinInetConfig with(String name, String value) {
        return HostEnvironment.of(Map.of(name, value)).config();
    }

    @Test
    void config_withoutVariables_isTheDefault() {
        assertThat(HostEnvironment.of(Map.of()).config()).isEqualTo(WinInetConfig.builtIn());
        assertThat(with("WININET4J_CACHE", "")).isEqualTo(WinInetConfig.builtIn());
        assertThat(with("WININET4J_CACHE", "shared")).isEqualTo(WinInetConfig.builtIn());
        assertThat(with("WININET4J_ISOLATED", "0")).isEqualTo(WinInetConfig.builtIn());
        assertThat(with("WININET4J_COMPLETION", "natural")).isEqualTo(WinInetConfig.builtIn());
    }

    @Test
    void switches_areNames_inAnyCase() {
        assertThat(with("WININET4J_SWITCHES", " gopher, DO_NOT_FOLLOW_308  ignore_max_age,")
                        .switches())
                .containsExactlyInAnyOrder(
                        CompatibilitySwitch.GOPHER,
                        CompatibilitySwitch.DO_NOT_FOLLOW_308,
                        CompatibilitySwitch.IGNORE_MAX_AGE);
    }

    @Test
    void cacheAndDirectory_areWhereTheySay() {
        assertThat(with("WININET4J_CACHE", "none").cache()).isEqualTo(CachePlace.NONE);
        assertThat(with("WININET4J_CACHE", "Engine").cache()).isEqualTo(CachePlace.OF_ENGINE);
        assertThat(with("WININET4J_CACHE", FOLDER.toString()).cache()).isEqualTo(CachePlace.at(FOLDER));
        assertThat(with("WININET4J_DIRECTORY", FOLDER.toString()).dataDirectory())
                .isEqualTo(FOLDER);
    }

    @Test
    @Rule("R-PROJ-HOST-2")
    void isolation_isRefinedByTheOthers() {
        WinInetConfig config = HostEnvironment.of(Map.of("WININET4J_ISOLATED", "1", "WININET4J_CACHE", "shared"))
                .config();

        assertThat(with("WININET4J_ISOLATED", "1").dataDirectory()).isNull();
        assertThat(with("WININET4J_ISOLATED", "1").cache()).isEqualTo(CachePlace.OF_ENGINE);
        assertThat(config.dataDirectory()).isNull();
        assertThat(config.cache()).isEqualTo(CachePlace.SHARED);
    }

    private static List<Outcome> outcomes(String completion) {
        CompletionPolicy policy = with("WININET4J_COMPLETION", completion).completionPolicy();
        return Stream.generate(() -> policy.decide("InternetReadFile"))
                .limit(64)
                .toList();
    }

    @Test
    void completion_isAnOutcomeOrTheSeedOfAMix() {
        assertThat(outcomes("at_once")).containsOnly(Outcome.AT_ONCE);
        assertThat(outcomes("Pending")).containsOnly(Outcome.PENDING);
        assertThat(outcomes("7")).contains(Outcome.AT_ONCE, Outcome.PENDING).isEqualTo(outcomes("7"));
        assertThat(outcomes("7")).isNotEqualTo(outcomes("8"));
    }

    @Test
    void completion_mixed_saysBySeed() {
        try (CapturedLog log = CapturedLog.start()) {
            List<Outcome> seen = outcomes("mixed");

            String[] words = log.messages().get(0).split(" ");
            assertThat(seen).isEqualTo(outcomes(words[words.length - 1]));
        }
    }

    @Test
    void trace_isAsItStands() {
        assertThat(HostEnvironment.of(Map.of()).trace()).isNull();
        assertThat(HostEnvironment.of(Map.of("WININET4J_TRACE", "stderr")).trace())
                .isEqualTo("stderr");
    }

    @Test
    void trace_thatCannotBeWritten_isLogged_andLeftOut(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("trace.log");
        HostEnvironment environment = HostEnvironment.of(Map.of("WININET4J_TRACE", file.toString()));
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(environment.openTrace()).isNull();

            assertThat(log.messages())
                    .containsExactly("WININET4J_TRACE: cannot write the trace to " + file + ": "
                            + new NoSuchFileException(file.toString()));
        }
    }

    @Test
    void valueThatMeansNothing_isLogged_andLeavesTheDefault() {
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(with("WININET4J_SWITCHES", "gophers,GOPHER").switches())
                    .containsExactly(CompatibilitySwitch.GOPHER);
            assertThat(with("WININET4J_CACHE", "off")).isEqualTo(WinInetConfig.builtIn());
            assertThat(with("WININET4J_DIRECTORY", "some/folder")).isEqualTo(WinInetConfig.builtIn());
            assertThat(with("WININET4J_ISOLATED", "perhaps")).isEqualTo(WinInetConfig.builtIn());
            assertThat(with("WININET4J_COMPLETION", "soon")).isEqualTo(WinInetConfig.builtIn());

            assertThat(log.messages())
                    .containsExactly(
                            "WININET4J_SWITCHES: gophers is ignored; expected names of CompatibilitySwitch",
                            "WININET4J_CACHE: off is ignored; expected shared, engine, none or an absolute path",
                            "WININET4J_DIRECTORY: some/folder is ignored; expected an absolute path",
                            "WININET4J_ISOLATED: perhaps is ignored; expected 1 or 0",
                            "WININET4J_COMPLETION: soon is ignored; expected natural, at_once, pending, mixed or a number");
        }
    }
}
