package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** get: URLs become files. */
final class GetCommandTest {
    private final ScriptedHttpServer server = ScriptedHttpServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private void serve(String path, String status, String content) {
        server.handle(
                path,
                request -> Script.script()
                        .send("HTTP/1.1 " + status + "\r\nContent-Length: " + content.length() + "\r\n\r\n" + content));
    }

    @Test
    void get_savesEachUrlUnderItsName_andShowsNoCalls() {
        serve("/a/one.txt", "200 OK", "first");
        serve("/two.txt", "200 OK", "second");

        Ran ran = Ran.main("get", "--output", folder.toString(), server.url("/a/one.txt"), server.url("/two.txt"));

        assertThat(ran.code()).isZero();
        assertThat(folder.resolve("one.txt")).hasContent("first");
        assertThat(folder.resolve("two.txt")).hasContent("second");
        assertThat(ran.out()).contains("2 of 2 succeeded").doesNotContain("HttpSendRequest");
    }

    @Test
    void get_overwritesNothingUnasked() throws IOException {
        serve("/one.txt", "200 OK", "new");
        Path file = Files.writeString(folder.resolve("one.txt"), "old");

        assertThat(Ran.main("get", "--output", folder.toString(), server.url("/one.txt"))
                        .code())
                .isEqualTo(Command.USAGE);
        assertThat(file).hasContent("old");
        assertThat(server.connectionCount()).isZero();

        assertThat(Ran.main("get", "--force", "--output", folder.toString(), server.url("/one.txt"))
                        .code())
                .isZero();
        assertThat(file).hasContent("new");
    }

    @Test
    void get_ofWhatIsNotThere_fails() {
        serve("/none", "404 Not Found", "no");

        assertThat(Ran.main("get", "--output", folder.toString(), server.url("/none"))
                        .code())
                .isEqualTo(Command.FAILURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "get --verbose", "get ftp://127.0.0.1/a", "get --nonsense"})
    void argumentsThatMakeNoSense_areRefused(String arguments) {
        assertThat(Ran.main(arguments.split(" ")).code()).isEqualTo(Command.USAGE);
    }

    @Test
    void help_namesTheOptions() {
        assertThat(Ran.main("get", "--help").out()).contains("usage: get").contains("--force");
    }
}
