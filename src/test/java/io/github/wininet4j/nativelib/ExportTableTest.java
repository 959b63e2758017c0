package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of functions: all names that the SDK declares for wininet.dll, what each does here, and its tests. */
@Rule("R-SDK-1")
final class ExportTableTest {
    private static final Path PAGE = Path.of("src/site/markdown/functions.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern CALL = Pattern.compile("\\.([A-Z]\\w+)\\(");
    private static final Pattern C_CALL = Pattern.compile("\\b([A-Z]\\w+)\\(");

    /** What calls every function of the library's table, and what loads every name. */
    private static final String EVERY = "abi_test";

    private static final String LOADS = "exports_test";

    private static final int DECLARED = 296;

    /** Declared for another library, of which current Windows has none. */
    private static final Set<String> OF_JSPROXY = Set.of("InternetDeInitializeAutoProxyDll", "InternetGetProxyInfo");

    private static final int SHOWN = 2;

    private static final String HEAD = """
        # Functions

        All names that the SDK declares for wininet.dll. `ExportTableTest` prints this page.

        - works: does what the documentation says, or what was seen on Windows.
        - retired: gives the documented answer of a feature that is gone.
        - no source: nothing says what it does. It is exported, so that programs load, and fails with
          `ERROR_CALL_NOT_IMPLEMENTED` (120).

        Tests in Java call the function of the engine; those marked with + run through JNA and the C library as well.
        C programs are in `native-stubs/tests`; `abi_test` checks the arguments of each function.

        """;

    private static final String TABLE =
            "\n| function | state | tests in Java | C programs |\n| --- | --- | --- | --- |\n";

    @TempDir
    private Path folder;

    /** A row of the table: {@code works}, {@code retired} or {@code no source}, and why. */
    private record Export(String name, String state, String reason) {}

    private static List<Export> exports() {
        return TableFile.rows("/io/github/wininet4j/cli/port/functions.tsv").stream()
                .skip(1)
                .map(row -> new Export(row[0], row[1], row.length > 2 ? row[2] : ""))
                .toList();
    }

    @Test
    void table_hasEachNameOfTheSdk_andStatesWhatTheLibraryExports() {
        Set<String> documented = CPrograms.functions("wininet4j_functions.def");
        Set<String> undocumented = CPrograms.functions("wininet4j_undocumented.def");
        Set<String> listed = new TreeSet<>();
        for (Export export : exports()) {
            boolean exported = documented.contains(export.name) || undocumented.contains(export.name);
            assertThat(export.state).as(export.name).isIn("works", "retired", "no source");
            assertThat(exported).as(export.name).isTrue();
            if (undocumented.contains(export.name)) {
                assertThat(export.state).as(export.name).isEqualTo("no source");
            }
            listed.add(export.name);
        }

        assertThat(undocumented).doesNotContainAnyElementsOf(documented);
        documented.removeAll(OF_JSPROXY);
        documented.addAll(undocumented);
        assertThat(listed).isEqualTo(documented).hasSize(DECLARED);
    }

    /** The page names two tests of many, so that one more test leaves it true. */
    @Test
    @Rule("R-SDK-5")
    void page_listsEachNameWithItsTests() throws IOException {
        List<Row> rows = rows();
        String expected = page(rows);
        String found = Files.exists(PAGE) ? Files.readString(PAGE).replace("\r\n", "\n") : "";
        Path printed = Files.writeString(Path.of("target/functions.md"), expected);

        String[] lines = found.substring(found.indexOf(TABLE) + TABLE.length()).split("\n", -1);
        String reason = PAGE + " should be as " + printed;
        assertThat(found.substring(0, found.indexOf(TABLE) + TABLE.length()))
                .as(reason)
                .isEqualTo(expected.substring(0, expected.indexOf(TABLE) + TABLE.length()));
        assertThat(lines).as(reason).hasSize(rows.size() + 1);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).check(lines[i], reason);
        }
    }

    @Test
    @Rule({"R-SDK-4..5", "R-PROJ-CACHE-11"})
    void program_loadsEachExport_andThoseWithoutSourceAreNotImplemented() throws IOException {
        Path library = CPrograms.library();
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("exports_test.c"), library, folder, "-ldl");
        List<String> names = exports().stream().map(Export::name).toList();
        Path list = Files.write(folder.resolve("names.txt"), names);
        List<String> command =
                List.of(program.toString(), library.resolve("libwininet.so").toString(), list.toString());

