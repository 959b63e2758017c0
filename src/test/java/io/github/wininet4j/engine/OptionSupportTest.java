package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionSupport;
import io.github.wininet4j.engine.option.OptionTable;
import io.github.wininet4j.testing.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page of options is printed from the table that the engine works by. */
final class OptionSupportTest {
    private static final Path PAGE = Path.of("src/site/markdown/options.md");
    private static final Path TABLE = Path.of("src/main/resources/io/github/wininet4j/cli/port/options.tsv");
    private static final String PREFIX = "INTERNET_OPTION_";
    private static final String HEAD = """
            # Options

            What `InternetQueryOption` and `InternetSetOption` do with each option. Names are without `INTERNET_OPTION_`.
            `OptionSupportTest` prints this page.
            """;

    @Test
    void page_listsTheOptionsOfTheEngine() throws IOException {
        check(PAGE, page());
    }

    /** What the report for porters says about options is printed from the same rows as the page. */
    @Test
    void tableOfTheReport_listsTheOptionsOfTheEngine() throws IOException {
        check(TABLE, table());
    }

    private static void check(Path file, String expected) throws IOException {
        String found = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
        if (!found.equals(expected)) {
            Path printed = Files.writeString(Path.of("target").resolve(file.getFileName()), expected);
            System.out.println(file + " should be as " + printed);
        }

        assertThat(found).isEqualTo(expected);
    }

    /** A line for each option: what has it, and what can be done there, are together in one cell. */
    private static String table() {
        Map<Integer, String> notes = new HashMap<>();
        for (String[] cells : TableFile.rows("/options/options.tsv")) {
            notes.put(Integer.parseInt(cells[0]), cells[10]);
        }
        Map<String, List<String>> places = new TreeMap<>();
        for (OptionRow<?, ?> row : rows()) {
            boolean usable = row.support() == OptionSupport.SUPPORTED || row.support() == OptionSupport.WITHOUT_EFFECT;
            String state = row.support() == OptionSupport.SUPPORTED
                    ? "works"
                    : row.support().toString();
            String name = row.name().substring(PREFIX.length());
            String key = String.join("\t", name, Integer.toUnsignedString(row.id()), state);
            List<String> ofOption = places.computeIfAbsent(key, each -> new ArrayList<>());
            if (usable) {
                ofOption.add(row.access() + " (" + row.owner().label() + ")");
            }
        }
        StringBuilder table = new StringBuilder("""
                # The options by the table that the engine works by, and the notes of the reference. OptionSupportTest
                # prints this file. Cells: name without INTERNET_OPTION_, number, state, access by handle, note.
                """);
        places.forEach((key, access) -> {
            int number = Integer.parseUnsignedInt(key.split("\t", -1)[1]);
            table.append(key).append('\t').append(String.join(", ", access)).append('\t');
            table.append(notes.getOrDefault(number, "")).append('\n');
        });
        return table.toString();
    }

    /** A note of the reference says what an option does not do, and is there as long as the option does nothing. */
    @Test
    void optionWithoutEffect_hasANote_andNoOtherIsNotedAsNotBuilt() {
        Map<Integer, String> notes = new HashMap<>();
        for (String[] cells : TableFile.rows("/options/options.tsv")) {
            notes.put(Integer.parseInt(cells[0]), cells[10]);
        }
        for (OptionRow<?, ?> row : rows()) {
            String note = notes.get(row.id());
            if (row.support() == OptionSupport.WITHOUT_EFFECT) {
                assertThat(note).as(row.name()).isNotBlank();
            } else if (row.support() == OptionSupport.SUPPORTED && note != null) {
                assertThat(note).as(row.name()).doesNotContain("not built");
            }
        }
    }

    private static List<? extends OptionRow<?, ?>> rows() {
        return new OptionTable(() -> Engine.optionRows(Engine.newState(WinInetConfig.isolated())))
                .rows().values().stream()
                        .flatMap(Collection::stream)
                        .filter(OptionSupportTest::isUsableOrNobodys)
                        .toList();
    }

    private static String page() {
        List<? extends OptionRow<?, ?>> rows = rows();
        StringBuilder page = new StringBuilder(HEAD);
        section(page, rows, OptionSupport.SUPPORTED, "Supported", """
                They do what the documentation says or what was seen on Windows.
                """);
        section(page, rows, OptionSupport.WITHOUT_EFFECT, "Accepted, no effect", """
                They can be set and queried as documented and change nothing else.
                """);
        section(page, rows, OptionSupport.NOT_IMPLEMENTED, "Not implemented in WinInet", """
                Documented as not implemented in WinInet itself, or retired. Every call fails.
                """);
        section(page, rows, OptionSupport.NAME_ONLY, "Undocumented", """
                Known by name and number alone. Every call fails.
                """);
        return page.toString();
    }

    /** An option and what has it to a line; those that every call refuses need neither access nor handle. */
    private static void section(
            StringBuilder page,
            List<? extends OptionRow<?, ?>> rows,
            OptionSupport support,
            String title,
            String explanation) {
        boolean usable = support == OptionSupport.SUPPORTED || support == OptionSupport.WITHOUT_EFFECT;
        page.append("\n## ").append(title).append("\n\n").append(explanation).append('\n');
        page.append(usable ? "| option | number | handle | access |\n| --- | --: | --- | --- |\n" : "");
        page.append(usable ? "" : "| option | number |\n| --- | --: |\n");
        rows.stream()
                .filter(row -> row.support() == support)
                .map(row -> "| " + row.name().substring(PREFIX.length()) + " | " + Integer.toUnsignedString(row.id())
                        + (usable ? " | " + row.owner().label() + " | " + row.access() : "") + " |\n")
                .sorted()
                .forEach(page::append);
    }

    /** Leaves out rows that only give one kind of handle an error of its own. */
    private static boolean isUsableOrNobodys(OptionRow<?, ?> row) {
        return row.refusal() == 0 || row.owner().type().equals(Object.class);
    }
}
