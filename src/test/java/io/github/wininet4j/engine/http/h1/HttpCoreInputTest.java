package io.github.wininet4j.engine.http.h1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.junit.jupiter.api.Test;

/** The lines that HttpCore reads of a buffer. */
class HttpCoreInputTest {
    private static HttpCoreInput of(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new HttpCoreInput(new ReadBuffer(new ByteArrayInputStream(bytes), size));
    }

    private static String line(HttpCoreInput input) throws IOException {
        CharArrayBuffer line = new CharArrayBuffer(8);
        return input.readLine(line, InputStream.nullInputStream()) < 0 ? null : line.toString();
    }

    @Test
    void readLine_whateverTheLineEnds_givesTheTextAlone() throws IOException {
        HttpCoreInput input = of("one\r\ntwo\n\r\n\nsomewhat longer\r\nlast\r", 4);

        assertThat(line(input)).isEqualTo("one");
        assertThat(line(input)).isEqualTo("two");
        assertThat(line(input)).isEmpty();
        assertThat(line(input)).isEmpty();
        assertThat(line(input)).isEqualTo("somewhat longer");
        assertThat(input.lineCut()).isFalse();
        assertThat(line(input)).isEqualTo("last\r");
        assertThat(input.lineCut()).isTrue();
        assertThat(line(input)).isNull();
    }

    @Test
    void readLine_whenATimeoutComesBetween_losesNothing() throws IOException {
        HttpCoreInput input = new HttpCoreInput(new ReadBuffer(
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
                16));

        assertThatThrownBy(() -> line(input)).isInstanceOf(SocketTimeoutException.class);
        assertThat(line(input)).isEqualTo("a");
    }

    @Test
    void readLine_whenTheLineIsTooLong_isRefused() {
        HttpCoreInput input = of("x".repeat(70_000) + "\n", 8_192);

        assertThatThrownBy(() -> line(input)).isInstanceOf(MessageConstraintException.class);
    }
}
