package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A C program that calls every FTP function in both forms. */
final class FtpProgramTest {
    /** What the program looks for. */
    static final String[] LISTING = {
        "drwxr-xr-x 2 me us 4096 Jan 02 2020 folder",
        "-rw-r--r-- 1 me us 5 Jan 02 2020 one.txt",
        "-rw-r--r-- 1 me us 6 Jan 02 2020 two.txt",
        "-rw-r--r-- 1 me us 7 Jan 02 2020 x"
    };

    @TempDir
    private Path folder;

    @Test
    @Rule({"R-FTP-13", "R-FTP-14", "R-FTP-17..19", "R-FTP-24", "R-FTP-27", "R-FTP-30", "R-FTP-32", "R-FTP-40"})
    void program_underSanitizers_callsEveryFunction() {
        try (ScriptedFtpServer server = ScriptedFtpServer.start()) {
            server.listing(LISTING);

            CPrograms.Ran ran =
                    CPrograms.runSanitized("ftp_test.c", folder, Integer.toString(server.port()), folder.toString());

            assertThat(ran.output()).isEqualTo("0 failures\n");
        }
    }
}
