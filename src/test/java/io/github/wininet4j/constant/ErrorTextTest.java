package io.github.wininet4j.constant;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
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
