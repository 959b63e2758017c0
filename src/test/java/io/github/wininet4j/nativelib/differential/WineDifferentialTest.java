package io.github.wininet4j.nativelib.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.nativelib.CPrograms;
import io.github.wininet4j.testing.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The same C programs against Wine's wininet.dll and against this library, which must print the same but for the
 * differences that {@code native-stubs/differential/differences.tsv} explains. Wine is no authority where a rule says
 * otherwise; it is a second opinion by people who never saw this code.
 */
final class WineDifferentialTest {
    private static final Path TABLE = CPrograms.STUBS.resolve("differential").resolve("differences.tsv");

    @Test
    // Two programs compiled, a Windows set up, and each scenario twice.
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void scenarios_onWineAndHere_differOnlyAsExplained() throws Exception {
        Path wine = Tools.require("wine");
        Tools.require(CPrograms.MINGW);
        Tools.require("gcc");
        ScenarioProgram here = ScenarioProgram.forThisLibrary();
        ScenarioProgram there = ScenarioProgram.forWine(wine);

        Map<String, List<String>> ours = here.run();
        Map<String, List<String>> theirs = there.run();
        ScenarioProgram.write("here.txt", ours);
        ScenarioProgram.write("wine.txt", theirs);

        assertThat(ours.keySet()).hasSizeGreaterThan(40).isEqualTo(theirs.keySet());
        compare(theirs, ours, Explanation.read(TABLE));
    }

    private static void compare(
            Map<String, List<String>> theirs, Map<String, List<String>> ours, List<Explanation> explanations) {
        int equal = 0;
        int explained = 0;
        List<String> unexplained = new ArrayList<>();
        Set<Explanation> used = new HashSet<>();
        for (String scenario : theirs.keySet()) {
            List<String> difference = LineDifference.between(theirs.get(scenario), ours.get(scenario));
            List<String> open = difference.stream()
                    .filter(line -> explanations.stream()
                            .filter(explanation -> explanation.covers(scenario, line))
                            .map(used::add)
                            .toList()
                            .isEmpty())
                    .toList();
            if (difference.isEmpty()) {
                equal++;
            } else if (open.isEmpty()) {
                explained++;
            }
            open.forEach(line -> unexplained.add(scenario + "\t" + line));
        }
        System.out.printf(
                Locale.ROOT,
                "%d scenarios: %d equal, %d explained, %d not%n",
                theirs.size(),
                equal,
                explained,
                theirs.size() - equal - explained);
        assertThat(unexplained)
                .as("differences from Wine (-: Wine, +: here) without a row in " + TABLE)
                .isEmpty();
        assertThat(explanations)
                .as("rows of " + TABLE + " whose difference is gone")
                .filteredOn(explanation -> !explanation.isOptional() && !used.contains(explanation))
                .isEmpty();
    }
}
