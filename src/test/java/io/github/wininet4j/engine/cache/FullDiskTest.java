package io.github.wininet4j.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Requests where the file system takes no more: a limit on the size of files stands for a disk that is full, since that
 * needs no disk of its own.
 */
final class FullDiskTest {
    private final Path folder = Folders.make("full");

    @AfterEach
    void delete() {
        Folders.delete(folder);
    }

    @Test
    @Rule({"R-CENT-11", "R-CACHE-2"})
    void request_ofWhatDoesNotFit_succeedsUncached() throws Exception {
        Tools.require("bash");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // 64 KB for each file.
        List<String> command = List.of(
                "bash",
                "-c",
                "ulimit -f 64 && exec \"$@\"",
                "bash",
                java,
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskProcess.class.getName(),
                folder.toString(),
                "1000000");
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectError(folder.resolve("log").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(output)
                .as(Files.readString(folder.resolve("log")))
                .isEqualTo("/small 100 kept\n/large 1000000 not kept\n/large 1000000 not kept\n/small 100 kept\n"
                        + "3 requests\n");
        assertThat(files()).as("files of what was not kept").isEqualTo(1);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/content"))) {
            return files.count();
        }
    }
}
