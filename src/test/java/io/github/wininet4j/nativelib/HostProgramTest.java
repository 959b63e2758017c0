package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that fork, have signal handlers, end threads and close the library. */
final class HostProgramTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fork", "signals", "all signals", "threads"})
    @Rule("R-PROJ-C-8")
    void program_aroundItsCalls_mayDoSo(String what) {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("host_test.c"),
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined",
                "-D_GNU_SOURCE");
        Map<String, String> variables = new HashMap<>(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA));
        if (what.equals("all signals")) {
            variables.put("_JAVA_SR_SIGNUM", "44");
        }
        try (ScriptedHttpServer server =
                ScriptedHttpServer.start().handle("/page", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            CPrograms.Ran ran = CPrograms.run(
                    CPrograms.onEngine(variables), List.of(program.toString(), what, server.url("/page")));

            assertThat(ran.output()).isEqualTo("0 failures\n");
        }
    }

    @Test
    @Rule({"R-PROJ-C-7", "R-PROJ-C-8"})
    void library_thatIsClosed_staysAndIsFoundAgain() {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("unload_test.c"), CPrograms.library(), folder, "-Wl,--as-needed");
        String library =
                CPrograms.library().resolve(System.mapLibraryName("wininet")).toString();

        CPrograms.Ran ran = CPrograms.run(CPrograms.onEngine(Map.of()), List.of(program.toString(), library));

        assertThat(ran.output() + ran.errors()).isEqualTo("0 failures\n");
    }
}
