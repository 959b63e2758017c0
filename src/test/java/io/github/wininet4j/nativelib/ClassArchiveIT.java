package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.nativelib.CPrograms.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of prepared classes that the build makes for C programs. */
final class ClassArchiveIT {
    @TempDir
    private Path folder;

    @Test
    void firstCall_takesTheClassesFromTheArchiveBesideTheJar() {
        String named = System.getProperty("packaged.jar");
        assumeTrue(named != null, "no packaged jar: runs in the build's integration-test phase only");
        Path archive = Path.of(named).resolveSibling("wininet4j.jsa");
        assumeTrue(Files.exists(archive), "this machine's build makes no archive");
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("start_test.c"), CPrograms.library(), folder);

        Ran ran = CPrograms.run(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "WININET4J_JVM_OPTIONS", "-Xlog:class+load"),
                List.of(program.toString()));

        assertThat(ran.ok().output().lines())
                .filteredOn(line -> line.contains(" io.github.wininet4j.engine.Engine source: "))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }
}
