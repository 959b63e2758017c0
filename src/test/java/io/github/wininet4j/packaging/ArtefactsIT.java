package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the build makes for others. */
final class ArtefactsIT {
    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final Pattern TIMESTAMP =
            Pattern.compile("<project.build.outputTimestamp>(\\d{4})-(\\d{2})-(\\d{2})T");

    @TempDir
    Path folder;

    private PackagedJar jar;

    @BeforeEach
    void findJar() {
        jar = PackagedJar.require();
    }

    @ParameterizedTest
    @ValueSource(strings = {".jar", "-all.jar", "-testkit.jar", "-sources.jar"})
    void jar_hasTheLicence(String ending) throws IOException {
        try (JarFile content = new JarFile(jar.beside(ending).toFile())) {
            for (String name : List.of("LICENSE", "NOTICE")) {
                JarEntry entry = content.getJarEntry("META-INF/" + name);
                assertThat(entry).as(name).isNotNull();
                assertThat(content.getInputStream(entry)).hasBinaryContent(Files.readAllBytes(Path.of(name)));
            }
        }
    }

    @Test
    void sources_areThoseOfEachClass() throws IOException {
        List<String> sources = PackagedJar.names(jar.beside("-sources.jar"));

        assertThat(PackagedJar.names(jar.file()).stream()
                        .filter(name -> name.matches("(io/.*/)?[^/$]+\\.class"))
                        .map(name -> name.replace(".class", ".java")))
                .hasSizeGreaterThan(500)
                .allMatch(sources::contains);
    }

    /** Two builds are the same, byte for byte, only if nothing in a jar says when, where and by whom it was built. */
    @ParameterizedTest
    @ValueSource(strings = {".jar", "-all.jar", "-testkit.jar", "-sources.jar"})
    void jar_doesNotTellWhenAndWhereItWasBuilt(String ending) throws IOException {
        Matcher stamp = TIMESTAMP.matcher(Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8));
        assertThat(stamp.find()).isTrue();
        try (JarFile content = new JarFile(jar.beside(ending).toFile())) {
            List<JarEntry> entries = content.stream().toList();

            assertThat(entries)
                    .extracting(entry -> entry.getTimeLocal().toLocalDate().toString())
                    .containsOnly(stamp.group(1) + "-" + stamp.group(2) + "-" + stamp.group(3));
            assertThat(content.getManifest().getMainAttributes().keySet())
                    .extracting(Object::toString)
                    .doesNotContain("Built-By", "Build-Date", "Build-Jdk");
            for (JarEntry entry : entries) {
                String text = new String(content.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(text.contains(Path.of("").toAbsolutePath().toString()))
                        .as("%s names the folder of the build", entry.getName())
                        .isFalse();
            }
        }
    }

    @Test
    void billOfMaterials_listsTheLibrariesAndNothingOfTheMachine() throws IOException {
        String bill = Files.readString(jar.beside("-cyclonedx.json"), StandardCharsets.UTF_8);

        for (Path library : jar.libraries()) {
            Matcher name = Pattern.compile("(.*?)-(\\d.*)\\.jar")
                    .matcher(library.getFileName().toString());
            assertThat(name.matches()).isTrue();
            assertThat(bill).contains("/" + name.group(1) + "@" + name.group(2) + "?type=jar");
        }
        assertThat(bill)
                .contains("pkg:maven/io.github.wininet4j/wininet4j@" + System.getProperty("packaged.version"))
                .doesNotContain(System.getProperty("user.home") + "/", "file:", "localhost", "httpclient5", "slf4j");
        assertThat(bill).doesNotContain(Path.of("").toAbsolutePath().toString());
    }

    /** Compiled once, for Java 17, and run by each JDK that is installed beside the one of the tests. */
    @Test
    void consumer_runsOnEachJdkOfTheMachine() throws Exception {
        Path source = Consumer.write(folder, "engine");
        jar.javac(source, "-cp", jar.path()).ok();
        Map<Path, String> printed = new TreeMap<>();
        for (Path home : jdks()) {
            try (ScriptedHttpServer server =
                    ScriptedHttpServer.start().onRequest("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
                PackagedJar.Ended ended = jar.java(
                        home,
                        "-cp",
                        source.resolve("classes") + File.pathSeparator + jar.path(),
                        "consumer.Consumer",
                        "engine",
                        server.url("/"));
                printed.put(home, ended.ok());
            }
        }

        assertThat(printed)
                .isNotEmpty()
                .allSatisfy((home, text) -> assertThat(text).as(home.toString()).isEqualTo("unnamed module: hello\n"));
    }

    private static List<Path> jdks() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        if (Files.isDirectory(JDKS)) {
            try (Stream<Path> all = Files.list(JDKS)) {
                all.filter(home -> Files.exists(home.resolve("lib/modules")) && version(home) >= 17)
                        .forEach(homes::add);
            }
        }
        return homes;
    }

    private static int version(Path home) {
        try {
            Matcher version = Pattern.compile("JAVA_VERSION=\"(\\d+)")
                    .matcher(Files.readString(home.resolve("release"), StandardCharsets.UTF_8));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
