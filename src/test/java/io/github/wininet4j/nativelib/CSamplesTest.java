package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.PatternedBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The C samples, built with the one line of their documentation, against a real server. */
final class CSamplesTest {
    private static final int SIZE = 1_000_000;
    private static final String ENGINE = "io.github.wininet4j.nativelib.capi.CLibrary";

    @TempDir
    private Path folder;

    @Test
    void asynchttp_downloadsAndPrintsItsSteps() throws Exception {
        assertThat(downloadWith("asynchttp").output())
                .contains("InternetOpen: done")
                .contains("HttpSendRequest: pending")
                .contains("status: request complete, error 0")
                .contains("HTTP status: 200")
                .contains("body: " + SIZE + " bytes")
                .endsWith("finished\n");
    }

    @Test
    void download_downloadsAndShowsItsProgress() throws Exception {
        assertThat(downloadWith("download").errors()).contains(SIZE + " of " + SIZE + " bytes (100%)");
    }

    @Test
    void download_ofAMissingFile_saysSo() {
        try (NginxServer nginx = NginxServer.start()) {
            Ran ran = run("download", nginx.url("/status/404"));

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.errors()).contains("HTTP status 404");
        }
    }

    @Test
    void samples_compileForWindowsUnchanged() {
        for (String sample : List.of("asynchttp", "download")) {
            CPrograms.check(CPrograms.MINGW, source(sample), List.of("-std=c11"));
        }
    }

    private Ran downloadWith(String sample) throws Exception {
        try (NginxServer nginx = NginxServer.start().servePattern("file", SIZE)) {
            Ran ran = run(sample, nginx.url("/file")).ok();
            assertThat(Files.readAllBytes(folder.resolve("output"))).isEqualTo(PatternedBytes.bytes(0, SIZE));
            return ran;
        }
    }

    private Ran run(String sample, String url) {
        requireEngine();
        Path program = CPrograms.compile(source(sample), CPrograms.library(), folder);
        return CPrograms.run(
                CPrograms.onEngine(Map.of()),
                List.of(program.toString(), url, folder.resolve("output").toString()));
    }

    private static Path source(String sample) {
        return CPrograms.STUBS.resolve("samples").resolve(sample + ".c");
    }

    private static void requireEngine() {
        try {
            Class.forName(ENGINE, false, CSamplesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            Assumptions.abort(ENGINE + " is not in this build");
        }
    }
}
