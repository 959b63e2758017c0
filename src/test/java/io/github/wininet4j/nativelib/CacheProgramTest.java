package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program that uses every function of the URL cache. */
final class CacheProgramTest {
    @TempDir
    private Path folder;

    @Test
    @Rule({"R-CENT-16", "R-CENT-20", "R-CENT-25", "R-CENT-29", "R-CENT-34..36", "R-CGRP-1..5", "R-PROJ-CACHE-9"})
    void program_underSanitizers_usesEveryFunctionOfTheCache() {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("cache_test.c"),
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined");
        Map<String, String> variables = CPrograms.onEngine(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA));

        CPrograms.Ran ran = CPrograms.run(variables, List.of(program.toString()));

        assertThat(ran.output()).isEqualTo("0 failures\n");
    }
}
