package io.github.wininet4j.engine.http.head;

import static io.github.wininet4j.engine.http.head.HeadSamples.assertFails;
import static io.github.wininet4j.engine.http.head.HeadSamples.lines;
import static io.github.wininet4j.engine.http.head.HeadSamples.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header store of a request: order, search, change, and that nothing in it can break a line. */
final class HeaderListTest {

    @Test
    @Rule("R-HDR-14")
    void find_whateverTheCase_keepsTheSpellingOfTheCaller() {
        HeaderList list = list("x-ONE: 1", "Other: 2", "X-One: 3");

        assertThat(list.first("X-one")).isEqualTo("1");
        assertThat(list.nth("X-ONE", 1)).isEqualTo("3");
        assertThat(list.nth("X-ONE", 2)).isNull();
        assertThat(list.nth("X-ONE", -1)).isNull();
        assertThat(list.find("x-one", 1)).isEqualTo(2);
        assertThat(list.find("absent", 0)).isEqualTo(-1);
        assertThat(list.count("x-one")).isEqualTo(2);
        assertThat(list.contains("OTHER")).isTrue();
        assertThat(list.contains("Othe")).isFalse();
        assertThat(list.name(0)).isEqualTo("x-ONE");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, ABC, true",
        "a-1_z, A-1_Z, true",
        "abc, abd, false",
        "abc, abcd, false",
        "\u00e9, \u00c9, false",
        "k, \u212a, false",
        "[, {, false",
        "@, `, false"
    })
    @Rule("R-HDR-14")
    void sameName_comparesAsciiLettersOnly(String a, String b, boolean same) {
        assertThat(HeaderFields.sameName(a, b)).isEqualTo(same);
    }

    @Test
    void add_manyHeaders_keepsAllInOrder() {
        HeaderList list = new HeaderList();
        for (int i = 0; i < 100; i++) {
            list.add("N" + i, "v" + i);
        }

        assertThat(list.size()).isEqualTo(100);
        assertThat(list.name(99)).isEqualTo("N99");
        assertThat(list.first("n37")).isEqualTo("v37");
    }

    @Test
    void remove_takesFirstOrAll_andKeepsTheOrderOfTheRest() {
        HeaderList list = list("A: 1", "B: 2", "a: 3", "C: 4", "A: 5");

        assertThat(list.removeFirst("a")).isTrue();
        assertThat(lines(list)).containsExactly("B: 2", "a: 3", "C: 4", "A: 5");
        assertThat(list.removeAll("A")).isEqualTo(2);
        assertThat(lines(list)).containsExactly("B: 2", "C: 4");
        assertThat(list.removeFirst("A")).isFalse();
        assertThat(list.removeAll("A")).isZero();
        list.removeAt(1);
        assertThat(lines(list)).containsExactly("B: 2");
        list.clear();
        assertThat(list.size()).isZero();
        assertThat(list.contains("B")).isFalse();
    }

    @Test
    void set_whenSeveralShareTheName_leavesOneAtTheFirstPlace() {
        HeaderList list = list("A: 1", "B: 2", "a: 3");

        list.set("a", "new");
        list.set("C", "added");

        assertThat(lines(list)).containsExactly("A: new", "B: 2", "C: added");
    }

    @Test
    void copy_changesOnItsOwn() {
        HeaderList list = list("A: 1");
        HeaderList copy = list.copy();

        copy.setValue(0, "2");
        copy.add("B", "3");

        assertThat(lines(list)).containsExactly("A: 1");
        assertThat(lines(copy)).containsExactly("A: 2", "B: 3");
        list.assign(copy);
        copy.clear();
        assertThat(lines(list)).containsExactly("A: 2", "B: 3");
    }

    @Test
    void add_withLineEndingsInTheValue_cannotInjectAHeader() {
        HeaderList list = new HeaderList();

        list.add("A", "1\r\nEvil: 2");
        list.set("B", "x\ny\u0000z");
        list.set("B", "x\ry");
        list.setValue(0, "1\nEvil: 2");

        assertThat(lines(list)).containsExactly("A: 1 Evil: 2", "B: x y");
    }

    @Test
    @Rule("R-GEN-14")
    void add_withCharactersAboveLatin1_storesQuestionMarks() {
        // Narrowed to a byte, U+010D U+010A would be CR LF.
        HeaderList list = new HeaderList();

        list.add("A", "caf\u00e9 \u010d\u010aEvil: 1 \u4e2d");

        assertThat(list.first("A")).isEqualTo("caf\u00e9 ??Evil: 1 ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A:", "A\r\nB", "A\n", "\u0000", "A\tB", "\u0141", "A\u007f"})
    void add_withANameThatIsNone_failsWithInvalidHeader(String name) {
        HeaderList list = list("X: 1");

        assertFails(WinInetError.ERROR_HTTP_INVALID_HEADER, () -> list.add(name, "1"));
        assertThat(lines(list)).containsExactly("X: 1");
    }

    @Test
    void name_outsideTheList_throws() {
        HeaderList list = list("A: 1");

        assertThatThrownBy(() -> list.name(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.value(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.removeAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void toString_tellsNoSecret() {
        assertThat(list("Authorization: Basic c2VjcmV0", "Host: h").toString())
                .contains("Authorization", "Host")
                .doesNotContain("c2VjcmV0");
    }
}
