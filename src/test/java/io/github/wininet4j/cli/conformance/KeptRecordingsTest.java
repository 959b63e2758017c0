package io.github.wininet4j.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.cli.Command;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The runs that {@code src/test/resources/recordings} keeps: of the engine, of the project's own library and of Wine's
 * wininet.dll. One of Windows can be put beside them.
 */
final class KeptRecordingsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "recordings");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private int compare(String file) {
        return new ConformanceCommand().run(List.of("--compare", "engine," + FOLDER.resolve(file)), out, out);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** After a change of behaviour or of a case: conformance --back-end engine --record FILE. */
    @ParameterizedTest
    @ValueSource(strings = {"engine.rec", "libwininet.rec"})
    void compare_withTheOwnRecordings_findsNoDifference(String file) {
        int code = compare(file);

        assertThat(code).as(printed()).isEqualTo(Command.SUCCESS);
    }

    @Test
    void compare_withWine_saysWhatDiffersAndWhatDoesNot() {
        int code = compare("wine.rec");

        assertThat(code).isEqualTo(Command.FAILURE);
        assertThat(printed())
                .contains("A closed handle is invalid")
                .contains("12018")
                .containsPattern("(?m)^PASS PASS +Closing a session closes what was opened from it");
    }
}
