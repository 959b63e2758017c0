package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.nativelib.capi.GuardTable;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.WebSocketPeer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C programs that hand over memory with nothing to spare, or less than they say. */
final class HostileMemoryTest {
    private static final String LISTED = "-rw-r--r--   1 me us 4 Jan 02  2020 file";

    @TempDir
    private Path folder;

    @Test
    void everyFunction_withMemoryAtTheEndOfItsPage_touchesNothingBeyond() throws Exception {
        assertThat(guarded(CPrograms.library(), "-O1", 1)).matches("\\d{3} functions, \\d{4,5} calls, alive\n");
    }

    @Test
    void everyFunction_withMemoryAtTheEndOfItsPage_underSanitizers_touchesNothingBeyond() throws Exception {
        assertThat(guarded(CPrograms.sanitizedLibrary(), "-fsanitize=address,undefined", 3))
                .matches("\\d{3} functions, \\d{4,5} calls, alive\n");
    }

    /** Returns what the program says that walks the table of all parameters; with a step, not for every size. */
    private String guarded(Path library, String option, int step) throws Exception {
        int parameters =
                GuardTable.write(CPrograms.INCLUDE.resolve("wininet4j_functions.def"), folder.resolve("guarded.h"));
        assertThat(parameters).isGreaterThan(700);
        return withServers("guard_test", library, option, folder.toString(), Integer.toString(step));
    }

    private String withServers(String name, Path library, String option, String... more) throws Exception {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000);
                ScriptedFtpServer ftp =
                        ScriptedFtpServer.start().file("file", "data").listing(LISTED);
                WebSocketPeer peer = WebSocketPeer.start(HostileMemoryTest::close)) {
            List<String> arguments = new ArrayList<>(List.of(
                    Integer.toString(URI.create(nginx.url("/file")).getPort()),
                    Integer.toString(ftp.port()),
                    Integer.toString(peer.port())));
            arguments.addAll(List.of(more));
            return run(name, library, List.of(option, "-I" + folder), arguments.toArray(String[]::new));
        }
    }

    private static void close(WebSocketPeer.Connection connection) throws IOException {
        connection.send(0x88, new byte[] {3, (byte) 0xE8});
        connection.awaitEnd();
    }

    @Test
    @Rule({"R-OPT-1", "R-OPT-2", "R-OPT-7", "R-OPT-8", "R-OPT-9", "R-OPT-10", "R-OPT-11"})
    void everyOption_ofEveryHandle_withEveryKindOfLength_isAnsweredAsDocumented() throws Exception {
        OptionMatrix matrix = new OptionMatrix();
        Files.writeString(folder.resolve("option_sizes.h"), matrix.sizes());

        String output = withServers("options_test", CPrograms.sanitizedLibrary(), "-fsanitize=address,undefined");

        assertThat(output).endsWith("0 failures, alive\n").doesNotContain("before the buffer");
        assertThat(output.lines().count()).isGreaterThan(203L * 9 * 2 * (7 + 2 * 5));
        assertThat(matrix.wrong(output)).isEmpty();
    }

    @Test
    @Rule({"R-READEX-11", "R-REQ-19", "R-SEND-25"})
    void garbageWhereAFunctionDoesNotLook_andBadPointersWhereItProbes_areSurvived() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            int port = URI.create(nginx.url("/file")).getPort();

            assertThat(run(
                            "garbage_test",
                            CPrograms.sanitizedLibrary(),
                            List.of("-fsanitize=address,undefined"),
                            Integer.toString(port)))
                    .isEqualTo("0 failures\n");
        }
    }

    @Test
    @Rule({"R-PROJ-C-3", "R-PROJ-C-4", "R-SEND-25", "R-CRACK-3", "R-CENT-12"})
    void memoryThatIsNotLookedAt_orStatedTooLarge_isNotTouched() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            String port = Integer.toString(URI.create(nginx.url("/file")).getPort());

            assertThat(run("extent_test", CPrograms.library(), List.of("-O1"), port, "6000"))
                    .isEqualTo("0 failures\n");
        }
    }

    @Test
    @Rule("R-PROJ-C-1")
    void threadsWithSmallStacks_getAllOrAClearFailure() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            assertThat(run("stack_test", CPrograms.library(), List.of("-O1"), nginx.url("/file"), "6000"))
                    .startsWith("64: 0 8\n")
                    .contains("\n1024: 6000 0\n")
                    .endsWith("\n64: 0 8\n0 failures\n");
        }
    }

    /** Returns what a program prints that ends well. */
    private String run(String name, Path library, List<String> options, String... arguments) {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve(name + ".c"), library, folder, options.toArray(String[]::new));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return CPrograms.run(CPrograms.onEngine(Map.of("ASAN_OPTIONS", CPrograms.ASAN_WITH_JAVA)), command)
                .ok()
                .output();
    }
}
