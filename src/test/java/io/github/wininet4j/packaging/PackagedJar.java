package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar of this build, with the libraries beside it, and programs that use it in a JVM of their own. */
record PackagedJar(Path file) {
    /** What a process printed and how it ended. */
    record Ended(int code, String output) {
        /** Fails unless the process ended well; returns its output. */
        String ok() {
            assertThat(code).as(output).isZero();
            return output;
        }
    }

    /** Returns the jar that the build names; skips the test outside of the integration-test phase. */
    static PackagedJar require() {
        String named = System.getProperty("packaged.jar");
        assumeTrue(named != null, "no packaged jar: runs in the build's integration-test phase only");
        return new PackagedJar(Path.of(named));
    }

    /** Returns the jar and its libraries: a module path. */
    String modulePath() {
        return file + File.pathSeparator + file.resolveSibling("lib");
    }

    /** Returns the jar and its libraries: a class path. */
    String classPath() {
        return file + File.pathSeparator + file.resolveSibling("lib") + File.separator + "*";
    }

    /** Runs {@code java} of the JDK that runs the tests. */
    Ended java(String... arguments) throws IOException, InterruptedException {
        return run("java", List.of(arguments));
    }

    /**
     * Runs {@code javac} of the JDK that runs the tests on all sources of a folder; the classes go to {@code classes}
     * there.
     */
    Ended javac(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--release", "17", "-d", folder.resolve("classes").toString()));
        try (var sources = Files.list(folder)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(all::add);
        }
        return run("javac", all);
    }

    private Ended run(String tool, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(file.toFile().getParentFile())
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text.replace("\r", ""));
        } finally {
            process.destroyForcibly();
        }
    }
}
