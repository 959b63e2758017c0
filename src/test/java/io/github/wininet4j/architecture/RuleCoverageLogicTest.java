package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The reckoning of {@link RuleCoverage} on a handful of rules. */
final class RuleCoverageLogicTest {
    private static final List<String> RULES = List.of(
            "id\tfamily\tclass\tsection\ttopic",
            "R-A-1\tR-A\tD\tA\tfirst",
            "R-A-2\tR-A\tD\tA\tsecond",
            "R-A-7\tR-A\tD\tA\tseventh",
            "R-A-Q-1\tR-A-Q\t?\tQuestions\tan open one",
            "R-B2-1\tR-B2\tO\tB\tlater");

    private final RuleCatalog catalog = RuleCatalog.parse(RULES);
    private final RuleCoverage coverage = new RuleCoverage(catalog, List.of("R-A", "R-A-Q"));

    @Test
    void expand_idOrRange_givesTheRulesThatExist() {
        assertThat(catalog.expand("R-A-2")).contains(List.of("R-A-2"));
        assertThat(catalog.expand("R-A-1..7")).contains(List.of("R-A-1", "R-A-2", "R-A-7"));
        assertThat(catalog.expand("R-A-Q-1")).contains(List.of("R-A-Q-1"));
        assertThat(catalog.all()).hasSize(5);
    }

    @Test
    void expand_whatDoesNotExist_givesNothing() {
        assertThat(List.of("R-A-3", "R-A-1..3", "R-A-7..1", "R-C-1", "R-A", "A-1", "R-A-1-2"))
                .allSatisfy(citation -> assertThat(catalog.expand(citation)).isEmpty());
    }

    @Test
    void parse_ofADoubledOrMalformedRule_fails() {
        String rule = RULES.get(1);
        assertThatThrownBy(() -> RuleCatalog.parse(List.of("id", rule, rule))).hasMessage("twice: R-A-1");
        assertThatThrownBy(() -> RuleCatalog.parse(List.of("id", rule.replace("\tR-A\t", "\tR-B\t"))))
                .hasMessageStartingWith("not a rule");
    }

    @Test
    void problems_whenEverythingIsCitedOrListed_areNone() {
        coverage.notTested("R-B2-1\tnot built yet");
        coverage.notTested("R-A-Q-1\tnobody knows");
        coverage.cited("R-A-1..2", "contract", true);
        coverage.cited("R-A-7", "unit", false);

        assertThat(coverage.problems(List.of("R-A", "R-A-Q"))).isEmpty();
        assertThat(coverage.summary())
                .isEqualTo(
                        "2 of 4 rules in scope cited by contract tests, 1 by other tests only, 1 listed with a reason");
    }

    @Test
    void problems_whileAFamilyIsNotEnforced_leaveItOut() {
        coverage.notTested("R-B2-1\tnot built yet");

        assertThat(coverage.problems(List.of())).isEmpty();
        assertThat(coverage.problems(List.of("R-A")))
                .containsExactly(
                        "neither cited by a test nor listed as not tested: R-A-1",
                        "neither cited by a test nor listed as not tested: R-A-2",
                        "neither cited by a test nor listed as not tested: R-A-7");
    }

    @Test
    void problems_ofAFamilyNeitherInScopeNorListed_nameItsRules() {
        assertThat(coverage.problems(List.of()))
                .containsExactly("neither cited by a test nor listed as not tested: R-B2-1");
    }

    @Test
    void problems_nameEveryKindOfMistake() {
        coverage.notTested("R-B2-1\tnot built yet");
        coverage.notTested("R-A-1\t ");
        coverage.notTested("R-A-2\tonce");
        coverage.notTested("R-A-2\ttwice");
        coverage.cited("R-A-2", "a test", true);
        coverage.cited("R-A-99", "a test", true);
        coverage.problem("further");

        assertThat(coverage.problems(List.of("R-B2")))
                .containsExactly(
                        "no reason: R-A-1\t ",
                        "listed twice: R-A-2",
                        "no rule R-A-99, named by a test",
                        "further",
                        "cited by a test, yet listed as not tested: R-A-2",
                        "enforced, but not in scope: R-B2");
        assertThat(new RuleCoverage(catalog, List.of("R-X")).problems(List.of()))
                .contains("no family in scope is called R-X");
    }
}
