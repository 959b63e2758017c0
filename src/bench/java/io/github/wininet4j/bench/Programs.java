package io.github.wininet4j.bench;

import io.github.wininet4j.bench.client.Contestant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the contestants that are C programs, each once, if its compiler and library are there. */
final class Programs {
    private final Path folder;
    private final Map<String, List<String>> built = new HashMap<>();

    Programs(Path folder) {
        this.folder = folder;
    }

    /** Program and leading arguments, or nothing if it cannot be built or run here. */
    List<String> command(Contestant contestant) throws IOException {
        List<String> known = built.get(contestant.id());
        if (known == null) {
            known = switch (contestant.id()) {
                case "c" -> onOwnLibrary(contestant.program());
                case "nodews" -> node(contestant.program());
                default -> build(contestant.program());
            };
            built.put(contestant.id(), known);
        }
        return known;
    }

    private List<String> build(String source) throws IOException {
        String from = copy(source).toString();
        String to =
                folder.resolve(source.replace(".c", ".exe")).toAbsolutePath().toString();
        boolean windows = source.equals("wininet.c");
        List<String> compile = windows
                ? List.of("x86_64-w64-mingw32-gcc", "-O2", "-o", to, from, "-lwininet", "-lpsapi")
                : List.of("gcc", "-O2", "-o", to, from, "-lcurl");
        if (!works(compile)) {
            System.out.println("  " + source + " cannot be built here; its contestant is left out");
            return List.of();
        }
        if (windows && !works(List.of("wine", to, "version"))) {
            System.out.println("  wine does not run here; its contestant is left out");
            return List.of();
        }
        return windows ? List.of("wine", to) : List.of(to);
    }

    /** The system's Node has the system's library, which another one first in the path has not. */
    private List<String> node(String source) throws IOException {
        String from = copy(source).toAbsolutePath().toString();
        String node = Files.isExecutable(Path.of("/usr/bin/node")) ? "/usr/bin/node" : "node";
        List<String> start = List.of("env", "NODE_PATH=/usr/share/nodejs", node);
        List<String> probe = new ArrayList<>(start);
        probe.addAll(List.of("-e", "require('ws')"));
        if (!works(probe)) {
            System.out.println("  " + source + " cannot run here; its contestant is left out");
            return List.of();
        }
        List<String> command = new ArrayList<>(start);
        command.add(from);
        return command;
    }

    /** A program on the library that the build has made, with Java and the engine as they are here. */
    private List<String> onOwnLibrary(String source) throws IOException {
        Path library = Path.of("target", "native").toAbsolutePath();
        Path program = folder.resolve("libwininet").toAbsolutePath();
        List<String> compile = List.of(
                "gcc",
                "-O2",
                "-o",
                program.toString(),
                copy(source).toString(),
                "-I" + Path.of("native-stubs", "include"),
                "-L" + library,
                "-lwininet",
                "-Wl,-rpath," + library);
        if (!works(compile)) {
            System.out.println("  " + source + " cannot be built here on libwininet; its contestant is left out");
            return List.of();
        }
        return List.of(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "WININET4J_CLASSPATH=" + System.getProperty("java.class.path"),
                "WININET4J_JVM_OPTIONS=-Xmx2g",
                program.toString());
    }

    private Path copy(String source) throws IOException {
        Path file = folder.resolve(source);
        try (InputStream in = Programs.class.getResourceAsStream("/" + source)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private boolean works(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("compiler.log").toFile()));
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
