package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Tools;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with all that C programs need: it works wherever it is copied to, and says what it misses. */
@Rule({"R-PROJ-C-2", "R-PROJ-C-6"})
final class LibraryFolderTest {
    private static final Path GETURL = CPrograms.STUBS.resolve("samples/windows/geturl.c");
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    private Path folder;

    @Test
    void folder_copiedElsewhere_buildsProgramsThatRun() throws IOException {
        Path copy = copied();
        Path program = CPrograms.compileByPkgConfig("cc", "wininet", GETURL, folder, copy);
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            Ran ran = CPrograms.run(CPrograms.onEngine(Map.of()), List.of(program.toString(), server.url("/page")));

            assertThat(ran.ok().output()).isEqualTo("hello\n5 bytes\n");
        }
    }

    @Test
    void program_withoutTheJar_saysWhereItWasLookedFor() throws IOException {
        Path copy = copied();
        Path program = CPrograms.compileByPkgConfig("cc", "wininet", GETURL, folder, copy);

        Ran ran = CPrograms.run(
                Map.of("JAVA_HOME", System.getProperty("java.home")), List.of(program.toString(), "http://localhost/"));

        assertThat(ran.output()).isEqualTo("InternetOpen failed, error 12004 (0x2ee4)\n");
        assertThat(ran.errors())
                .isEqualTo("wininet4j: no engine: WININET4J_CLASSPATH is not set and there is no wininet4j.jar in "
                        + copy.toRealPath() + " or in the folder above it\n");
    }

    @Test
    void program_withoutJava_saysWhereItWasLookedFor() {
        Path program = CPrograms.compileByPkgConfig("cc", "wininet", GETURL, folder);

        Ran ran = CPrograms.run(Map.of("JAVA_HOME", "/no/java"), List.of(program.toString(), "http://localhost/"));
        Ran onPath = CPrograms.run(Map.of("PATH", "/no/java"), List.of(program.toString(), "http://localhost/"));

        assertThat(ran.errors())
                .startsWith("wininet4j: no Java: /no/java/lib/server/libjvm.")
                .endsWith(", which JAVA_HOME leads to, does not exist\n");
        assertThat(onPath.errors())
                .isEqualTo("wininet4j: no Java: JAVA_HOME is not set and there is no java on PATH\n");
    }

    @Test
    void cmake_findsThePackage() throws IOException {
        Tools.require("cmake");
        Files.writeString(folder.resolve("CMakeLists.txt"), """
                cmake_minimum_required(VERSION 3.13)
                project(page C)
                find_package(wininet 0.1 REQUIRED)
                add_executable(geturl SAMPLES/windows/geturl.c)
                target_link_libraries(geturl wininet::compat)
                add_executable(download SAMPLES/download.c)
                target_link_libraries(download wininet::wininet)
                """.replace(
                        "SAMPLES", CPrograms.STUBS.resolve("samples").toString()));
        Path built = folder.resolve("built");
        CPrograms.run(
                        Map.of(),
                        List.of("cmake", "-S" + folder, "-B" + built, "-DCMAKE_PREFIX_PATH=" + CPrograms.folder()))
                .ok();
        CPrograms.run(Map.of(), List.of("cmake", "--build", built.toString())).ok();
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            Ran ran = CPrograms.run(
                    CPrograms.onEngine(Map.of()),
                    List.of(built.resolve("geturl").toString(), server.url("/page")));

            assertThat(ran.ok().output()).isEqualTo("hello\n5 bytes\n");
            assertThat(built.resolve("download")).isExecutable();
        }
    }

    @Test
    void commandLine_ofTheFolder_findsTheLibraryBesideTheJar() {
        Path jar = packed(copied());

        Ran ran = conformance(jar, "native");

        assertThat(ran.ok().output()).contains("1 of 1 behaviours hold, 0 do not\n");
    }

    @Test
    void commandLine_withoutTheLibrary_saysWhereItWasLookedFor() throws IOException {
        Path place = Files.createDirectory(folder.resolve("alone"));
        String library = System.mapLibraryName("wininet");

        Ran none = conformance(packed(place), "native");
        Files.writeString(place.resolve(library), "no library");
        Ran broken = conformance(place.resolve("wininet4j.jar"), "native");
        Ran named = conformance(place.resolve("wininet4j.jar"), "/no/such/library");

        String first = "conformance: the back end cannot be opened: no wininet library: ";
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.errors())
                .startsWith(first + place.resolve("native").resolve(library) + " does not exist, "
                        + place.resolve(library) + " does not exist; name one with -Dwininet4j.library\n");
        // Newer Javas warn before it of what JNA does.
        assertThat(broken.errors())
                .contains(first + place.resolve("native").resolve(library) + " does not exist, "
                        + place.resolve(library) + " cannot be loaded: " + place.resolve(library));
        assertThat(named.errors()).startsWith(first + "/no/such/library does not exist\n");
    }

    private static Ran conformance(Path jar, String backEnd) {
        List<String> classPath = new ArrayList<>(List.of(jar.toString()));
        Stream.of(CPrograms.CLASSPATH.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .forEach(classPath::add);
        return CPrograms.run(
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        "io.github.wininet4j.cli.Main",
                        "conformance",
                        "--back-end",
                        backEnd,
                        "--rule",
                        "R-CTX-3"));
    }

    /** Packs the classes of this build as the jar of the folder. */
    private static Path packed(Path place) {
        Path jar = place.resolve("wininet4j.jar");
        int result = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-c",
                        "-f",
                        jar.toString(),
                        "-C",
                        classes().toString(),
                        ".");
        assertThat(result).isZero();
        return jar;
    }

    private static Path classes() {
        try {
            return Path.of(WinInets.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private Path copied() {
        Path copy = folder.resolve("copy");
        CPrograms.run(Map.of(), List.of("cp", "-R", CPrograms.folder().toString(), copy.toString()))
                .ok();
        return copy;
    }
}
