package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with the packaged jar: a program needs Java besides it, and nothing else. */
final class LibraryFolderIT {
    @TempDir
    private Path folder;

    @Test
    @Rule("R-PROJ-C-6")
    void folder_withTheJar_isAllThatAProgramNeeds() {
        String jar = System.getProperty("packaged.jar");
        assumeTrue(jar != null, "no packaged jar: runs in the build's integration-test phase only");
        Tools.require("pkg-config");
        Path whole = CPrograms.folder(folder.resolve("wininet").toString(), jar);
        Path source = CPrograms.STUBS.resolve("samples/windows/geturl.c");
        Path program = CPrograms.compileByPkgConfig("cc", "wininet", source, folder, whole);
        try (ScriptedHttpServer server =
                ScriptedHttpServer.start().handle("/page", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            Ran ran = CPrograms.run(
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    List.of(program.toString(), server.url("/page")));

            assertThat(ran.ok().output()).isEqualTo("hello\n5 bytes\n");
            assertThat(ran.errors()).isEmpty();
        }
    }

    @Test
    @Rule("R-PROJ-C-6")
    void firstCall_fromACopy_takesTheClassesFromTheArchiveMadeThere() {
        String jar = System.getProperty("packaged.jar");
        assumeTrue(jar != null, "no packaged jar: runs in the build's integration-test phase only");
        Tools.require("pkg-config");
        Path whole = CPrograms.folder(folder.resolve("wininet").toString(), jar);
        assumeTrue(Files.exists(whole.resolve("wininet4j.jsa")), "this Java makes no archive");
        Path copy = folder.resolve("copy");
        CPrograms.run(Map.of(), List.of("cp", "-R", whole.toString(), copy.toString()))
                .ok();
        Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
        CPrograms.run(java, List.of("sh", copy.resolve("class-archive.sh").toString()))
                .ok();
        Path source = CPrograms.TESTS.resolve("start_test.c");
        Path program = CPrograms.compileByPkgConfig("cc", "wininet4j", source, folder, copy);

        Ran ran = CPrograms.run(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "WININET4J_JVM_OPTIONS", "-Xlog:class+load"),
                List.of(program.toString()));

        assertThat(ran.ok().output().lines())
                .filteredOn(line -> line.contains(" io.github.wininet4j.engine.Engine source: "))
                .singleElement()
                .asString()
                .contains("shared objects file (top)");
    }
}
