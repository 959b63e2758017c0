package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.WebSocketPeer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls between C and Java under the checks of the JVM. */
final class JniChecksTest {
    /** A fault that is not one of JNA as it is loaded. */
    private static final Pattern FAULT =
            Pattern.compile("(?m)^(WARNING|FATAL).*\\n(?!\\tat jdk\\.internal\\.loader\\.NativeLibraries\\.load).*");

    @TempDir
    private Path folder;

    @Test
    void callsAndStatuses_ofSixteenThreads_breakNoRuleOfJni() {
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("engine_stress.c"), CPrograms.library(), folder);
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            Map<String, String> variables = CPrograms.onEngine(Map.of("WININET4J_JVM_OPTIONS", "-Xcheck:jni"));

            String output = CPrograms.run(variables, List.of(program.toString(), nginx.url("/file"), "3"))
                    .ok()
                    .output();

            assertThat(output).containsPattern("calls \\d+ callbacks \\d+").doesNotContainPattern(FAULT);
        }
    }

    private String checked(String source, String... arguments) {
        Path program = CPrograms.compile(CPrograms.TESTS.resolve(source), CPrograms.library(), folder);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        CPrograms.Ran ran = CPrograms.run(CPrograms.onEngine(Map.of("WININET4J_JVM_OPTIONS", "-Xcheck:jni")), command);
        return ran.ok().output() + ran.errors();
    }

    @Test
    void callsOfTheCacheAndOfCookies_breakNoRuleOfJni() {
        assertThat(checked("cache_test.c")).contains("0 failures\n").doesNotContainPattern(FAULT);
        assertThat(checked("allocated_test.c")).contains("2 cookies").doesNotContainPattern(FAULT);
    }

    @Test
    void callsOfFtp_breakNoRuleOfJni() {
        try (ScriptedFtpServer server = ScriptedFtpServer.start()) {
            server.listing(FtpProgramTest.LISTING);

            assertThat(checked("ftp_test.c", Integer.toString(server.port()), folder.toString()))
                    .contains("0 failures\n")
                    .doesNotContainPattern(FAULT);
        }
    }

    @Test
    void callsOfWebSockets_breakNoRuleOfJni() throws Exception {
        try (WebSocketPeer peer = WebSocketPeer.start(WebSocketProgramTest::sendBack)) {
            assertThat(checked("websocket_test.c", Integer.toString(peer.port())))
                    .contains("closed with 1000")
                    .doesNotContainPattern(FAULT);
        }
    }
}
