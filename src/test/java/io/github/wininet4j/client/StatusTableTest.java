package io.github.wininet4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.StatusPayloads;
import io.github.wininet4j.type.StatusPayloads.Kind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide's table of statuses has each that carries something, and its class. */
final class StatusTableTest {
    private static final Path GUIDE = Path.of("src/site/markdown/from-c-to-java.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z_]+) \\| `(\\w+)` \\| ");
    private static final String PREFIX = "INTERNET_STATUS_";

    private static final Map<Kind, String> CLASSES = Map.of(
            Kind.DWORD, "DwordRef",
            Kind.HANDLE, "HandleRef",
            Kind.ANSI_TEXT, "TextBuffer",
            Kind.WIDE_TEXT, "TextBuffer",
            Kind.ASYNC_RESULT, "INTERNET_ASYNC_RESULT",
            Kind.COOKIE_HISTORY, "InternetCookieHistory");

    @Test
    @Rule("R-CB-11")
    void statuses_whichCarrySomething_areInTheTable() throws IOException, IllegalAccessException {
        Map<String, String> expected = new TreeMap<>();
        for (Field status : InternetStatus.class.getFields()) {
            if (status.getName().startsWith(PREFIX)) {
                String type = CLASSES.get(StatusPayloads.kind(status.getInt(null)));
                if (type != null) {
                    expected.put(status.getName().substring(PREFIX.length()), type);
                }
            }
        }

        Map<String, String> table = ROW.matcher(Files.readString(GUIDE, StandardCharsets.UTF_8))
                .results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));

        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(table).isEqualTo(expected);
    }
}
