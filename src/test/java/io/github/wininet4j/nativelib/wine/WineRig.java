package io.github.wininet4j.nativelib.wine;

import io.github.wininet4j.nativelib.CPrograms;
import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.BackEnds;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Java in one process with Wine's wininet.dll, by {@code native-stubs/wine}. */
final class WineRig {
    static final Path SOURCES = CPrograms.STUBS.resolve("wine");
    static final Path FOLDER = Path.of("target", "wine").toAbsolutePath();

    /** The exit code of a program that was ended since it hung. */
    static final int HUNG = -1;

    private WineRig() {}

    /** Builds the rig if anything has changed; skips the test where something for it is missing. */
    static void require() throws Exception {
        for (String tool : List.of("sh", "wine", "winegcc", "gcc", CPrograms.MINGW)) {
            Tools.require(tool);
        }
        Files.createDirectories(FOLDER);
        CPrograms.run(home(), List.of("sh", SOURCES.resolve("build.sh").toString(), FOLDER.toString()))
                .ok();
    }

    private static Map<String, String> home() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C.UTF-8");
    }

    /**
     * Runs a Java program of the class path of the tests to its end. Threads of Wine can wait for each other for ever:
     * a program that prints nothing for as long as no test waits hangs, and is ended with the exit code {@link #HUNG}.
     */
    static Ran java(List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", SOURCES.resolve("java.sh").toString(), FOLDER.toString()));
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + BackEnds.FOREIGN_PROPERTY + "=wine",
                "-Djava.class.path=" + CPrograms.CLASSPATH));
        command.addAll(options);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        Map<String, String> variables = new HashMap<>(home());
        // What one program leaves behind, such as cookies, must not meet another.
        variables.put("WINEPREFIX", FOLDER.resolve(mainClass).toString());
        return CPrograms.run(variables, command, WineRig::exitCode);
    }

    private static int exitCode(Process process, Path output) throws IOException {
        long printed = -1;
        try {
            while (!process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)) {
                long now = Files.size(output);
                if (now == printed) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                    return HUNG;
                }
                printed = now;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new InterruptedIOException("a test was given up");
        }
    }
}
