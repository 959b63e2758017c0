package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
}
