package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers, arguments and file names say never reaches the terminal as a command. */
final class PrintableTest {
    /** Sets the title, rings, clears the screen by an eight-bit CSI, deletes, and turns the direction of writing. */
    private static final String HOSTILE = "\u001B]0;title\u0007\u009B2J\u007F\u0085";

    @TempDir
    Path folder;

    @Test
    void of_everyCharacter_leavesNoneThatATerminalObeys() {
        for (int c = 0; c <= 0xFFFF; c++) {
            String shown = Printable.of("a" + (char) c + "b");

            boolean obeyed = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == 0x2028
                    || c == 0x2029
                    || Character.isSurrogate((char) c);
            assertThat(shown).startsWith("a").endsWith("b").hasSize(obeyed ? 2 + escapeLength(c) : 3);
        }
    }

    private static int escapeLength(int c) {
        boolean named = c == '\r' || c == '\n' || c == '\t';
        return named ? 2 : c < 0x100 ? 4 : 6;
    }

    @Test
    void of_controlsAndOverrides_namesThem() {
        assertThat(Printable.of("\u001B[1m\u0007\r\n\t\u009B\u202Eabc\u2066"))
                .isEqualTo("\\x1b[1m\\x07\\r\\n\\t\\x9b\\u202eabc\\u2066");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "caf\u00E9 \u4E2D\u6587", "\uD83D\uDE00", "a\\x1b"})
    void of_textWithoutThem_isThatText(String text) {
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void asynchttp_serverThatSendsEscapeSequences_printsNone() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handleAll(request -> Script.script()
                    .send(
                            request.target().startsWith("/end")
                                    ? "HTTP/1.1 404 " + HOSTILE + "\r\nServer: " + HOSTILE
                                            + "\r\nContent-Length: 5\r\n\r\n" + HOSTILE.substring(0, 5)
                                    : "HTTP/1.1 302 " + HOSTILE + "\r\nLocation: /end" + HOSTILE + "\r\nX-" + HOSTILE
                                            + ": " + HOSTILE + "\r\nContent-Length: 0\r\n\r\n"));
            for (List<String> ways :
                    List.of(List.of("--verbose"), List.of("--openurl"), List.of("--progress=always"))) {
                String[] args = {
                    "asynchttp", ways.get(0), "--output=" + folder.resolve("body"), "--force", server.url("/")
                };

                Ran ran = Ran.main(args);

                assertThat(ran.out()).contains("INTERNET_STATUS_REDIRECT", "404");
                assertNothingIsObeyed(ran);
            }
        }
    }

    @Test
    void commands_argumentsAndFileNamesWithEscapeSequences_printNone() {
        String file = folder + "/no" + HOSTILE.replace("\u0085", "");
        for (String[] args : new String[][] {
            {HOSTILE},
            {"asynchttp", "--" + HOSTILE},
            {"asynchttp", HOSTILE},
            {"asynchttp", "http://127.0.0.1:1/" + HOSTILE},
            {"asynchttp", "--header=" + HOSTILE, "http://127.0.0.1:1/"},
            {"asynchttp", "--ca=" + file, "http://127.0.0.1:1/"},
            {"asynchttp", "--post=" + file, "http://127.0.0.1:1/"},
            {"asynchttp", "--output=" + folder + "/a\0" + HOSTILE, "http://127.0.0.1:1/"},
            {"conformance", "--back-end", file},
            {"conformance", "--rule", HOSTILE}
        }) {
            Ran ran = Ran.main(args);

            assertThat(ran.code()).as(String.join(" ", args)).isNotZero();
            assertThat(ran.out() + ran.err()).contains("\\x1b");
            assertNothingIsObeyed(ran);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // no file can have such a name there
    void asynchttp_existingFileWithEscapeSequencesInItsName_printsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("a\u001B[2J\u0007\n"));

        Ran ran = Ran.main("asynchttp", "--output", file.toString(), "http://127.0.0.1:1/");

        assertThat(ran.code()).isEqualTo(Command.USAGE);
        assertThat(ran.err()).contains("a\\x1b[2J\\x07\\n exists");
        assertNothingIsObeyed(ran);
    }

    private static void assertNothingIsObeyed(Ran ran) {
        // The bar goes back to the start of its line; that is the command's own.
        String all = (ran.out() + ran.err()).replace(System.lineSeparator(), "").replace("\r", "");
        assertThat(all.chars().filter(Character::isISOControl).boxed().toList()).isEmpty();
    }
}
