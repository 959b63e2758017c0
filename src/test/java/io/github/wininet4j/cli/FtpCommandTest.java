package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.ScriptedFtpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command for people. */
final class FtpCommandTest {
    private static final byte[] CONTENT = PatternedBytes.bytes(0, 700_000);

    private final ScriptedFtpServer server = ScriptedFtpServer.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private String url(String path) {
        return "ftp://me:secret@127.0.0.1:" + server.port() + "/" + path;
    }

    @Test
    void ls_showsNamesSizesAndTimes_butNoPassword() {
        server.listing("drwxr-xr-x 2 me us 4096 Jan 02  2020 docs", "-rw-r--r-- 1 me us 12345 Mar 15  2021 a b.txt");

        Ran ran = Ran.main("ftp", "ls", url(""));

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("2020-01-02 00:00         folder  docs/")
                .contains("2021-03-15 00:00          12345  a b.txt")
                .doesNotContain("secret");
    }

    @Test
    void get_fetchesAFile_andOverwritesNoneUnasked() throws IOException {
        server.file("docs/a", CONTENT);
        String[] get = {"ftp", "get", "--output", folder.toString(), url("docs/a")};

        assertThat(Ran.main(get).code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(CONTENT);
        Files.write(folder.resolve("a"), new byte[3]);
        assertThat(Ran.main(get).code()).isEqualTo(Command.USAGE);
        assertThat(folder.resolve("a")).hasSize(3);
        assertThat(Ran.main("ftp", "get", "--force", "--active", "--output", folder.toString(), url("docs/a"))
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(CONTENT);
        assertThat(server.count("PORT")).isEqualTo(1);
    }

    @Test
    void get_withResume_goesOnWhereTheFileEnds() throws IOException {
        server.file("a", CONTENT);
        Files.write(folder.resolve("a"), Arrays.copyOf(CONTENT, 123_456));

        Ran ran = Ran.main("ftp", "get", "--resume", "--progress", "--output", folder.toString(), url("a"));

        assertThat(ran.code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(CONTENT);
        assertThat(server.commands()).contains("REST 123456");
        assertThat(ran.out()).contains("100%");
    }

    @Test
    void get_withAWildcard_fetchesWhatFits() {
        server.listing(
                        "-rw-r--r-- 1 me us 1 Mar 15  2021 a.txt",
                        "-rw-r--r-- 1 me us 1 Mar 15  2021 b.bin",
                        "drwxr-xr-x 1 me us 1 Mar 15  2021 c.txt",
                        "-rw-r--r-- 1 me us 1 Mar 15  2021 ../../d.txt")
                .file("docs/a.txt", "A")
                .file("docs/d.txt", "D");

        assertThat(Ran.main("ftp", "get", "--output", folder.toString(), url("docs/*.txt"))
                        .code())
                .isZero();

        assertThat(folder.resolve("a.txt")).hasContent("A");
        assertThat(folder.resolve("d.txt")).hasContent("D");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void put_sendsFiles_andWithResumeTheirRest() throws IOException {
        Path local = Files.write(folder.resolve("a"), CONTENT);

        assertThat(Ran.main("ftp", "put", local.toString(), url("up/")).code()).isZero();
        assertThat(server.file("up/a")).isEqualTo(CONTENT);
        server.file("up/b", Arrays.copyOf(CONTENT, 1_000));
        assertThat(Ran.main("ftp", "put", "--resume", local.toString(), url("up/b"))
                        .code())
                .isZero();
        assertThat(server.file("up/b")).isEqualTo(CONTENT);
        assertThat(server.commands()).contains("APPE up/b");
    }

    @Test
    void failures_sayWhatTheServerSaid() throws IOException {
        Ran ran = Ran.main("ftp", "get", "--output", folder.toString(), url("none"));

        assertThat(ran.code()).isEqualTo(Command.FAILURE);
        assertThat(ran.err()).contains("550 no such file").contains("12003").doesNotContain("secret");
        assertThat(folder.resolve("none")).doesNotExist();
        Ran missing = Ran.main("ftp", "put", folder.resolve("none").toString(), url("up/"));
        assertThat(missing.code()).isEqualTo(Command.USAGE);
        server.answer(ScriptedFtpServer.AFTER_DATA, "552 disk full");
        Path local = Files.write(folder.resolve("x"), CONTENT);
        Ran full = Ran.main("ftp", "put", local.toString(), url("up/"));
        assertThat(full.code()).isEqualTo(Command.FAILURE);
        assertThat(full.err()).contains("552 disk full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ls", "get", "ls http://127.0.0.1/", "move ftp://h/ a", "ls a ftp://h/", "put ftp://h/"})
    void argumentsThatMakeNoSense_areRefused(String arguments) {
        String[] all = ("ftp " + arguments).strip().split(" ");

        assertThat(Ran.main(all).code()).isEqualTo(Command.USAGE);
    }

    @Test
    void help_namesTheOptions() {
        assertThat(Ran.main("ftp", "--help").out()).contains("--resume").contains("usage: ftp ls");
    }
}
