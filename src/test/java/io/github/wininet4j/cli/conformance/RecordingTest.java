package io.github.wininet4j.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.cli.Command;
import io.github.wininet4j.cli.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conformance runs as files: what is written is what is read, and a run is compared with what was recorded. */
final class RecordingTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private int run(String... args) {
        return new ConformanceCommand().run(List.of(args), out, out);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Path recorded(String rule) {
        Path file = folder.resolve("run.rec");
        assertThat(run("--back-end", "engine", "--rule", rule, "--record", file.toString()))
                .isEqualTo(Command.SUCCESS);
        bytes.reset();
        return file;
    }

    @Test
    void write_anyCharacters_areReadBack() {
        String all = "\t\r\n\\ \\t \u0000\u001B\u00E9\u4E2D\uD83D\uDE00 =, \"";
        RecordedCase.Call call = new RecordedCase.Call("case", all, all, all, List.of(all, "", all));
        RecordedCase.Status status = new RecordedCase.Status("handle 1", all, all, all, "");
        Recording recording = new Recording(
                all, all, List.of(new RecordedCase(all, all, List.of(call, call), List.of(status), List.of(all, ""))));
        Path file = folder.resolve("file");

        recording.write(file);

        assertThat(Recording.isRecording(file)).isTrue();
        assertThat(Recording.read(file)).isEqualTo(recording);
        assertThat(file).content(StandardCharsets.US_ASCII).matches("[\\n\\t -~]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wininet4j-recording\t1\tengine",
                "wininet4j-recording\t2\tengine\tsystem",
                "wininet4j-recording\t1\tengine\tsystem\nnote\toutside a case",
                "wininet4j-recording\t1\tengine\tsystem\ncase\trules\ttitle",
                "wininet4j-recording\t1\tengine\tsystem\ncase\trules\ttitle\ncase\trules\ttitle\nend",
                "wininet4j-recording\t1\tengine\tsystem\ncase\trules\ttitle\nunknown\nend",
                "wininet4j-recording\t1\tengine\tsystem\ncase\trules\ttitle\ncall\tcase\tf\nend",
                "wininet4j-recording\t1\tengine\tsystem\ncase\trules\ttitle\nnote\t\\u00\nend"
            })
    void read_damagedFile_isRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);

        assertThatThrownBy(() -> Recording.read(file)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run("--compare", "engine," + file)).isInstanceOf(UsageException.class);
        assertThat(printed()).isEmpty();
    }

    @Test
    void record_wholeSuite_hasNothingOfThisRunOnly_andComparesEqual() throws IOException {
        Path file = recorded("R-*");

        assertThat(Recording.read(file).cases()).hasSize(Suites.ALL.size());
        assertThat(Files.readString(file))
                .contains("nServerPort=PORT", "http://127.0.0.1:PORT/", "handle 3", "\tREQUEST_COMPLETE\t")
                .contains("data=\"0123456789\"")
                .doesNotContainPattern("127\\.0\\.0\\.1:\\d{4}")
                .doesNotContainPattern("nServerPort=\\d{4}")
                .doesNotContainPattern("[\uE000\uE001]|\\\\ue00")
                .doesNotContainPattern(" 20[2-9]\\d \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(run("--compare", "engine," + file)).as(printed()).isEqualTo(Command.SUCCESS);
        assertThat(printed()).contains("0 of " + Suites.ALL.size() + " differ");
    }

    @Test
    void compare_twoRecordingsOfOneRun_needsNoBackEnd() {
        Path file = recorded("R-HANDLE-*");

        assertThat(run("--rule", "R-HANDLE-*", "--compare", file + "," + file)).isEqualTo(Command.SUCCESS);
        assertThat(printed()).contains("PASS PASS").doesNotContain("DIFFERENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note\tclose connection: FALSE, ERROR_INVALID_HANDLE (6)|note\tclose connection: TRUE",
                "FALSE\tERROR_INVALID_HANDLE\thInternet=handle 2|TRUE\t-\thInternet=handle 2",
                "status\thandle 3\tHANDLE_CLOSING\t8|status\thandle 3\tHANDLE_CLOSING\t9"
            })
    void compare_withARecordingThatDiffers_showsBothSides(String change) throws IOException {
        Path file = recorded("R-HANDLE-14");
        String[] parts = change.split("\\|");
        String text = Files.readString(file);
        assertThat(text).contains(parts[0]);
        Files.writeString(file, text.replace(parts[0], parts[1]));

        assertThat(run("--rule", "R-HANDLE-14", "--compare", "engine," + file)).isEqualTo(Command.FAILURE);

        String kind = change.startsWith("note") ? "" : change.startsWith("status") ? ", status" : ", call";
        assertThat(printed())
                .contains("DIFFERENT", "1 of 1 differ")
                .contains("engine" + kind + "  ")
                .contains(file + kind + "  ");
    }

    @Test
    void compare_asAPage_hasEachRule_andBothSidesOfWhatDiffers() throws IOException {
        Path file = recorded("R-HANDLE-1*");
        String text = Files.readString(file);
        String note = "note\tclose connection: FALSE, ERROR_INVALID_HANDLE (6)";
        assertThat(text).contains(note);
        Files.writeString(file, text.replace(note, "note\tclose <b>connection</b>: TRUE & \\u00e9"));
        Path page = folder.resolve("page.html");

        assertThat(run("--rule", "R-HANDLE-*", "--compare", "engine," + file, "--html", page.toString()))
                .isEqualTo(Command.FAILURE);

        assertThat(page)
                .content(StandardCharsets.US_ASCII)
                .startsWith("<!DOCTYPE html>\n")
                .endsWith("</body></html>\n")
                .contains("<th>engine</th><th>run.rec</th><th>Compared</th>")
                .contains("<code>close connection: FALSE, ERROR_INVALID_HANDLE (6)</code>")
                .contains("<code>close &#60;b&#62;connection&#60;/b&#62;: TRUE &#38; &#233;</code>")
                .contains("<code>R-HANDLE-14</code>", "observation", ">not recorded</td>", ">same</td>")
                .contains("<td class=\"word bad\">different</td>", "<td class=\"word bad\">does not hold</td>")
                .doesNotContain("<b>", "http:", "src=", "<script");
        for (ConformanceCase tested : Suites.matching("R-HANDLE-*")) {
            for (String rule : tested.rules().split(" ")) {
                assertThat(page).content().contains("<code>" + rule.replaceFirst("\\[.*", "") + "</code>");
            }
        }
    }

    @Test
    void single_asAPage_hasNothingToCompare() throws IOException {
        Path page = folder.resolve("page.html");

        assertThat(run("--rule", "R-HANDLE-14", "--back-end", "engine", "--html", page.toString()))
                .isEqualTo(Command.SUCCESS);

        assertThat(page)
                .content(StandardCharsets.US_ASCII)
                .contains("<h1>Behaviour of WinInet: engine</h1>", "<td class=\"word good\">holds</td>")
                .doesNotContain("Compared", "To be looked at");
        assertThatThrownBy(() -> run("--html", folder.resolve("no/page.html").toString()))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void compare_caseThatWasNotRecorded_differs() {
        Path file = recorded("R-HANDLE-14");

        assertThat(run("--rule", "R-CANON-10", "--compare", "engine," + file)).isEqualTo(Command.FAILURE);

        assertThat(printed()).contains("PASS NOT RECORDED DIFFERENT").contains("1 of 1 differ");
    }
}
