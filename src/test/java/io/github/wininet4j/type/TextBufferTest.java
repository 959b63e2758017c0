package io.github.wininet4j.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Text in memory that the caller owns. */
final class TextBufferTest {

    @Test
    void buffer_ofText_hasRoomForTheTextAndItsNul() {
        TextBuffer buffer = new TextBuffer("abc");

        assertThat(buffer.capacity()).isEqualTo(4);
        assertThat(buffer.sizeof()).isEqualTo(8);
        assertThat(buffer.charAt(3)).isEqualTo('\0');
        assertThat(buffer).hasToString("abc");
    }

    @Test
    void buffer_ofACapacity_isEmptyText() {
        assertThat(new TextBuffer(5)).hasToString("");
        assertThat(new TextBuffer(0)).hasToString("");
        assertThatThrownBy(() -> new TextBuffer(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void set_thatFitsWithItsNul_replacesTheText() {
        TextBuffer buffer = new TextBuffer("longer");

        buffer.set("ab");

        assertThat(buffer).hasToString("ab");
        assertThat(buffer.toString(6)).isEqualTo("ab\0ger");
    }

    @Test
    void set_withoutRoomForTheNul_failsAndChangesNothing() {
        TextBuffer buffer = new TextBuffer(3);

        assertThatThrownBy(() -> buffer.set("abc")).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(buffer.toString(3)).isEqualTo("\0\0\0");
    }

    /** R-CRACK-20: a part of a URL is given as a place in the caller's own text. */
    @Test
    void view_sharesTheMemoryOfTheText() {
        TextBuffer url = new TextBuffer("http://host/");
        TextBuffer host = url.view(7);

        host.setCharAt(0, 'm');

        assertThat(host.offset()).isEqualTo(7);
        assertThat(host.toString(4)).isEqualTo("most");
        assertThat(url).hasToString("http://most/");
        assertThat(host.view(5)).hasToString("");
        assertThat(host.view(5).offset()).isEqualTo(12);
    }

    @Test
    void view_mayStartAtTheEndButNotBehindIt() {
        TextBuffer buffer = new TextBuffer("ab");

        assertThat(buffer.view(3).capacity()).isZero();
        assertThatThrownBy(() -> buffer.view(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.view(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void toString_withoutANul_isTheWholeBuffer() {
        TextBuffer buffer = new TextBuffer(2);
        buffer.setCharAt(0, 'x');
        buffer.setCharAt(1, 'y');

        assertThat(buffer).hasToString("xy");
    }
}
