package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command runs, and with which exit code. */
final class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void run_help_listsTheCommands(String word) {
        Ran ran = Ran.main(word);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("usage:").contains("asynchttp").contains("conformance");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void run_withoutCommand_showsUsageAsAnError() {
        Ran ran = Ran.main();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("usage:");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void run_unknownCommand_namesIt() {
        Ran ran = Ran.main("asynchtp");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("unknown command: asynchtp");
    }

    @Test
    void run_version_namesTheProgram() {
        assertThat(Ran.main("--version").out()).startsWith("wininet4j ");
    }

    @Test
    void run_badArguments_namesCommandAndArgument() {
        Ran ran = Ran.main("asynchttp", "--nonsense");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("asynchttp: unknown option --nonsense");
    }

    @Test
    void run_commandHelp_listsItsOptions() {
        Ran ran = Ran.main("asynchttp", "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("--policy natural|at-once|pending|seed:N")
                .contains("Exit code");
    }

    @Test
    void run_backEndThatIsNotThere_namesIt() {
        Ran ran = Ran.main("conformance", "--back-end", "/no/such/library");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("/no/such/library");
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void run_withTrace_writesCallsAndStatusesWithTheirTimes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trace.log");
        try (LoopbackServer server = new LoopbackServer()) {
            Ran ran = Ran.main("asynchttp", "--quiet", "--trace=" + file, server.url(LoopbackServer.TEXT));
            assertThat(ran.code()).isZero();
        }

        assertThat(Files.readAllLines(file))
                .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{6} \\[.*"))
                .anyMatch(line -> line.contains("HttpOpenRequest(") && line.endsWith(" ms]"))
                .anyMatch(line -> line.contains("<- INTERNET_STATUS_HANDLE_CLOSING hInternet="));
        assertThat(System.getProperty(WinInets.TRACE_PROPERTY)).isNull();
    }

    @Test
    @Rule("R-PROJ-COUNT-2")
    void run_withCounters_tellsThemAtTheEnd(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("counters.log");
        try (LoopbackServer server = new LoopbackServer()) {
            Ran ran = Ran.main("asynchttp", "--quiet", "--counters=" + file, server.url(LoopbackServer.TEXT));
            assertThat(ran.code()).isZero();
        }

        assertThat(Files.readAllLines(file))
                .singleElement()
                .asString()
                .startsWith("counters: connections 1 opened, 0 reused, 0 waits; requests 1; ")
                .endsWith("handles 0 open");
        assertThat(System.getProperty(WinInets.COUNTERS_PROPERTY)).isNull();
        Ran refused = Ran.main("asynchttp", "--counters=" + folder.resolve("missing/counters.log"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("asynchttp: --counters: ");
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void run_withATraceThatCannotBeWritten_isAUsageError(@TempDir Path folder) {
        for (String name : List.of("trace.log", "trace.har")) {
            Ran ran =
                    Ran.main("asynchttp", "--trace=" + folder.resolve("missing").resolve(name));

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith("asynchttp: --trace: ");
        }
    }
}
