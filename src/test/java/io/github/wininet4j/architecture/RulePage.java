package io.github.wininet4j.architecture;

import io.github.wininet4j.testing.TableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of all rules, line by line, as the tables and the tests have them. */
final class RulePage {
    static final Path FILE = Path.of("src/site/markdown/rules.md");

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern CITED = Pattern.compile("@Rule\\((?:value = )?(\\{[^}]*}|\"[^\"]*\")\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final int SHOWN = 2;

    private static final String HEAD = """
        # Rules

        What WinInet does, rule by rule, and what this project decided where no source says it. Code, tests and pages
        name a rule by its number. `RulePageTest` prints this page; each rule has up to two of the tests that cite it.

        The letter after a number is the kind of evidence:

        | | |
        | --- | --- |
        | D | Microsoft documents it |
        | O | seen on Windows: what the tests expect that Wine runs there; the contract where it differs from D |
        | K | an article of Microsoft's Knowledge Base, a blog of its engineers, or an issue that can be reproduced |
        | H | a public header says it: names, values, layouts |
        | W | seen in Wine only: a hint |
        | C | sources contradict each other; the rule has both sides |
        | P | decided or inferred by this project |
        | ? | no source settles it |

        Sources: *MS* is the page of that title in Microsoft's documentation of WinINet, *T* a file of Wine's tests for
        wininet, *W* a file of Wine's wininet, *H* a header of MinGW-w64 or of the Windows SDK, *M* the metadata of the
        Windows SDK, *KB* an article of the Knowledge Base, *GH* an issue on GitHub.

        """;

    private final List<Line> lines = new ArrayList<>();

    /** A line of the page; of a rule, with the tests that may stand at its end. */
    record Line(String start, Set<String> tests, String end) {
        private static final String TESTS = " Tests: ";

        static Line plain(String text) {
            return new Line(text, Set.of(), "");
        }

        String text() {
            return tests.isEmpty()
                    ? start + end
                    : start + TESTS + tests.stream().limit(SHOWN).collect(Collectors.joining(", "));
        }

        /** Returns whether a line of the page says the same, be it with other tests of the rule. */
        boolean isSaidBy(String line) {
            int named = line.lastIndexOf(TESTS);
            return line.equals(text())
                    || (named == start.length()
                            && line.startsWith(start)
                            && tests.containsAll(List.of(
                                    line.substring(named + TESTS.length()).split(", "))));
        }
    }

    RulePage() throws IOException {
        HEAD.lines().forEach(line -> lines.add(Line.plain(line)));
        Map<String, List<String[]>> families = new LinkedHashMap<>();
        Stream.concat(rows("rules"), rows("project-rules"))
                .forEach(row -> families.computeIfAbsent(row[1], family -> new ArrayList<>())
                        .add(row));
        families.forEach((family, rules) ->
                lines.add(Line.plain("- [" + rules.get(0)[3] + " (" + family + ")](#" + family + ")")));
        Map<String, String[]> texts = rows("texts").collect(Collectors.toMap(row -> row[0], row -> row));
        Map<String, String> reasons = reasons();
        Map<String, Set<String>> tests = tests();
        families.forEach((family, rules) -> {
            heading(family, rules.get(0)[3], texts.get(family));
            for (String[] rule : rules) {
                String reason = reasons.containsKey(rule[0]) ? " Not tested: " + reasons.get(rule[0]) + "." : "";
                lines.add(new Line(
                        start(rule, texts.get(rule[0])), tests.getOrDefault(rule[0], Set.of()), escaped(reason)));
            }
        });
    }

    List<Line> lines() {
        return lines;
    }

    /** Returns the anchors that the page has. */
    Set<String> anchors() {
        Pattern anchor = Pattern.compile("<a id=\"([^\"]+)\">");
        return lines.stream()
                .flatMap(line -> anchor.matcher(line.start).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private void heading(String family, String title, String[] note) {
        lines.add(Line.plain(""));
        lines.add(Line.plain("## <a id=\"" + family + "\"></a>" + title + " (" + family + ")"));
        lines.add(Line.plain(""));
        if (note != null) {
            lines.add(Line.plain(escaped(note[1])));
            lines.add(Line.plain(""));
        }
    }

    private static String start(String[] rule, String[] text) {
        String said = text == null ? rule[4] + "." : text[1];
        String source = text == null ? "" : " *" + escaped(text[2]) + "*";
        return "- <a id=\"" + rule[0] + "\"></a>**" + rule[0] + "** " + rule[2] + ": " + escaped(said) + source;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\*<>`\\[\\]|]", "\\\\$0");
    }

    static Stream<String[]> rows(String table) {
        return TableFile.rows("/rules/" + table + ".tsv").stream().skip(1);
    }

    static RuleCatalog catalog() {
        List<String> all = Stream.concat(rows("rules"), rows("project-rules"))
                .map(cells -> String.join("\t", cells))
                .toList();
        return RuleCatalog.parse(
                Stream.concat(Stream.of("heading"), all.stream()).toList());
    }

    private static Map<String, String> reasons() {
        RuleCatalog catalog = catalog();
        Map<String, String> reasons = new TreeMap<>();
        TableFile.rows("/rules/not-tested.tsv")
                .forEach(row -> catalog.expand(row[0]).orElseThrow().forEach(rule -> reasons.put(rule, row[1])));
        return reasons;
    }

    private static Map<String, Set<String>> tests() throws IOException {
        RuleCatalog catalog = catalog();
        Map<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                String source = Files.readString(file, StandardCharsets.UTF_8);
                CITED.matcher(source)
                        .results()
                        .map(MatchResult::group)
                        .forEach(annotation -> QUOTED.matcher(annotation)
                                .results()
                                .flatMap(quoted -> catalog.expand(quoted.group(1)).stream())
                                .flatMap(List::stream)
                                .forEach(rule -> tests.computeIfAbsent(rule, each -> new TreeSet<>())
                                        .add(name)));
            }
        }
        return tests;
    }
}
