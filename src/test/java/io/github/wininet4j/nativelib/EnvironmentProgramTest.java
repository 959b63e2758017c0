package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What environment variables change for programs that know nothing of them. */
@Rule("R-PROJ-HOST-1")
final class EnvironmentProgramTest {
    private static final Path GUIDE = Path.of("src/site/markdown/testing.md");
    private static final Pattern C_PROGRAM = Pattern.compile("```c\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    /** Compiles the C program of the guide as it stands there. */
    private Path guideProgram() throws IOException {
        Matcher found = C_PROGRAM.matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        Path source = Files.writeString(folder.resolve("program.c"), found.group(1), StandardCharsets.UTF_8);
        return CPrograms.compile(source, CPrograms.library(), folder);
    }

    /** Runs the program twice, in processes that have the same folder of the user. */
    private String runTwice(Map<String, String> variables, String url) throws IOException {
        String twice = "\"$0\" \"$1\" && \"$0\" \"$1\"";
        return CPrograms.run(
                        CPrograms.onEngine(variables),
                        List.of("sh", "-c", twice, guideProgram().toString(), url))
                .ok()
                .output();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2"})
    @Rule("R-PROJ-HOST-2")
    void isolation_leavesNothingToTheNextProcess(String isolated, int requests) throws IOException {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handle("/", "HTTP/1.1 200 OK\r\nCache-Control: max-age=3600\r\nContent-Length: 5\r\n\r\nhello");

            assertThat(runTwice(Map.of("WININET4J_ISOLATED", isolated), server.url("/")))
                    .isEqualTo("hellohello");
            assertThat(server.requests()).hasSize(requests);
        }
    }

    @Test
    void trace_hasTheCallsOfTheProgram() throws IOException {
        Path trace = folder.resolve("trace.log");
        try (ScriptedHttpServer server = ScriptedHttpServer.start().serve("/", "hello")) {
            CPrograms.run(
                            CPrograms.onEngine(Map.of("WININET4J_ISOLATED", "1", "WININET4J_TRACE", trace.toString())),
                            List.of(guideProgram().toString(), server.url("/")))
                    .ok();
        }

        assertThat(Files.readAllLines(trace))
                .anyMatch(line -> line.contains(" InternetOpen(\"me/1.0\", 0, NULL, NULL, 0) = 0x"))
                .filteredOn(line -> line.contains(" InternetReadFile("))
                .hasSize(2);
    }

    /** Nobody closes the engine of a program in C. */
    @Test
    @Rule("R-PROJ-TRACE-5")
    void traceAsAnArchive_hasTheRequestsOfTheProgram() throws IOException {
        Path trace = folder.resolve("trace.har");
        try (ScriptedHttpServer server = ScriptedHttpServer.start().serve("/page", "hello")) {
            CPrograms.run(
                            CPrograms.onEngine(Map.of("WININET4J_ISOLATED", "1", "WININET4J_TRACE", trace.toString())),
                            List.of(guideProgram().toString(), server.url("/page")))
                    .ok();
        }

        assertThat(trace).content().contains("/page\"", "\"status\": 200").endsWith("    ]\n  }\n}\n");
    }

    @ParameterizedTest
    @CsvSource({"at_once, at once", "pending, pending"})
    void completion_decidesHowAsynchronousCallsEnd(String value, String outcome) {
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("completion_test.c"), CPrograms.library(), folder);
        try (ScriptedHttpServer server = ScriptedHttpServer.start().serve("/", "hello")) {
            CPrograms.Ran ran = CPrograms.run(
                    CPrograms.onEngine(Map.of("WININET4J_ISOLATED", "1", "WININET4J_COMPLETION", value)),
                    List.of(program.toString(), server.url("/")));

            assertThat(ran.ok().output()).isEqualTo(outcome + "\n");
        }
    }

    @Test
    void trustStoreOfTheKit_isTrustedByACProgram() throws IOException {
        Path store = TestCertificates.writeTrustStore(folder);
        String options = "-Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=changeit";
        Path program = guideProgram();
        try (ScriptedHttpServer server =
                ScriptedHttpServer.startTls(TestCertificates.good().context())) {
            server.handleAll(request -> Script.script().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));

            CPrograms.Ran ran = CPrograms.run(
                    CPrograms.onEngine(Map.of("WININET4J_ISOLATED", "1", "WININET4J_JVM_OPTIONS", options)),
                    List.of(program.toString(), server.url("/")));

            assertThat(ran.ok().output()).isEqualTo("hello");
        }
    }

    /** Says what an engine is like whose host says nothing. */
    static final class Host {
        private Host() {}

        public static void main(String[] arguments) {
            try (BackEnd backEnd = WinInets.named(arguments[0], WinInetConfig.defaults())) {
                backEnd.InternetCloseHandle(null);
            }
            System.out.println(WinInetConfig.defaults().cache().kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "native"})
    void variables_countInJava_alsoBehindTheLibrary(String backEnd) {
        Assumptions.assumeTrue(WinInets.available().contains(backEnd), "libwininet is not built here");
        CPrograms.Ran ran = CPrograms.run(
                Map.of("WININET4J_CACHE", "none", "WININET4J_TRACE", "stderr"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CPrograms.CLASSPATH,
                        Host.class.getName(),
                        backEnd));

        assertThat(ran.ok().output()).isEqualTo("NONE\n");
        assertThat(ran.errors()
                        .lines()
                        .filter(line -> line.contains("InternetCloseHandle(NULL) = FALSE, ERROR_INVALID_HANDLE")))
                .hasSize(1);
    }
}
