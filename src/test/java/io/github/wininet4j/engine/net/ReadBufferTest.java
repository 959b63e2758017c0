package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bytes that arrived, looked at and taken. */
class ReadBufferTest {
    private static ReadBuffer of(String text, int size) {
        return new ReadBuffer(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), size);
    }

    @Test
    void peekAndFind_takeNothing() throws IOException {
        ReadBuffer buffer = of("abcabc", 8);
        buffer.fill();

        assertThat(buffer.peek(1)).isEqualTo((byte) 'b');
        assertThat(buffer.find((byte) 'c', 0)).isEqualTo(2);
        assertThat(buffer.find((byte) 'c', 3)).isEqualTo(5);
        assertThat(buffer.find((byte) 'x', 0)).isEqualTo(-1);
        assertThat(buffer.length()).isEqualTo(6);
        buffer.skip(2);
        assertThat(buffer.peek(0)).isEqualTo((byte) 'c');
        assertThat(buffer.find((byte) 'c', 1)).isEqualTo(3);
    }

    @Test
    void fill_whenPartWasTaken_makesRoom() throws IOException {
        ReadBuffer buffer = of("abcdefgh", 4);
        buffer.fill();
        buffer.skip(3);

        assertThat(buffer.fill()).isTrue();

        byte[] taken = new byte[4];
        buffer.take(taken, 0, 4);
        assertThat(taken).containsExactly('d', 'e', 'f', 'g');
        assertThat(buffer.room()).isEqualTo(4);
    }

    /** The array starts small; what was in it must not be lost when it grows. */
    @Test
    void fill_beyondTheFirstArray_keepsWhatWasNotTaken() throws IOException {
        String text = "abcdefghij".repeat(700);
        ReadBuffer buffer = of(text, ReadBuffer.DEFAULT_SIZE);
        buffer.fill();
        buffer.skip(5);

        while (buffer.fill()) {}

        byte[] taken = new byte[text.length() - 5];
        assertThat(buffer.length()).isEqualTo(taken.length);
        buffer.take(taken, 0, taken.length);
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).isEqualTo(text.substring(5));
    }

    @Test
    void fill_atTheEnd_isFalseForGood() throws IOException {
        ReadBuffer buffer = of("", 4);

        assertThat(buffer.fill()).isFalse();
        assertThat(buffer.ended()).isTrue();
        assertThat(buffer.fill()).isFalse();
        assertThat(buffer.read(new byte[9], 0, 9)).isEqualTo(-1);
        assertThat(buffer.read(new byte[1], 0, 1)).isEqualTo(-1);
    }
}
