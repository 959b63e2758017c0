package io.github.wininet4j.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of what a status carries, in the Javadoc of the callback, says what back ends do. */
final class StatusPayloadsTest {
    private static final String PREFIX = "INTERNET_STATUS_";
    private static final Path CALLBACK = Path.of("src/main/java/io/github/wininet4j/type/StatusCallback.java");
    private static final Pattern JAVADOC_ROW = Pattern.compile("<tr><td>([A-Z_, ]+)<td>\\{@link (\\w+)}");

    private static String carried(StatusPayloads.Kind kind) {
        return switch (kind) {
            case DWORD -> "DwordRef";
            case HANDLE -> "HandleRef";
            case ANSI_TEXT, WIDE_TEXT -> "TextBuffer";
            case ASYNC_RESULT -> "INTERNET_ASYNC_RESULT";
            case COOKIE_HISTORY -> "InternetCookieHistory";
            case OTHER -> "";
        };
    }

    private static Map<String, String> carried() throws IllegalAccessException {
        Map<String, String> all = new TreeMap<>();
        for (Field constant : InternetStatus.class.getFields()) {
            if (constant.getName().startsWith(PREFIX)) {
                String what = carried(StatusPayloads.kind(constant.getInt(null)));
                if (!what.isEmpty()) {
                    all.put(constant.getName().substring(PREFIX.length()), what);
                }
            }
        }
        return all;
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> all = new TreeMap<>();
        Matcher found = JAVADOC_ROW.matcher(Files.readString(CALLBACK, StandardCharsets.UTF_8));
        while (found.find()) {
            for (String name : found.group(1).split(", ", -1)) {
                assertThat(all.put(name, found.group(2)))
                        .as("a second row of %s", name)
                        .isNull();
            }
        }
        return all;
    }

    @Test
    @Rule("R-CB-11")
    void table_namesEachStatusWithWhatItCarries() throws Exception {
        assertThat(table()).isEqualTo(carried());
    }
}
