package io.github.wininet4j.engine.http.query;

import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_ADD;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_ADD_IF_NEW;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_REPLACE;
import static io.github.wininet4j.constant.HttpAddReq.HTTP_ADDREQ_FLAG_RESPONSE_HEADERS;
import static io.github.wininet4j.constant.Win32Error.ERROR_INVALID_PARAMETER;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_HEADER_ALREADY_EXISTS;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_HEADER_NOT_FOUND;
import static io.github.wininet4j.constant.WinInetError.ERROR_HTTP_INVALID_HEADER;
import static io.github.wininet4j.engine.http.head.HeadSamples.assertFails;
import static io.github.wininet4j.engine.http.head.HeadSamples.lines;
import static io.github.wininet4j.engine.http.head.HeadSamples.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.testing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How HttpAddRequestHeaders and HttpSendRequest change the headers of a request. */
@Rule("R-HDR-2")
final class HeaderModifiersTest {
    private static final int ADD = HTTP_ADDREQ_FLAG_ADD;
    private static final int IF_NEW = HTTP_ADDREQ_FLAG_ADD_IF_NEW;
    private static final int REPLACE = HTTP_ADDREQ_FLAG_REPLACE;
    private static final int COMMA = HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA;
    private static final int SEMICOLON = HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON;
    private static final int EMPTY = HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES;
    private static final int RESPONSE = HTTP_ADDREQ_FLAG_RESPONSE_HEADERS;

    /** Modifiers, text, and what becomes of a list that holds {@code X: 0}. */
    static Stream<Arguments> additions() {
        return Stream.of(
                arguments(ADD, "A: 1", List.of("X: 0", "A: 1")),
                arguments(ADD, "x: 1", List.of("X: 0", "x: 1")),
                arguments(ADD, "A: 1\r\nX: 2\r\n", List.of("X: 0", "A: 1", "X: 2")),
                arguments(ADD, "A: 1\r\nA: 2", List.of("X: 0", "A: 1", "A: 2")),
                arguments(ADD, "\r\n", List.of("X: 0")),
                arguments(ADD | EMPTY, "A:", List.of("X: 0", "A: ")),
                arguments(ADD | RESPONSE, "A: 1", List.of("X: 0", "A: 1")),
                arguments(ADD | 7, "A: 1", List.of("X: 0", "A: 1")),
                arguments(IF_NEW, "A: 1", List.of("X: 0", "A: 1")),
                arguments(IF_NEW, "A: 1\r\nB: 2", List.of("X: 0", "A: 1", "B: 2")),
                arguments(IF_NEW | REPLACE, "A: 1", List.of("X: 0", "A: 1")),
                arguments(IF_NEW | EMPTY, "A:", List.of("X: 0", "A: ")),
                arguments(0, "A: 1", List.of("X: 0", "A: 1")),
                arguments(3, "A: 1", List.of("X: 0", "A: 1")),
                arguments(ADD | REPLACE, "A: 1", List.of("X: 0", "A: 1")),
                arguments(COMMA, "A: 1", List.of("X: 0", "A: 1")),
                arguments(COMMA, "A: 1\r\nA: 2", List.of("X: 0", "A: 1, 2")),
                arguments(ADD | COMMA, "A: 1", List.of("X: 0", "A: 1")),
                arguments(ADD | REPLACE | COMMA, "A: 1", List.of("X: 0", "A: 1")));
    }

    @ParameterizedTest
    @MethodSource("additions")
    @Rule({"R-HDR-4", "R-HDR-8", "R-HDR-9", "R-HDR-10", "R-CBX-8"})
    void apply_withNewNames_adds(int modifiers, String text, List<String> expected) {
        HeaderList list = list("X: 0");

        HeaderModifiers.apply(list, text, modifiers);

        assertThat(lines(list)).isEqualTo(expected);
    }

