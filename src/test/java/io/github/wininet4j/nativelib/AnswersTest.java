package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("answers_test.c"),
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined");
        Map<String, String> variables = CPrograms.onEngine(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA));

        CPrograms.Ran ran = CPrograms.run(variables, List.of(program.toString()));

        assertThat(ran.output()).isEqualTo("0 failures\n");
    }
}
