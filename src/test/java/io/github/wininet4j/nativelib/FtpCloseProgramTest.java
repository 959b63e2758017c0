package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program whose threads close handles of FTP while other threads move files by them. */
final class FtpCloseProgramTest {
    private static final String ROUNDS = "25";
    private static final int BYTES = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    @Rule({"R-HANDLE-8", "R-HANDLE-9", "R-HANDLE-14"})
    void program_underSanitizers_closesWhateverMoves() {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve("ftp_close_test.c"),
                CPrograms.sanitizedLibrary(),
                folder,
                "-fsanitize=address,undefined",
                "-pthread");
        Map<String, String> variables = CPrograms.onEngine(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA));
        try (ScriptedFtpServer server = ScriptedFtpServer.start()) {
            server.file("down", new byte[BYTES]);

            CPrograms.Ran ran =
                    CPrograms.run(variables, List.of(program.toString(), Integer.toString(server.port()), ROUNDS));

            assertThat(ran.output()).isEqualTo("0 failures\n");
        }
    }
}
