package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedGopherServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program that switches Gopher on and calls every function of it in both forms. */
final class GopherProgramTest {
    @TempDir
    private Path folder;

    @Test
    @Rule({"R-GOPHER-2..7", "R-PROJ-HOST-1"})
    void program_underSanitizers_callsEveryFunction() throws IOException {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("gopher_test.c"),
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined");
        Map<String, String> variables =
                CPrograms.onEngine(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA, "WININET4J_SWITCHES", "GOPHER"));
        try (ScriptedGopherServer server = ScriptedGopherServer.start()) {
            server.answer("", server.line("0About", "about", "") + server.line("1More", "more", "") + ".\r\n");
            server.answer("bytes", "bytes");
            server.answer(
                    "about\t!",
                    "+-1\r\n+INFO: 0About\tabout\th\t70\t+\r\n"
                            + "+ADMIN:\r\n Admin: Frodo <frodo@bag.end>\r\n TTL: 180\r\n"
                            + "+VIEWS:\r\n text/plain En_US: <10k>\r\n.\r\n");

            CPrograms.Ran ran = CPrograms.run(variables, List.of(program.toString(), Integer.toString(server.port())));

            assertThat(ran.output()).isEqualTo("0 failures\n");
        }
    }
}
