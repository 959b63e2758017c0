package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of complaints answers each of the 25, by tests that exist. */
final class PainsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/pains.md");
    private static final int PAINS = 25;

    private static final Pattern TITLE = Pattern.compile("(\\d+)\\. .+");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    private static final Pattern ANNOTATION = Pattern.compile("@\\w*Test\\b");

    private static List<String> sections() throws IOException {
        return Stream.of(Files.readString(PAGE, StandardCharsets.UTF_8).split("(?m)^## ", -1))
                .skip(1)
                .toList();
    }

    @Test
    void page_answersEachPain() throws IOException {
        List<String> sections = sections();

        assertThat(sections).hasSize(PAINS);
        for (int i = 0; i < PAINS; i++) {
            String section = sections.get(i);
            assertThat(section.lines().findFirst().orElseThrow()).matches(TITLE).startsWith(i + 1 + ". ");
            assertThat(section)
                    .contains("- **WinInet:** ", "- **Here:** ", "- **Way out:** ", "- **Tests:** ")
                    .containsPattern(NAMED);
        }
    }

    @Test
    void tests_thatThePageNames_exist() throws IOException {
        Map<String, Path> classes;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            classes = files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
        List<String> missing = new ArrayList<>();
        List<MatchResult> named =
                NAMED.matcher(String.join("", sections())).results().toList();
        for (MatchResult test : named) {
            Path file = classes.get(test.group(1));
            if (file == null || !isTest(Files.readString(file, StandardCharsets.UTF_8), test.group(2))) {
                missing.add(test.group());
            }
        }

        assertThat(missing).isEmpty();
        assertThat(named).hasSizeGreaterThan(PAINS);
    }

    private static boolean isTest(String source, String method) {
        int at = source.indexOf("void " + method + "(");
        int before = source.lastIndexOf("\n    }\n", at);
        return at >= 0
                && ANNOTATION.matcher(source.substring(Math.max(before, 0), at)).find();
    }
}
