package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program finds on its standard error. */
final class StandardErrorTest {
    /** A program that makes one request with TLS and with cookies. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            try (BackEnd api = WinInets.engine()) {
                HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
                HINTERNET connect =
                        api.InternetConnect(session, "localhost", Integer.parseInt(arguments[0]), null, null, 3, 0, 0);
                HINTERNET request = api.HttpOpenRequest(
                        connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_SECURE, 0);
                api.InternetSetOption(request, 31, new DwordRef(SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA), 4);
                if (!api.HttpSendRequest(request, null, 0, null, 0)) {
                    System.exit(1);
                }
            }
        }
    }

    @TempDir
    Path folder;

    @Test
    @Rule("R-PROJ-LOG-2")
    void requestWithTlsAndCookies_printsNothing() throws Exception {
        try (ScriptedHttpServer server =
                ScriptedHttpServer.startTls(TestCertificates.good().context())) {
            server.onRequest(Script.script()
                    .send("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; domain=localhost\r\nContent-Length: 0\r\n\r\n"));
            File errors = folder.resolve("stderr").toFile();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            Integer.toString(server.port()))
                    .redirectError(errors)
                    .start();

            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();

            assertThat(errors).isEmpty();
            assertThat(process.exitValue()).isZero();
        }
    }
}