        // Without a Java home: these functions need none.
        CPrograms.Ran ran = CPrograms.run(Map.of(), command);

        assertThat(ran.output())
                .isEqualTo(names.size() + " loaded, "
                        + CPrograms.functions("wininet4j_undocumented.def").size() + " called, 0 failures\n");
    }

    /** A row of the page. */
    private record Row(Export export, Set<String> java, Set<String> c) {
        String start() {
            String why = export.reason.isEmpty() ? "" : ": " + export.reason;
            return "| " + export.name + " | " + export.state + why + " | ";
        }

        String text() {
            return start() + shown(java) + " | " + shown(c) + " |\n";
        }

        void check(String line, String reason) {
            assertThat(line).as(reason).startsWith(start());
            String[] cells = line.substring(start().length()).split(" [|] ?");
            assertThat(java.isEmpty() ? Set.of("-") : java)
                    .as(reason + ": " + line)
                    .contains(cells[0].split(", "));
            assertThat(c).as(reason + ": " + line).contains(cells[1].split(", "));
        }

        private static String shown(Set<String> tests) {
            return tests.isEmpty() ? "-" : tests.stream().limit(SHOWN).collect(Collectors.joining(", "));
        }
    }

    private static List<Row> rows() throws IOException {
        Map<String, Set<String>> java = javaTests();
        Map<String, Set<String>> c = cPrograms();
        Set<String> documented = CPrograms.functions("wininet4j_functions.def");
        List<Export> exports = exports();
        Set<String> names = names(exports);
        List<Row> rows = new ArrayList<>();
        for (Export export : exports) {
            Set<String> ofC = new TreeSet<>(c.getOrDefault(export.name, Set.of()));
            ofC.add(documented.contains(export.name) ? EVERY : LOADS);
            Set<String> ofJava = tests(java, export.name, names);
            assertThat(ofJava.isEmpty() && documented.contains(export.name))
                    .as(export.name + " has no test in Java")
                    .isFalse();
            rows.add(new Row(export, ofJava, ofC));
        }
        return rows;
    }

    private static String page(List<Row> rows) {
        StringBuilder page = new StringBuilder(HEAD);
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.export.state, TreeMap::new, Collectors.counting()))
                .forEach((state, count) -> page.append("- ")
                        .append(state)
                        .append(": ")
                        .append(count)
                        .append('\n'));
        page.append(TABLE);
        rows.forEach(row -> page.append(row.text()));
        return page.toString();
    }

    private static Set<String> names(List<Export> exports) {
        return exports.stream().map(Export::name).collect(Collectors.toSet());
    }

    /**
     * In Java a wide function has no suffix, and a plain one beside A and W is the A function. An A function has tests
     * of its own.
     */
    private static Set<String> tests(Map<String, Set<String>> java, String name, Set<String> all) {
        String base = name.substring(0, name.length() - 1);
        if (name.endsWith("A") && all.contains(base + "W")) {
            return java.getOrDefault(name, Set.of());
        }
        boolean isWide = name.endsWith("W") && all.contains(base + "A");
        List<String> forms = isWide ? List.of(base) : List.of(all.contains(name + "A") ? name + "A" : name, name, base);
        return forms.stream()
                .map(java::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Set.of());
    }

    private static Map<String, Set<String>> javaTests() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Path file : files(TESTS, ".java")) {
            String text = Files.readString(file);
            String name = file.getFileName().toString().replace(".java", "");
            // What a contract test uses to make its calls runs on every back end as well.
            boolean everywhere = file.getParent().endsWith("contract");
            collect(tests, CALL, text, everywhere ? name + "+" : name);
        }
        return tests;
    }

    private static Map<String, Set<String>> cPrograms() throws IOException {
        Map<String, Set<String>> programs = new TreeMap<>();
        for (Path file : files(CPrograms.TESTS, "_test.c")) {
            collect(
                    programs,
                    C_CALL,
                    Files.readString(file),
                    file.getFileName().toString().replace(".c", ""));
        }
        return programs;
    }

    private static void collect(Map<String, Set<String>> tests, Pattern call, String text, String name) {
        call.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(function ->
                        tests.computeIfAbsent(function, key -> new TreeSet<>()).add(name));
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
