package io.github.wininet4j.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares the rules with the tests that cite them and with the list of those that none cites. */
final class RuleCoverage {
    private final RuleCatalog catalog;
    private final List<String> scope;
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Set<String> cited = new LinkedHashSet<>();
    private final Set<String> citedByContract = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    RuleCoverage(RuleCatalog catalog, List<String> scope) {
        this.catalog = catalog;
        this.scope = scope;
        scope.stream()
                .filter(family -> !catalog.families().contains(family))
                .forEach(family -> problems.add("no family in scope is called " + family));
    }

    /** Takes a line of the list: a citation, a tab and a reason. */
    void notTested(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 2 || cells[1].isBlank()) {
            problems.add("no reason: " + line);
            return;
        }
        for (String id : expand(cells[0], "not-tested.tsv")) {
            if (reasons.put(id, cells[1]) != null) {
                problems.add("listed twice: " + id);
            }
        }
    }

    /** Takes a citation of a test. */
    void cited(String citation, String test, boolean contract) {
        List<String> ids = expand(citation, test);
        cited.addAll(ids);
        if (contract) {
            citedByContract.addAll(ids);
        }
    }

    void problem(String problem) {
        problems.add(problem);
    }

    private List<String> expand(String citation, String where) {
        return catalog.expand(citation).orElseGet(() -> {
            problems.add("no rule " + citation + ", named by " + where);
            return List.of();
        });
    }

    /** Returns what is wrong, families whose completeness is enforced included. */
    List<String> problems(List<String> enforced) {
        List<String> all = new ArrayList<>(problems);
        for (String id : reasons.keySet()) {
            if (cited.contains(id)) {
                all.add("cited by a test, yet listed as not tested: " + id);
            }
        }
        for (String family : enforced) {
            if (!scope.contains(family)) {
                all.add("enforced, but not in scope: " + family);
            }
        }
        for (String family : catalog.families()) {
            if (enforced.contains(family) || !scope.contains(family)) {
                for (String id : catalog.rulesOf(family)) {
                    if (!cited.contains(id) && !reasons.containsKey(id)) {
                        all.add("neither cited by a test nor listed as not tested: " + id);
                    }
                }
            }
        }
        return all;
    }

    /** Returns the rules of families that no contract test cites, and for which no reason is given. */
    List<String> withoutContractTest(List<String> families) {
        return families.stream()
                .flatMap(family -> catalog.rulesOf(family).stream())
                .filter(id -> !citedByContract.contains(id) && !reasons.containsKey(id))
                .toList();
    }

    String summary() {
        List<String> inScope = scope.stream()
                .flatMap(family -> catalog.rulesOf(family).stream())
                .toList();
        long byContract = inScope.stream().filter(citedByContract::contains).count();
        long byOthers = inScope.stream().filter(cited::contains).count() - byContract;
        long listed = inScope.stream().filter(reasons::containsKey).count();
        return String.format(
                Locale.ROOT,
                "%d of %d rules in scope cited by contract tests, %d by other tests only, %d listed with a reason",
                byContract,
                inScope.size(),
                byOthers,
                listed);
    }
}
