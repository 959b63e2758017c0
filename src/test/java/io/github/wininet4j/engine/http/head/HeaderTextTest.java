package io.github.wininet4j.engine.http.head;

import static io.github.wininet4j.engine.http.head.HeadSamples.assertFails;
import static io.github.wininet4j.engine.http.head.HeadSamples.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.testing.Rule;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How header text becomes headers. */
final class HeaderTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", List.of()),
                arguments("\r\n", List.of()),
                arguments("\r\n \t\r\n\n\r", List.of()),
                arguments("A: 1", List.of("A: 1")),
                arguments("A: 1\r\n", List.of("A: 1")),
                arguments("A: 1\r\nB: 2\r\n\r\n", List.of("A: 1", "B: 2")),
                arguments("A: 1\nB: 2\rC: 3\n\nD: 4\r\r\n\nE: 5", List.of("A: 1", "B: 2", "C: 3", "D: 4", "E: 5")),
                arguments("\r\n\r\nA: 1", List.of("A: 1")),
                arguments("A:1", List.of("A: 1")),
                arguments("A:  \t 1", List.of("A: 1")),
                arguments("A:", List.of("A: ")),
                arguments("A: \t ", List.of("A: ")),
                arguments("A: b:c", List.of("A: b:c")),
                arguments("A: x y \t", List.of("A: x y")),
                arguments("A : 1", List.of("A: 1")),
                arguments(" \tA: 1", List.of("A: 1")),
                arguments("Two Words: 1", List.of("Two Words: 1")),
                arguments("A: \u0001\u00e9", List.of("A: \u0001\u00e9")),
                arguments("A: 1\r\nA: 2", List.of("A: 1", "A: 2")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Rule({"R-HDR-1", "R-HDR-15", "R-HDR-16"})
    void parse_text_givesItsHeaders(String text, List<String> expected) {
        assertThat(lines(HeaderText.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NoColon",
                "A: 1\r\nNoColon\r\nB: 2",
                "A: 1\r\n continued",
                ": value",
                "  : value",
                "A: 1\r\n:\r\n",
                "N\u0141: 1",
                "N\u0001: 1",
                "NoColon\r\nA: 1"
            })
    @Rule("R-ERRN-12153")
    void parse_lineThatIsNoHeader_failsWithInvalidHeader(String text) {
        assertFails(WinInetError.ERROR_HTTP_INVALID_HEADER, () -> HeaderText.parse(text));
    }

    @Test
    @Rule("R-HDR-1")
    void parse_withNul_endsThere() {
        assertThat(lines(HeaderText.parse("A: 1\u0000b\r\nB: 2"))).containsExactly("A: 1");
        assertThat(lines(HeaderText.parse("A: 1\r\n\u0000NoColon"))).containsExactly("A: 1");
    }

    @Test
    @Rule("R-GEN-14")
    void parse_charactersAboveLatin1InAValue_becomeQuestionMarks() {
        assertThat(lines(HeaderText.parse("A: \u00ff\u0100\u4e2d\r\nB: \u010d\u010aEvil: 1")))
                .containsExactly("A: \u00ff??", "B: ??Evil: 1");
    }

    @Test
    void cleanValue_thatIsClean_isTheSameObject() {
        String value = new String("text/html; q=0.5 \u00ff");

        assertThat(HeaderText.cleanValue(value)).isSameAs(value);
    }

    @Test
    void parse_anyText_yieldsNothingThatBreaksALine() {
        Random random = new Random(42);
        String alphabet = "aB: \t\r\n\u0000,;\u00e9\u010a\u010d\u4e2d\u007f";
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            accepted += countSafeHeaders(text.toString());
        }
        assertThat(accepted).isPositive();
    }

    private static int countSafeHeaders(String text) {
        HeaderList list;
        try {
            list = HeaderText.parse(text);
        } catch (WinInetFailure refused) {
            assertThat(refused.code()).isEqualTo(WinInetError.ERROR_HTTP_INVALID_HEADER);
            return 0;
        }
        for (int i = 0; i < list.size(); i++) {
            assertThat(list.name(i)).isNotBlank().doesNotContain(":").matches("[\\x20-\\xff&&[^\\x7f]]+");
            assertThat(list.value(i))
                    .isEqualTo(HeaderText.cleanValue(list.value(i)))
                    .isEqualTo(list.value(i).strip());
        }
        return list.size();
    }
}
