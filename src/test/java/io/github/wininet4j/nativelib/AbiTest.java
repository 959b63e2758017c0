package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function hands all of its arguments over and brings result and last error back:
 * {@code native-stubs/tests/abi_test.c}.
 */
final class AbiTest {
    private static final Path SOURCE = CPrograms.TESTS.resolve("abi_test.c");

    @TempDir
    private Path folder;

    @Test
    void functions_passEverythingThrough() {
        Path program = CPrograms.compile(SOURCE, CPrograms.library(), folder);

        assertThat(run(program.toString())).isEqualTo(allWell());
    }

    @Test
    void functions_underSanitizers_passEverythingThrough() {
        Path program = CPrograms.compile(
                SOURCE,
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined",
                "-fno-sanitize-recover=all");

        assertThat(run(program.toString())).isEqualTo(allWell());
    }

    @Test
    void functions_underValgrind_passEverythingThrough() {
        Tools.require("valgrind");
        Path program = CPrograms.compile(SOURCE, CPrograms.library(), folder);

        assertThat(run("valgrind", "-q", "--error-exitcode=9", "--leak-check=full", program.toString()))
                .isEqualTo(allWell());
    }

    @Test
    void functions_ofTheDll_passEverythingThrough() throws Exception {
        Tools.require("wine");
        Path library = CPrograms.windowsLibrary().resolve("wininet.dll");
        Path program = folder.resolve("abi_test.exe");
        CPrograms.run(
                        Map.of(),
                        List.of(
                                CPrograms.MINGW,
                                "-std=c11",
                                "-I" + CPrograms.INCLUDE,
                                SOURCE.toString(),
                                library.toString(),
                                "-o",
                                program.toString()))
                .ok();
        Files.copy(library, folder.resolve("wininet.dll"));
        Map<String, String> wine = Map.of(
                "WINEPREFIX",
                Path.of("target/wine").toAbsolutePath().toString(),
                "WINEDEBUG",
                "-all",
                // Our DLL instead of Wine's own; no offers to install .NET and HTML.
                "WINEDLLOVERRIDES",
                "wininet=n;mscoree=;mshtml=");

        assertThat(CPrograms.run(wine, List.of("wine", program.toString())).ok().output())
                .isEqualTo(allWell());
    }

    private static String allWell() {
        return CPrograms.functions("wininet4j_functions.def").size() + " functions, 0 failures\n";
    }

    private static String run(String... command) {
        return CPrograms.run(Map.of(), List.of(command)).ok().output();
    }
}
