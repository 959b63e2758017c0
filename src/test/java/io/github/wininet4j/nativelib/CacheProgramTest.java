package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program that uses every function of the URL cache. */
final class CacheProgramTest {
    @TempDir
    private Path folder;

    @Test
    @Rule({"R-CENT-16", "R-CENT-20", "R-CENT-25", "R-CENT-29", "R-CENT-34..36", "R-CGRP-1..5", "R-PROJ-CACHE-9"})
    void program_underSanitizers_usesEveryFunctionOfTheCache() {
        CPrograms.Ran ran = CPrograms.runSanitized("cache_test.c", folder);

        assertThat(ran.output()).isEqualTo("0 failures\n");
    }
}
