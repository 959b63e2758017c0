package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.NginxServer;
import java.nio.file.Path;
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
}
