package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.NginxServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C programs that hand over memory with nothing to spare, or less than they say. */
final class HostileMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void everyFunction_withMemoryAtTheEndOfItsPage_touchesNothingBeyond() {
        try (NginxServer nginx = NginxServer.start().servePattern("file", 6000)) {
            int port = URI.create(nginx.url("/file")).getPort();

            assertThat(run("guard_test", CPrograms.library(), List.of("-O1"), Integer.toString(port)))
                    .matches("\\d+ functions, alive\n");
        }
    }

    /** Returns what a program prints that ends well. */
    private String run(String name, Path library, List<String> options, String... arguments) {
        Path program = CPrograms.compile(
                CPrograms.TESTS.resolve(name + ".c"), library, folder, options.toArray(String[]::new));
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return CPrograms.run(
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "WININET4J_CLASSPATH",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                // Java uses the signal, and keeps memory for its life.
                                "ASAN_OPTIONS",
                                "handle_segv=0:detect_leaks=0"),
                        command)
                .ok()
                .output();
    }
}
