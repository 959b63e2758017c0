package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as users have it, by {@code java -jar}, on the class path and on the module path; runs after packaging. */
final class PackagedJarIT {
    private static final String MODULE = "io.github.wininet4j";
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    Path folder;

    private PackagedJar jar;

    @BeforeEach
    void findJar() {
        jar = PackagedJar.require();
    }

    @Test
    void version_isThatOfTheBuild() throws Exception {
        String printed = jar.java("-jar", jar.file().toString(), "--version").ok();

        assertThat(printed.strip()).isEqualTo("wininet4j " + System.getProperty("packaged.version"));
    }

    @Test
    void module_exportsTheFacadeAndNothingElse() {
        ModuleDescriptor module =
                ModuleFinder.of(jar.file()).find(MODULE).orElseThrow().descriptor();

        assertThat(module.isAutomatic()).isFalse();
        assertThat(module.exports())
                .allMatch(export -> !export.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "",
                                ".annotation",
                                ".ansi",
                                ".client",
                                ".constant",
                                ".function",
                                ".host",
                                ".nativelib",
                                ".trace",
                                ".type")
                        .map(MODULE::concat)
                        .toList());
        assertThat(module.opens()).isNotEmpty().allMatch(ModuleDescriptor.Opens::isQualified);
        assertThat(module.opens())
                .flatExtracting(opened -> List.copyOf(opened.targets()))
                .containsOnly("com.sun.jna");
    }

    /** A proxy in its place would work, but costs the first call of a program a fifth of a second. */
    @ParameterizedTest
    @ValueSource(strings = {"RoutedBackEnd", "ansi/RoutedAnsiWinInet"})
    void facade_hasAClassOfItsOwn(String name) throws Exception {
        try (JarFile content = new JarFile(jar.file().toFile())) {
            assertThat(content.getEntry("io/github/wininet4j/" + name + ".class"))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "native"})
    void consumer_onTheClassPath_sendsARequest(String backEnd) throws Exception {
        Path source = Consumer.write(folder, backEnd);
        jar.javac(source, "-cp", jar.path()).ok();

        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String printed = jar.java(
                            "-cp",
                            source.resolve("classes") + File.pathSeparator + jar.path(),
                            "consumer.Consumer",
                            backEnd,
                            server.url("/"))
                    .ok();

            assertThat(printed).endsWith("unnamed module: hello\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "native"})
    void consumer_onTheModulePath_sendsARequest(String backEnd) throws Exception {
        Path source = Consumer.write(folder, backEnd);
        Files.writeString(source.resolve("module-info.java"), "module consumer { requires " + MODULE + "; }");
        jar.javac(source, "-p", jar.path()).ok();

        try (ScriptedHttpServer server = ScriptedHttpServer.start().onRequest(RESPONSE)) {
            String printed = jar.java(
                            "-p",
                            source.resolve("classes") + File.pathSeparator + jar.path(),
                            "-m",
                            "consumer/consumer.Consumer",
                            backEnd,
                            server.url("/"))
                    .ok();

            assertThat(printed).endsWith("module " + MODULE + ": hello\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine.JavaWinInetProvider", "cli.Main", "nativelib.memory.Arena"})
    void consumer_onTheModulePath_cannotReachInside(String internal) throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("module-info.java"), "module intruder { requires " + MODULE + "; }");
        Files.writeString(
                source.resolve("Intruder.java"),
                "package intruder; class Intruder { Class<?> inside = " + MODULE + "." + internal + ".class; }");

        PackagedJar.Ended ended = jar.javac(source, "-p", jar.path());

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("is declared in module " + MODULE + ", which does not export it");
    }

    /** TLS needs java.naming, which the class path would not miss. */
    @Test
    void commandLine_asAModule_speaksTls() throws Exception {
        Path authority = TestCertificates.writeAuthorityPem(folder);
        try (ScriptedHttpServer server =
                ScriptedHttpServer.startTls(TestCertificates.good().context())) {
            server.handleAll(request -> Script.script().send(RESPONSE));

            String printed = jar.java("-p", jar.path(), "-m", MODULE, "asynchttp", "--ca=" + authority, server.url("/"))
                    .ok();

            assertThat(printed).contains("1 of 1 succeeded");
        }
    }

    @Test
    void commandLine_asAModule_knowsItsVersion() throws Exception {
        String printed = jar.java("-p", jar.path(), "-m", MODULE, "--version").ok();

        assertThat(printed.strip()).isEqualTo("wininet4j " + System.getProperty("packaged.version"));
    }
}
