package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.NginxServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than 100,000 calls and callbacks of a C program with 16 threads that share a session, on the engine. */
final class EngineStressTest {
    private static final Path SOURCE = CPrograms.TESTS.resolve("engine_stress.c");
    private static final int THREADS = 16;
    private static final int ROUNDS = 130;

    @TempDir
    private Path folder;

    @Test
    void sixteenThreads_underSanitizers_getWhatTheyAskFor() {
        // The JVM uses signals and keeps memory for its life; both look like faults to the sanitizer.
        assertThat(run("-fsanitize=address,undefined", CPrograms.sanitizedLibrary(), "handle_segv=0:detect_leaks=0"))
                .isGreaterThan(100_000);
    }

    @Test
    void sixteenThreads_getWhatTheyAskFor() {
        assertThat(run("-O2", CPrograms.library(), "")).isGreaterThan(100_000);
    }

    /** Returns how many calls and callbacks there were. */
    private long run(String option, Path library, String sanitizerOptions) {
        Path program = CPrograms.compile(SOURCE, library, folder, option);
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            String output = CPrograms.run(
                            Map.of(
                                    "JAVA_HOME",
                                    System.getProperty("java.home"),
                                    "WININET4J_CLASSPATH",
                                    System.getProperty(
                                            "surefire.test.class.path", System.getProperty("java.class.path")),
                                    "ASAN_OPTIONS",
                                    sanitizerOptions),
                            List.of(program.toString(), nginx.url("/file"), Integer.toString(ROUNDS)))
                    .ok()
                    .output();
            String[] words = output.strip().split(" ", -1);
            long callbacks = Long.parseLong(words[3]);
            // At the least: created, sending, sent, receiving, received, closing.
            assertThat(callbacks).isGreaterThan(6L * THREADS * ROUNDS);
            return Long.parseLong(words[1]) + callbacks;
        }
    }
}
