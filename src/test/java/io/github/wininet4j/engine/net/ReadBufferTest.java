package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.junit.jupiter.api.Test;

/** Bytes that arrived, looked at and taken. */
class ReadBufferTest {
    private static ReadBuffer of(String text, int size) {
        return new ReadBuffer(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), size);
    }

    private static String line(ReadBuffer buffer) throws IOException {
        CharArrayBuffer line = new CharArrayBuffer(8);
        return buffer.readLine(line, InputStream.nullInputStream()) < 0 ? null : line.toString();
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
        assertThat(buffer.available()).isEqualTo(4);
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

    @Test
    void readLine_whateverTheLineEnds_givesTheTextAlone() throws IOException {
        ReadBuffer buffer = of("one\r\ntwo\n\r\n\nsomewhat longer\r\nlast\r", 4);

        assertThat(line(buffer)).isEqualTo("one");
        assertThat(line(buffer)).isEqualTo("two");
        assertThat(line(buffer)).isEmpty();
        assertThat(line(buffer)).isEmpty();
        assertThat(line(buffer)).isEqualTo("somewhat longer");
        assertThat(buffer.lineCut()).isFalse();
        assertThat(line(buffer)).isEqualTo("last\r");
        assertThat(buffer.lineCut()).isTrue();
        assertThat(line(buffer)).isNull();
    }

    @Test
    void readLine_whenATimeoutComesBetween_losesNothing() throws IOException {
        ReadBuffer buffer = new ReadBuffer(
                new InputStream() {
                    private int step;

                    @Override
                    public int read() {
                        throw new AssertionError("not used");
                    }

                    @Override
                    public int read(byte[] target, int offset, int count) throws IOException {
                        step++;
                        if (step == 2) {
                            throw new SocketTimeoutException();
                        }
                        target[offset] = (byte) (step == 1 ? 'a' : '\n');
                        return 1;
                    }
                },
                16);

        assertThatThrownBy(() -> line(buffer)).isInstanceOf(SocketTimeoutException.class);
        assertThat(line(buffer)).isEqualTo("a");
    }

    @Test
    void readLine_whenTheLineIsTooLong_isRefused() {
        ReadBuffer buffer = of("x".repeat(70_000) + "\n", 8_192);

        assertThatThrownBy(() -> line(buffer)).isInstanceOf(MessageConstraintException.class);
    }
}
