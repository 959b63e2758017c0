package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar without what lay beside it. */
final class MovedJarIT {
    @TempDir
    Path folder;

    @Test
    void jar_withoutItsLibraries_saysInOneLineWhatItMisses() throws Exception {
        Path alone = folder.resolve("wininet4j.jar");
        Files.copy(PackagedJar.require().file(), alone);
        PackagedJar jar = new PackagedJar(alone);

        PackagedJar.Ended ended = jar.java("-jar", alone.toString(), "asynchttp");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output().lines()).singleElement().asString().contains("wininet4j.jar needs lib/", "httpcore5");
    }

    @Test
    void jar_withoutALibrary_namesThatOne() throws Exception {
        PackagedJar jar = PackagedJar.require().movedTo(folder, "rhino");

        PackagedJar.Ended ended = jar.java("-jar", jar.file().toString(), "--version");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("lib/rhino-").doesNotContain("httpcore5");
    }

    @Test
    void jar_inAnotherFolderWithItsLibraries_runs() throws Exception {
        PackagedJar jar = PackagedJar.require().movedTo(folder.resolve("a folder"));

        assertThat(jar.java("-jar", jar.file().toString(), "--version").ok()).startsWith("wininet4j ");
    }
}
