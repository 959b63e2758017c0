package io.github.wininet4j.constant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names and sentences for errors (R-GEN-4, R-GEN-5). */
final class ErrorTextTest {

    @TestFactory
    Stream<DynamicTest> error_ofTheConstants_hasItsNameAndASentence() {
        return Stream.of(WinInetError.class, Win32Error.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> field.getName().startsWith("ERROR_"))
                .filter(field -> !field.getName().equals("ERROR_INTERNET_OFFLINE")) // second name of 12163
                .map(field -> DynamicTest.dynamicTest(field.getName(), () -> assertRow(field)));
    }

    /** The reference's own table: number in the id, name in the last column. */
    @TestFactory
    @Rule({"R-ERRN-2..12180", "R-ERRX-12060..12907", "R-GEN-4", "R-GEN-5"})
    Stream<DynamicTest> error_ofTheReference_hasItsNameAndASentence() throws IOException {
        List<String> rules;
        try (InputStream in = ErrorTextTest.class.getResourceAsStream("/rules/rules.tsv")) {
            rules = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        return rules.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[1].equals("R-ERRN") || cells[1].equals("R-ERRX"))
                .map(cells -> DynamicTest.dynamicTest(cells[0], () -> assertRule(cells[0], cells[4])));
    }

    private static void assertRule(String id, String name) throws ReflectiveOperationException {
        int code = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        assertThat(ErrorText.message(code)).matches("[A-Z].+\\.");
        if (!name.startsWith("ERROR_")) {
            // WinHTTP's name; WinInet has none for it.
            assertThat(ErrorText.name(code)).isEqualTo("ERROR_WINHTTP_AUTODETECTION_FAILED");
            return;
        }
        assertThat(ErrorText.name(code)).isEqualTo(name);
        Class<?> constants = code < 12000 ? Win32Error.class : WinInetError.class;
        assertThat(constants.getField(name).getInt(null)).isEqualTo(code);
    }

    @Test
    void name_ofANumberWithTwoNames_isTheDocumentedOne() {
        assertThat(ErrorText.name(WinInetError.ERROR_INTERNET_OFFLINE)).isEqualTo("ERROR_INTERNET_DISCONNECTED");
    }

    @Test
    void name_ofAnUnknownNumber_isTheNumber() {
        assertThat(ErrorText.name(54321)).isEqualTo("54321");
        assertThat(ErrorText.name(-1)).isEqualTo("4294967295");
    }

    @Test
    void message_ofAnUnknownNumber_hasTheNumber() {
        assertThat(ErrorText.message(54321)).isEqualTo("Error 54321.");
    }

    /** Callers took error 2 for a missing file when a forgotten offline setting was the cause (R-SEND-9, R-SEND-10). */
    @Test
    void message_ofFileNotFound_namesTheOfflineCause() {
        assertThat(ErrorText.message(Win32Error.ERROR_FILE_NOT_FOUND))
                .contains("offline", "cache")
                .doesNotContain("\n", "  ");
    }

    private static void assertRow(Field field) throws IllegalAccessException {
        int code = field.getInt(null);
        assertThat(ErrorText.name(code)).isEqualTo(field.getName());
        assertThat(ErrorText.message(code)).matches("[A-Z].+\\.").doesNotContain("\n");
    }
}
