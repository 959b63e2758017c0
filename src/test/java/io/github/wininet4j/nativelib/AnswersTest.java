package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program that asks the functions whose answers depend on memory and on the last error beside a result. */
final class AnswersTest {
    @TempDir
    private Path folder;

    @Test
    @Rule({
        "R-CRACK-7",
        "R-CRACK-21",
        "R-CRACK-22",
        "R-CREATE-13",
        "R-CANON-11",
        "R-OPT-20..21",
        "R-DIAL-10",
        "R-COOKIE-28",
        "R-COOKIE-42..45"
    })
    void program_underSanitizers_getsEveryAnswer() {
        CPrograms.Ran ran = CPrograms.runSanitized("answers_test.c", folder);

        assertThat(ran.output()).isEqualTo("0 failures\n");
    }
}
