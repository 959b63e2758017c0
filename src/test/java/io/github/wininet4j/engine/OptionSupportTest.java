package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.option.OptionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of options is the one that the engine works by. */
final class OptionSupportTest {
    private static final String BEGIN = "<!-- options: OptionSupportTest prints this table -->\n";
    private static final String END = "<!-- end of options -->\n";
    private static final String PREFIX = "INTERNET_OPTION_";

    @Test
    void readme_listsTheOptionsOfTheEngine() throws IOException {
        String expected = table();
        String readme = Files.readString(Path.of("README.md")).replace("\r\n", "\n");
        int start = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (start < 0
                || end < 0
                || !readme.substring(start + BEGIN.length(), end).equals(expected)) {
            System.out.println("README.md should have:\n" + BEGIN + expected + END);
        }

        assertThat(start).as("place of the table").isNotNegative();
        assertThat(end).as("end of the table").isGreaterThan(start);
        assertThat(readme.substring(start + BEGIN.length(), end)).isEqualTo(expected);
    }

    /** A line for all options that are alike in who has them, what may be done with them and how far they go. */
    private static String table() {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        new OptionTable(() -> Engine.optionRows(Engine.newState(WinInetConfig.defaults())))
                .rows().values().stream()
                        .flatMap(Collection::stream)
                        .filter(OptionSupportTest::isUsableOrNobodys)
                        .forEach(row -> groups.computeIfAbsent(group(row), key -> new TreeSet<>())
                                .add(row.name().substring(PREFIX.length())));
        return groups.entrySet().stream()
                .map(entry -> "| " + entry.getKey() + " | " + String.join(", ", entry.getValue()) + " |\n")
                .collect(Collectors.joining(
                        "", "| support | handle | access | options |\n| --- | --- | --- | --- |\n", ""));
    }

    /** Leaves out rows that only give one kind of handle an error of its own. */
    private static boolean isUsableOrNobodys(OptionRow<?, ?> row) {
        return row.refusal() == 0 || row.owner().type().equals(Object.class);
    }

    private static String group(OptionRow<?, ?> row) {
        return row.support() + " | " + row.owner().label() + " | " + row.access();
    }
}
