package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.Waits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The C side as the tests need it: the library of this tree, compiled programs, and what they print. */
public final class CPrograms {
    public static final Path STUBS = Path.of("native-stubs").toAbsolutePath();
    public static final Path INCLUDE = STUBS.resolve("include");
    static final Path TESTS = STUBS.resolve("tests");

    public static final String MINGW = "x86_64-w64-mingw32-gcc";

    /** The classes of this build, wherever a program works. */
    public static final String CLASSPATH = Stream.of(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));

    /** The JVM uses signals and keeps memory for its life; both look like faults to the sanitizer. */
    static final String ASAN_WITH_JAVA = "handle_segv=0:detect_leaks=0";

    private static final Pattern FUNCTION_ROW =
            Pattern.compile("(?m)^(?:FUNCTION0?\\(\\w+, -?\\w+, |PROCEDURE\\()(\\w+)");

    private static final List<String> STRICT = List.of("-std=c11", "-Wall", "-Wextra", "-Werror");

    /** What a program did. */
    public record Ran(int exitCode, String output, String errors) {
        /** Fails unless the program ended well. */
        public Ran ok() {
            assertThat(exitCode).as(output + errors).isZero();
            return this;
        }
    }

    private CPrograms() {}

    /** The names in one of the library's tables of functions, a {@code .def} of the headers. */
    static Set<String> functions(String table) {
        try {
            return FUNCTION_ROW
                    .matcher(Files.readString(INCLUDE.resolve(table)))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds {@code libwininet} for this machine, if anything has changed, and gives its folder. */
    public static Path library() {
        return build("native", "gcc", "target/native", "libwininet" + (isMac() ? ".dylib" : ".so"));
    }

    /** The same with AddressSanitizer and UndefinedBehaviorSanitizer. */
    static Path sanitizedLibrary() {
        return build("asan", "gcc", "target/native-asan", "libwininet" + (isMac() ? ".dylib" : ".so"));
    }

    /** Builds {@code wininet.dll} and gives its folder. */
    static Path windowsLibrary() {
        return build("windows", MINGW, "target/native", "wininet.dll");
    }

    /** The folder that C programs are given, without the jar, made once. */
    static Path folder() {
        Tools.require("pkg-config");
        return Folder.WITHOUT_JAR;
    }

    /** Made when the first test needs it. */
    private static final class Folder {
        static final Path WITHOUT_JAR = folder("target/c-folder", "none");
    }

    /** Builds the folder that C programs are given, with a jar if there is one of that name, and gives it. */
    static Path folder(String target, String jar) {
        return build(
                "folder", "gcc", target, "libwininet" + (isMac() ? ".dylib" : ".so"), Map.of("WININET4J_JAR", jar));
    }

    /** Compiles a program written for Windows with what pkg-config says of the folder, and nothing else. */
    static Path compileByPkgConfig(String compiler, String module, Path source, Path programs) {
        return compileByPkgConfig(compiler, module, source, programs, folder());
    }

    /** The same with another folder. */
    static Path compileByPkgConfig(String compiler, String module, Path source, Path programs, Path library) {
        Tools.require(compiler);
        Path program = programs.resolve(source.getFileName().toString().replaceAll("\\.\\w+$", ""));
        String line = compiler + " " + source + " -o " + program + " $(pkg-config --cflags --libs " + module + ")";
        Ran ran = run(Map.of("PKG_CONFIG_PATH", library.resolve("pkgconfig").toString()), List.of("sh", "-c", line));
        assertThat(ran.ok().errors()).isEmpty();
        return program;
    }

    private static Path build(String kind, String compiler, String folder, String file) {
        return build(kind, compiler, folder, file, Map.of());
    }

    private static Path build(String kind, String compiler, String folder, String file, Map<String, String> variables) {
        Tools.require("sh");
        Tools.require(compiler);
        Path jdk = Path.of(System.getProperty("java.home"));
        Assumptions.assumeTrue(Files.exists(jdk.resolve("include/jni.h")), "this Java has no include/jni.h");
        Path target = Path.of(folder).toAbsolutePath();
        Map<String, String> all = new HashMap<>(variables);
        all.put("JAVA_HOME", jdk.toString());
        run(all, List.of("sh", STUBS.resolve("build.sh").toString(), kind, target.toString()))
                .ok();
        assertThat(target.resolve(file)).exists();
        return target;
    }

    /** Compiles a program of one file against the library in a folder. */
    public static Path compile(Path source, Path library, Path folder, String... options) {
        Path program = folder.resolve(source.getFileName().toString().replace(".c", ""));
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(STRICT);
        command.addAll(List.of(options));
        command.addAll(List.of("-I" + INCLUDE, source.toString(), "-o", program.toString(), "-pthread"));
        command.addAll(List.of("-L" + library, "-lwininet", "-Wl,-rpath," + library));
        run(Map.of(), command).ok();
        return program;
    }

    /** Compiles a library of one file that takes the place of the project's own; once for a folder. */
    static Path compileLibrary(String name, Path folder) {
        return compileLibrary(TESTS.resolve(name + ".c"), folder);
    }

    /** The same of any source. */
    static Path compileLibrary(Path source, Path folder) {
        Tools.require("gcc");
        Path library = folder.resolve("lib" + source.getFileName().toString().replace(".c", ".so"));
        if (!Files.exists(library)) {
            List<String> command = new ArrayList<>(List.of("gcc"));
            command.addAll(STRICT);
            command.addAll(List.of("-fvisibility=hidden", "-fPIC", "-shared", "-I" + INCLUDE));
            command.addAll(List.of(source.toString(), "-o", library.toString(), "-pthread"));
            run(Map.of(), command).ok();
        }
        return library;
    }

    /** Lets a compiler read a file without making anything of it. */
    static void check(String compiler, Path source, List<String> options) {
        Tools.require(compiler);
        List<String> command = new ArrayList<>(List.of(compiler, "-Wall", "-Wextra", "-Werror", "-fsyntax-only"));
        command.addAll(options);
        command.add(source.toString());
        run(Map.of(), command).ok();
    }

    /** The variables by which a program has the engine of this build on this Java, and more. */
    public static Map<String, String> onEngine(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("WININET4J_CLASSPATH", CLASSPATH);
        return variables;
    }

    /** Compiles a test program with AddressSanitizer and UndefinedBehaviorSanitizer, as the library is, and runs it. */
    static Ran runSanitized(String source, Path folder, String... arguments) {
        Path program = compile(TESTS.resolve(source), sanitizedLibrary(), folder, "-fsanitize=address,undefined");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return run(onEngine(Map.of("ASAN_OPTIONS", ASAN_WITH_JAVA)), command);
    }

    /** Waits for a program to end. */
    @FunctionalInterface
    public interface Ending {
        int exitCode(Process process, Path output) throws IOException;
    }

    /** Runs a program to its end, without the variables that the library looks at but for the given ones. */
    public static Ran run(Map<String, String> variables, List<String> command) {
        return run(variables, command, (process, output) -> exitCode(process, command));
    }

    /** The same with a wait of its own. */
    public static Ran run(Map<String, String> variables, List<String> command, Ending ending) {
        try {
            Path output = Files.createTempFile("wininet4j", ".out");
            Path errors = Files.createTempFile("wininet4j", ".err");
            // What a program makes the engine keep must not meet other programs.
            Path folder = Folders.make("program");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("WININET4J_"));
                builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA_TOOL_OPTIONS"));
                builder.environment().putAll(variables);
                builder.environment()
                        .merge(
                                "WININET4J_JVM_OPTIONS",
                                "-Djava.io.tmpdir=" + folder + " -Dwininet4j.directory=" + folder,
                                (given, added) -> given + " " + added);
                int exitCode = ending.exitCode(builder.start(), output);
                return new Ran(exitCode, text(output), text(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int exitCode(Process process, List<String> command) {
        try {
            if (process.waitFor(Waits.PROGRAM_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError("does not end: " + String.join(" ", command));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
