package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.TableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages, comments and tables name exists: rules, files, classes. */
final class DocumentationTest {
    private static final Pattern RULE = Pattern.compile("\\bR-[A-Z0-9]+(?:-[A-Z][A-Z0-9]*)*-\\d+(?:\\.\\.\\d+)?\\b");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)[^)\\s]*\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TEST_OPTION = Pattern.compile("-Dtest='?([\\w,]+)");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+");
    private static final Pattern TYPE = Pattern.compile("(?:[a-z]\\w*\\.)*([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Where the paths of the pages start. */
    private static final List<Path> BASES = List.of(
            Path.of(""),
            Path.of("src/main/java/io/github/wininet4j"),
            Path.of("src/test/resources"),
            Path.of("native-stubs"),
            Path.of("native-stubs/include"));

    /** Files of a JDK, and of a user's folder. */
    private static final Set<String> ELSEWHERE = Set.of("include/jni.h", "native/libwininet.so");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String root : List.of("src", "native-stubs")) {
            pages.addAll(files(root, ".md"));
        }
        pages.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")));
        return pages;
    }

    private static List<Path> files(String root, String... ends) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
            return all.filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(match.groupCount()))
                .toList();
    }

    @Test
    void rules_namedByPagesSourcesAndTables_exist() throws IOException {
        RuleCatalog catalog = RuleCatalog.parse(
                Stream.concat(lines("rules.tsv"), lines("project-rules.tsv").skip(1))
                        .toList());
        List<Path> files = new ArrayList<>(pages());
        files.addAll(files("src/main", ".java"));
        files.addAll(files("src/test/resources", "constants.tsv", "options.tsv", "project-rules.tsv"));
        files.addAll(files("native-stubs", ".c", ".h", ".def", ".tsv"));
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (Path file : files) {
            for (MatchResult rule : RULE.matcher(text(file)).results().toList()) {
                found++;
                if (catalog.expand(rule.group()).isEmpty()) {
                    unknown.add(file + ": " + rule.group());
                }
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(found).isGreaterThan(1000);
    }

    private static Stream<String> lines(String table) {
        return TableFile.rows("/rules/" + table).stream().map(cells -> String.join("\t", cells));
    }

    @Test
    void links_ofPages_leadToFiles() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : matches(LINK, text(page))) {
                Path target = page.resolveSibling(link);
                if (!link.startsWith("http") && !Files.exists(target)) {
                    broken.add(page + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void paths_ofPages_exist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String code : matches(CODE, text(page))) {
                boolean isOurs = !code.startsWith("target/") && !ELSEWHERE.contains(code);
                if (PATH.matcher(code).matches() && isOurs && !isPath(code)) {
                    missing.add(page + ": " + code);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static boolean isPath(String name) {
        return BASES.stream()
                .anyMatch(base -> Files.exists(base.resolve(name)) || Files.exists(base.resolve(name + ".java")));
    }

    @Test
    void classes_ofPages_exist() throws IOException {
        Set<String> words = new HashSet<>();
        List<Path> sources = new ArrayList<>(files("src", ".java"));
        sources.addAll(files("native-stubs", ".c", ".h", ".def"));
        for (Path source : sources) {
            words.addAll(matches(WORD, text(source)));
        }
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String code : matches(CODE, text(page))) {
                List<String> names = matches(TYPE, code);
                if (TYPE.matcher(code).matches() && !words.containsAll(names)) {
                    missing.add(page + ": " + code);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void commands_ofPages_nameTestClasses() throws IOException {
        Set<String> tests = new HashSet<>();
        for (Path file : files("src/test/java", ".java")) {
            tests.add(file.getFileName().toString().replace(".java", ""));
        }
        List<String> named = new ArrayList<>();
        for (Path page : pages()) {
            matches(TEST_OPTION, text(page)).forEach(option -> named.addAll(List.of(option.split(","))));
        }

        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(tests);
    }
}
