package io.github.wininet4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.fuzz.probe.ProbedLoader;
import io.github.wininet4j.testing.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What parsers cost as their inputs grow, in blocks entered and characters looked at, so that no clock is asked. */
final class GrowthTest {
    private static final long SMALL = 500;
    private static final long LARGE = 4_000;

    /** No parsers: what a script costs is its own affair, up to the limits of a run, and calls wait for a server. */
    private static final Set<String> NO_PARSERS = Set.of("pac", "facade");

    static Set<String> targets() {
        Set<String> names = new TreeSet<>(FuzzTargets.ALL.keySet());
        names.removeAll(NO_PARSERS);
        return names;
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Rule("R-PROJ-COST-1")
    void cost_ofAnyWordRepeated_growsNoFasterThanLengthTimesLogarithm(String target) throws Exception {
        assertThat(find(target)).isEmpty();
    }

    @Test
    void cost_thatGrowsWithTheSquare_isFound() throws Exception {
        assertThat(find(SelfTestTarget.NAME))
                .anySatisfy(found -> assertThat(found).contains("with q repeated"))
                .anySatisfy(found -> assertThat(found).contains("with z repeated"));
    }

    @SuppressWarnings("unchecked") // made by the other side of the reflective call
    private static List<String> find(String target) throws Exception {
        ClassLoader loader = new ProbedLoader(FuzzTargets.create(target).packages(), true);
        return (List<String>) FuzzRun.call(loader, Growth.class, "find", target, SMALL, LARGE);
    }
}