    /** Modifiers, text, and what becomes of {@code A: 1, B: 2, a: 3}. */
    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(ADD, "A: x", List.of("A: 1", "B: 2", "a: 3", "A: x")),
                arguments(ADD | EMPTY, "B:", List.of("A: 1", "B: 2", "a: 3", "B: ")),
                // The first one goes, the new one comes last, the other duplicate stays.
                arguments(REPLACE, "A: x", List.of("B: 2", "a: 3", "A: x")),
                arguments(REPLACE, "b: x", List.of("A: 1", "a: 3", "b: x")),
                arguments(REPLACE | ADD, "A: x", List.of("B: 2", "a: 3", "A: x")),
                arguments(REPLACE | COMMA, "A: x", List.of("B: 2", "a: 3", "A: x")),
                arguments(REPLACE | 1, "A: x", List.of("B: 2", "a: 3", "A: x")),
                arguments(REPLACE, "A: x\r\nB: y", List.of("a: 3", "A: x", "B: y")),
                arguments(REPLACE, "A:", List.of("B: 2", "a: 3")),
                arguments(REPLACE, "A: \t", List.of("B: 2", "a: 3")),
                arguments(REPLACE | ADD, "A:", List.of("B: 2", "a: 3")),
                arguments(REPLACE | EMPTY, "A:", List.of("B: 2", "a: 3", "A: ")),
                arguments(REPLACE, "A:\r\nA:", List.of("B: 2")),
                arguments(COMMA, "a: x", List.of("A: 1, x", "B: 2", "a: 3")),
                arguments(HTTP_ADDREQ_FLAG_COALESCE, "A: x", List.of("A: 1, x", "B: 2", "a: 3")),
                arguments(SEMICOLON, "A: x", List.of("A: 1; x", "B: 2", "a: 3")),
                arguments(COMMA | SEMICOLON, "A: x", List.of("A: 1, x", "B: 2", "a: 3")),
                arguments(ADD | COMMA, "A: x", List.of("A: 1, x", "B: 2", "a: 3")),
                arguments(ADD | SEMICOLON, "A: x", List.of("A: 1; x", "B: 2", "a: 3")),
                arguments(COMMA | 2, "A: x", List.of("A: 1, x", "B: 2", "a: 3")),
                arguments(COMMA, "A:", List.of("A: 1", "B: 2", "a: 3")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Rule({"R-HDR-4", "R-HDR-6", "R-HDR-10", "R-HDR-11", "R-HDR-12", "R-HDR-13", "R-HDR-14", "R-CBX-8"})
    void apply_withExistingNames_changesThem(int modifiers, String text, List<String> expected) {
        HeaderList list = list("A: 1", "B: 2", "a: 3");

        HeaderModifiers.apply(list, text, modifiers);

        assertThat(lines(list)).isEqualTo(expected);
    }

    /** Modifiers, text and the error for a list that holds {@code A: 1}. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(IF_NEW, "A: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW, "a: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW, "B: 1\r\nA: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW, "B: 1\r\nB: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW | REPLACE, "A: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW | ADD, "A: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW | COMMA, "A: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(IF_NEW, "A:", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(0, "A: 2", ERROR_HTTP_HEADER_ALREADY_EXISTS),
                arguments(REPLACE, "B: 1", ERROR_HTTP_HEADER_NOT_FOUND),
                arguments(REPLACE, "B:", ERROR_HTTP_HEADER_NOT_FOUND),
                arguments(REPLACE | COMMA, "B: 1", ERROR_HTTP_HEADER_NOT_FOUND),
                arguments(REPLACE, "A: 2\r\nB: 1", ERROR_HTTP_HEADER_NOT_FOUND),
                arguments(ADD, "A:", ERROR_INVALID_PARAMETER),
                arguments(ADD, "B:", ERROR_INVALID_PARAMETER),
                arguments(ADD, "C: 1\r\nB: ", ERROR_INVALID_PARAMETER),
                arguments(ADD | REPLACE, "B:", ERROR_INVALID_PARAMETER),
                arguments(IF_NEW, "B:", ERROR_HTTP_HEADER_NOT_FOUND),
                arguments(COMMA, "B:", ERROR_INVALID_PARAMETER),
                arguments(ADD, "", ERROR_HTTP_INVALID_HEADER),
                arguments(ADD, "NoColon", ERROR_HTTP_INVALID_HEADER),
                arguments(ADD, "B: 1\r\nNoColon\r\nC: 2", ERROR_HTTP_INVALID_HEADER),
                arguments(ADD, "B: 1\r\n: 2", ERROR_HTTP_INVALID_HEADER),
                arguments(REPLACE, "A:\r\nNoColon", ERROR_HTTP_INVALID_HEADER));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    @Rule({
        "R-HDR-3",
        "R-HDR-4",
        "R-HDR-5",
        "R-HDR-7",
        "R-HDR-27",
        "R-HDR-9",
        "R-ERRN-12155",
        "R-ERRN-12150",
        "R-ERRN-12153"
    })
    void apply_whenRefused_leavesTheListAsItWas(int modifiers, String text, int error) {
        HeaderList list = list("A: 1");

        assertFails(error, () -> HeaderModifiers.apply(list, text, modifiers));

        assertThat(lines(list)).containsExactly("A: 1");
    }

    @Test
    @Rule("R-HDR-17")
    void apply_toHostBeforeTheSend_overridesIt() {
        HeaderList list = new HeaderList();

        HeaderModifiers.apply(list, "Host: a", REPLACE);
        assertThat(lines(list)).containsExactly("Host: a");
        HeaderModifiers.apply(list, "HOST: a", COMMA);
        assertThat(lines(list)).containsExactly("Host: a, a");
        HeaderModifiers.apply(list, "Host: b", REPLACE);
        assertThat(lines(list)).containsExactly("Host: b");
    }

    @Test
    void apply_coalesceToAnEmptyValue_leavesNoSeparator() {
        HeaderList list = list("A:");

        HeaderModifiers.apply(list, "A: 1", COMMA);

        assertThat(lines(list)).containsExactly("A: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: 1\u0000\r\nEvil: 2", "A: 1\u0000Evil"})
    void apply_textBehindANul_isNotTaken(String text) {
        HeaderList list = new HeaderList();

        HeaderModifiers.apply(list, text, ADD);

        assertThat(lines(list)).containsExactly("A: 1");
    }

    @Test
    @Rule({"R-HDR-22", "R-HDR-23"})
    void applySendHeaders_replaceOrAdd_andStay() {
        HeaderList list = list("A: 1", "B: 2");

        HeaderModifiers.applySendHeaders(list, "a: x\r\nC: 3\r\nC: 4");

        assertThat(lines(list)).containsExactly("B: 2", "a: x", "C: 4");
        HeaderModifiers.applySendHeaders(list, "a: x\r\nC: 3\r\nC: 4");
        assertThat(lines(list)).containsExactly("B: 2", "a: x", "C: 4");
    }

    @Test
    @Rule({"R-HDR-6", "R-HDR-23"})
    void applySendHeaders_withEmptyValue_removes() {
        HeaderList list = list("A: 1", "B: 2");

        HeaderModifiers.applySendHeaders(list, "A:\r\nAbsent:\r\n");

        assertThat(lines(list)).containsExactly("B: 2");
    }

    @Test
    @Rule("R-HDR-23")
    void applySendHeaders_withALineThatIsNone_changesNothing() {
        HeaderList list = list("A: 1");

        assertFails(ERROR_HTTP_INVALID_HEADER, () -> HeaderModifiers.applySendHeaders(list, "A: 2\r\nNoColon"));

        assertThat(lines(list)).containsExactly("A: 1");
        HeaderModifiers.applySendHeaders(list, "");
        assertThat(lines(list)).containsExactly("A: 1");
    }

    @Test
    @Rule("R-CBX-8")
    void addressesResponse_looksAtItsFlagOnly() {
        assertThat(HeaderModifiers.addressesResponse(RESPONSE | ADD)).isTrue();
        assertThat(HeaderModifiers.addressesResponse(~RESPONSE)).isFalse();
    }

    /** Few lines are looked up one by one, many by an index: they do the same. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                ADD,
                REPLACE,
                ADD | REPLACE,
                IF_NEW,
                COMMA,
                ADD | SEMICOLON,
                REPLACE | EMPTY,
                ADD | EMPTY,
                COMMA | EMPTY,
                0
            })
    void apply_ofManyLines_doesWhatOneLineAtATimeDoes(int modifiers) {
        Random random = new Random(modifiers);
        for (int round = 0; round < 500; round++) {
            HeaderList atOnce = new HeaderList();
            for (String name : List.of("A", "b", "a", "C", "\u00C4")) {
                atOnce.add(name, "0");
            }
            HeaderList oneByOne = atOnce.copy();
            StringBuilder lines = new StringBuilder();
            int error = 0;
            for (int i = 2 + random.nextInt(8); i > 0; i--) {
                String line = "aAbBcdE\u00C4\u00E4".charAt(random.nextInt(9)) + ": "
                        + List.of("1", "", "2").get(random.nextInt(3));
                lines.append(line).append("\r\n");
                error = error != 0 ? error : apply(oneByOne, line, modifiers);
            }
            int whole = apply(atOnce, lines.toString(), modifiers);

            assertThat(whole).as("%s", lines).isEqualTo(error);
            if (error == 0) {
                assertThat(show(atOnce)).as("%s", lines).isEqualTo(show(oneByOne));
            }
        }
    }

    private static int apply(HeaderList list, String text, int modifiers) {
        try {
            HeaderModifiers.apply(list, text, modifiers);
            return 0;
        } catch (WinInetFailure e) {
            return e.code();
        }
    }

    private static List<String> show(HeaderList list) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            shown.add(list.name(i) + ": " + list.value(i));
        }
        return shown;
    }

    @Test
    void applySendHeaders_ofManyLines_doesWhatFewDo() {
        HeaderList list = new HeaderList();
        for (String name : List.of("A", "B", "a", "C")) {
            list.add(name, "0");
        }
        HeaderModifiers.applySendHeaders(list, "a: 1\nb:\nd:\ne: 2\nE: 3\na: 4\nf: 5\ng: 6\nh: 7\ni: 8");

        assertThat(show(list)).containsExactly("C: 0", "a: 1", "E: 3", "a: 4", "f: 5", "g: 6", "h: 7", "i: 8");
    }
}
