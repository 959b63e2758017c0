package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of rules says what the tables say, and whoever names a rule leads to it. */
final class RulePageTest {
    private static final Pattern RULE = Pattern.compile("\\bR-[A-Z0-9]+(?:-[A-Z][A-Z0-9]*)*-\\d+(?:\\.\\.\\d+)?\\b");

    @Test
    void texts_areThoseOfTheReference() {
        Set<String> rules = RulePage.rows("rules").map(row -> row[0]).collect(Collectors.toSet());
        Set<String> families = RulePage.rows("rules").map(row -> row[1]).collect(Collectors.toSet());
        List<String> texts = RulePage.rows("texts")
                .peek(row -> assertThat(row)
                        .as(row[0])
                        .hasSize(3)
                        .allSatisfy(cell -> assertThat(cell).isEqualTo(cell.strip())))
                .filter(row -> !families.contains(row[0]))
                .peek(row -> assertThat(row).as(row[0]).doesNotContain(""))
                .map(row -> row[0])
                .toList();

        assertThat(texts).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void page_saysWhatTheTablesSay() throws IOException {
        RulePage page = new RulePage();
        List<RulePage.Line> lines = page.lines();
        Path printed = Files.write(
                Path.of("target/rules.md"),
                lines.stream().map(RulePage.Line::text).toList());
        List<String> found = Files.readAllLines(RulePage.FILE, StandardCharsets.UTF_8);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), found.size()); i++) {
            if (!lines.get(i).isSaidBy(found.get(i))) {
                different.add(found.get(i));
            }
        }

        assertThat(different).as("%s should be as %s", RulePage.FILE, printed).isEmpty();
        assertThat(found).as("%s should be as %s", RulePage.FILE, printed).hasSameSizeAs(lines);
    }

    @Test
    void rules_namedByJavadoc_haveAnAnchor() throws IOException {
        Set<String> anchors = new RulePage().anchors();
        RuleCatalog catalog = RulePage.catalog();
        Set<String> named = new TreeSet<>();
        Set<String> nowhere = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .map(MatchResult::group)
                        .forEach(rule -> catalog.expand(rule)
                                .ifPresentOrElse(named::addAll, () -> nowhere.add(file + ": " + rule)));
            }
        }

        assertThat(nowhere).isEmpty();
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(anchors).containsAll(named).containsAll(catalog.all());
    }
}
