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
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jar of this build, with the libraries beside it, and programs that use it in a JVM of their own. */
record PackagedJar(Path file) {
    private static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

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

    /** Returns another file of this build, by what its name has in place of {@code .jar}. */
    Path beside(String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.jar$", ending));
    }

    /** Copies the jar into an empty folder, with those of its libraries whose names begin otherwise than these. */
    PackagedJar movedTo(Path folder, String... without) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (Path library : libraries()) {
            String name = library.getFileName().toString();
            if (Stream.of(without).noneMatch(name::startsWith)) {
                Files.copy(library, lib.resolve(name));
            }
        }
        return new PackagedJar(Files.copy(file, folder.resolve(file.getFileName())));
    }

    /** Returns the libraries that the manifest names; the folder may have those of an older build too. */
    List<Path> libraries() throws IOException {
        try (JarFile content = new JarFile(file.toFile())) {
            String names = content.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.of(names.split(" ", -1))
                    .map(file::resolveSibling)
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    /** Returns the names of the files in a jar. */
    static List<String> names(Path jar) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            return content.stream().map(ZipEntry::getName).toList();
        }
    }

    /** Returns the jar and its libraries: a class path or module path. */
    String path() throws IOException {
        return Stream.concat(Stream.of(file), libraries().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs {@code java} of the JDK that runs the tests. */
    Ended java(String... arguments) throws IOException, InterruptedException {
        return java(OWN_JDK, arguments);
    }

    /** Runs {@code java} of a JDK. */
    Ended java(Path home, String... arguments) throws IOException, InterruptedException {
        return run(home, "java", List.of(arguments));
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
        return run(OWN_JDK, "javac", all);
    }

    private Ended run(Path home, String tool, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(tool).toString());
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
