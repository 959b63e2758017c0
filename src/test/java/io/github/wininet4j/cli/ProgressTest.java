package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The progress bar. */
final class ProgressTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void render_oneRequest_showsItsBytes() {
        assertThat(Progress.render(0, 1, 512 << 20, 1L << 30, 2 * SECOND))
                .isEqualTo("[============>           ]  50%  0/1  512.0 MiB of 1.0 GiB  256.0 MiB/s");
    }

    @Test
    void render_severalRequests_showsHowManyHaveEnded() {
        assertThat(Progress.render(150, 200, 3 << 20, 4 << 20, SECOND))
                .isEqualTo("[==================>     ]  75%  150/200  3.0 MiB  3.0 MiB/s");
    }

    @Test
    void render_end_isFull() {
        assertThat(Progress.render(1, 1, 10, 10, SECOND))
                .isEqualTo("[========================] 100%  1/1  10 B of 10 B  10 B/s");
    }

    @Test
    void render_largest_fitsOnALine() {
        assertThat(Progress.render(10_000, 10_000, 1023L << 40, 1023L << 40, SECOND))
                .hasSizeLessThan(80);
        assertThat(Progress.render(0, 1, 1023L << 40, 1023L << 40, SECOND)).hasSizeLessThan(80);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "1572864, 1.5 MiB"})
    void size_hasAUnit(long bytes, String text) {
        assertThat(Progress.size(bytes)).isEqualTo(text);
    }

    @Test
    void line_whileABarIsShown_erasesAndRedrawsIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Screen screen = new Screen(Ran.stream(out));

        screen.bar("[=>]");
        screen.line("text");
        screen.bar("");

        assertThat(out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .isEqualTo("\r[=>]" + "\r    \r" + "text\n" + "\r[=>]" + "\r    \r");
    }
}
