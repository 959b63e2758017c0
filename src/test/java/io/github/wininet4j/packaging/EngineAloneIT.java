package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that use the engine alone, with no more libraries than it needs; JNA is not among them. */
final class EngineAloneIT {
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    Path folder;

    private PackagedJar jar;

    @BeforeEach
    void moveJar() throws IOException {
        jar = PackagedJar.require().movedTo(folder.resolve("engine"), "jna", "jspecify");
    }

    /** A library more has to be needed by something. */
    @Test
    void libraries_areThese() throws IOException {
        assertThat(jar.libraries())
                .extracting(path -> path.getFileName().toString().replaceFirst("-\\d.*", ""))
                .containsExactly("commons-io", "commons-net", "httpcore5", "httpcore5-h2", "rhino");
    }

    @Test
    void consumer_onTheClassPath_sendsARequest() throws Exception {
        Path source = Consumer.write(folder, "engine");
        jar.javac(source, "-Xlint:all,-path", "-Werror", "-cp", jar.path()).ok();

        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String printed = jar.java(
                            "-cp",
                            source.resolve("classes") + File.pathSeparator + jar.path(),
                            "consumer.Consumer",
                            "engine",
                            server.url("/"))
                    .ok();

            assertThat(printed).isEqualTo("unnamed module: hello\n");
        }
    }

    @Test
    void consumer_onTheModulePath_sendsARequest() throws Exception {
        Path source = Consumer.write(folder, "engine");
        Files.writeString(source.resolve("module-info.java"), "module consumer { requires io.github.wininet4j; }");
        // Compilers want the annotations of what they compile against.
        PackagedJar compiled = PackagedJar.require().movedTo(folder.resolve("compiled"), "jna");
        jar.javac(source, "-p", compiled.path()).ok();

        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String printed = jar.java(
                            "-p",
                            source.resolve("classes") + File.pathSeparator + jar.path(),
                            "-m",
                            "consumer/consumer.Consumer",
                            "engine",
                            server.url("/"))
                    .ok();

            assertThat(printed).isEqualTo("module io.github.wininet4j: hello\n");
        }
    }

    /** What Windows adds needs JNA; without it an engine there has what the JDK has. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void platform_ofWindows_isThereWithJnaOnly(boolean withJna) throws Exception {
        PackagedJar used = withJna ? PackagedJar.require() : jar;
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("Platform.java"), """
                public final class Platform {
                    public static void main(String[] none) {
                        System.setProperty("os.name", "Windows 11");
                        System.out.println(io.github.wininet4j.host.HostPlatform.current().isPresent());
                    }
                }
                """);
        used.javac(source, "-cp", used.path()).ok();

        String printed = used.java("-cp", source.resolve("classes") + File.pathSeparator + used.path(), "Platform")
                .ok();

        assertThat(printed.strip()).isEqualTo(String.valueOf(withJna));
    }

    @Test
    void nativeBackEnd_saysWhatIsMissing() throws Exception {
        Path source = Consumer.write(folder, "engine");
        jar.javac(source, "-cp", jar.path()).ok();

        PackagedJar.Ended ended = jar.java(
                "-cp",
                source.resolve("classes") + File.pathSeparator + jar.path(),
                "consumer.Consumer",
                "native",
                "http://127.0.0.1/");

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("IllegalArgumentException: the native back end needs jna");
    }

    @Test
    void asynchttp_showsTheRules() throws Exception {
        String printed = jar.java("-jar", jar.file().toString(), "asynchttp").ok();

        assertThat(printed).contains("7 of 7 rules hold");
    }

    /** Each class of the jar but those of the back end that is left out, with all that its methods name. */
    @Test
    void classes_loadWithoutJna() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("Loader.java"), """
                import java.nio.file.*;

                public final class Loader {
                    public static void main(String[] names) throws Exception {
                        for (String name : Files.readAllLines(Path.of(names[0]))) {
                            Class<?> type = Class.forName(name, false, Loader.class.getClassLoader());
                            type.getDeclaredMethods();
                            type.getDeclaredFields();
                            type.getDeclaredConstructors();
                        }
                    }
                }
                """);
        jar.javac(source).ok();
        List<String> classes;
        try (Stream<String> names = PackagedJar.names(jar.file()).stream()) {
            classes = names.filter(name -> name.endsWith(".class") && name.startsWith("io/"))
                    .filter(name -> !name.contains("/nativelib/"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList();
        }
        Path list = Files.write(folder.resolve("classes.txt"), classes);

        String printed = jar.java(
                        "-cp", source.resolve("classes") + File.pathSeparator + jar.path(), "Loader", list.toString())
                .ok();

        assertThat(classes).hasSizeGreaterThan(500);
        assertThat(printed).isEmpty();
    }
}
