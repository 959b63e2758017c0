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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Requests where the file system takes nothing, or no more: a limit on the size of files stands for a disk that is
 * full, since that needs no disk of its own.
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
        // 64 KB for each file.
        String output = output("ulimit -f 64 && exec \"$@\"", FullDiskProcess.class, "1000000");

        assertThat(output)
                .as(Files.readString(folder.resolve("log")))
                .isEqualTo("/small 100 kept\n/large 1000000 not kept\n/large 1000000 not kept\n/small 100 kept\n"
                        + "3 requests\n");
        assertThat(files()).as("files of what was not kept").isEqualTo(1);
    }

    /** A superuser may read and write everywhere unless that is taken from it. */
    private static final String AS_ANYBODY =
            "if test $(id -u) = 0; then exec setpriv --bounding-set -dac_override,-dac_read_search "
                    + "--inh-caps -dac_override,-dac_read_search \"$@\"; else exec \"$@\"; fi";

    @Test
    @Rule({"R-CENT-11", "R-CACHE-2"})
    void request_whereTheFolderIsReadOnly_succeedsUncached_andWhatWasKeptAnswers() throws Exception {
        String output = output(AS_ANYBODY, ReadOnlyProcess.class);

        assertThat(output)
                .as(Files.readString(folder.resolve("log")))
                .isEqualTo("/kept 100 kept\nwritable: false\n/kept 100 kept\n/new 200 not kept\n/new 200 not kept\n"
                        + "3 requests\n");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    @Rule({"R-CENT-11", "R-CENT-21", "R-CGRP-4", "R-PROJ-CACHE-27"})
    void functions_whereTheFolderIsReadOnly_failAsTheFileSystemSays_andListWhatCanBeRead() throws Exception {
        String output = output(AS_ANYBODY, RefusedProcess.class);

        assertThat(output)
                .as(Files.readString(folder.resolve("log")))
                .isEqualTo("CreateUrlCacheGroup 5\nSetUrlCacheGroupAttribute 5\nDeleteUrlCacheGroup 5\n"
                        + "SetUrlCacheConfigInfo 5\nSetUrlCacheHeaderData 5\nCreateUrlCacheContainer 5\n"
                        + "DeleteUrlCacheContainer 5\nhttp://a/ http://b/ 259\n");
    }

    /** What a program prints that a line of the shell starts. */
    private String output(String line, Class<?> program, String... arguments) throws Exception {
        Tools.require("bash");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                line,
                "bash",
                java,
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectError(folder.resolve("log").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/content"))) {
            return files.count();
        }
    }
}
