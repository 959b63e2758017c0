package io.github.wininet4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.fuzz.probe.FuzzReport;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of every target, the same each time; {@link FuzzRun} is for long ones. */
final class FuzzTest {
    private static final int INPUTS = 5_000;

    static Set<String> targets() {
        return FuzzTargets.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void parser_givenAnyInput_answersAsDocumented(String target) throws Exception {
        FuzzReport report = FuzzRun.run(target, INPUTS, 1);

        assertThat(report.findings()).isEmpty();
        assertThat(report.inputs()).isEqualTo(INPUTS);
        // Inputs that all end alike would show nothing.
        assertThat(report.outcomes()).hasSizeGreaterThan(1);
        assertThat(report.blocks()[0]).isPositive();
    }

    @Test
    void run_withOneSeed_isTheSameEachTime() throws Exception {
        FuzzReport first = FuzzRun.run("url-crack", 500, 7);
        FuzzReport second = FuzzRun.run("url-crack", 500, 7);

        assertThat(second.outcomes()).isEqualTo(first.outcomes());
        assertThat(second.kept()).isEqualTo(first.kept());
    }

    @Test
    void run_ofATargetThatFails_findsAndShortensTheInput() throws Exception {
        FuzzReport report = FuzzRun.run("self-test", 100_000, 1);

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings().get(0)).startsWith("\"bad\"");
    }
}
