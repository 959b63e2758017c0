package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.NginxServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * C programs on the engine under the sanitizers: 16 threads that share a session, and memory that changes its owner.
 */
final class SanitizedProgramsTest {
    private static final Path SOURCE = CPrograms.TESTS.resolve("engine_stress.c");

    private static final int THREADS = 16;
    private static final int ROUNDS = 130;

    @TempDir
    private Path folder;

    @Test
    void sixteenThreads_underSanitizers_getWhatTheyAskFor() {
        assertThat(run("-fsanitize=address,undefined", CPrograms.sanitizedLibrary(), CPrograms.ASAN_WITH_JAVA))
                .isGreaterThan(100_000);
    }

    @Test
    void sixteenThreads_getWhatTheyAskFor() {
        assertThat(run("-O2", CPrograms.library(), "")).isGreaterThan(100_000);
    }

    @Test
    void textOfAnOption_cookies_andProxies_areFreedByTheCaller() {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("allocated_test.c"),
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined");

        assertThat(run(program, CPrograms.ASAN_WITH_JAVA).output())
                .isEqualTo("3 proxy:8080\n2 cookies, good, freed\n1 ne 1 1 fa 2 freed 0\n6 0 0 87\n");
    }

    /** Returns how many calls and callbacks there were. */
    private long run(String option, Path library, String sanitizerOptions) {
        Path program = CPrograms.compile(SOURCE, library, folder, option);
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            String output = run(program, sanitizerOptions, nginx.url("/file"), Integer.toString(ROUNDS))
                    .output();
            String[] words = output.strip().split(" ", -1);
            long callbacks = Long.parseLong(words[3]);
            // At the least: created, sending, sent, receiving, received, closing.
            assertThat(callbacks).isGreaterThan(6L * THREADS * ROUNDS);
            return Long.parseLong(words[1]) + callbacks;
        }
    }

    private static CPrograms.Ran run(Path program, String sanitizerOptions, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return CPrograms.run(CPrograms.onEngine(Map.of("ASAN_OPTIONS", sanitizerOptions)), command)
                .ok();
    }
}
