package io.github.wininet4j.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the test kit, in a project that has it, the library and JUnit; runs after packaging. */
final class PackedTestKitIT {
    private static final Path CONSUMER = Path.of("src/test/consumers/testkit");

    /** One class of each jar of JUnit that runs tests. */
    private static final List<String> JUNIT = List.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.engine.JupiterTestEngine",
            "org.junit.platform.engine.TestEngine",
            "org.junit.platform.commons.JUnitException",
            "org.junit.platform.launcher.Launcher",
            "org.opentest4j.AssertionFailedError",
            "org.apiguardian.api.API");

    @TempDir
    Path folder;

    private PackagedJar jar;
    private Path kit;

    @BeforeEach
    void findJars() {
        jar = PackagedJar.require();
        kit = jar.beside("-testkit.jar");
    }

    private static String junit() throws Exception {
        List<String> jars = new ArrayList<>();
        for (String name : JUNIT) {
            jars.add(Path.of(Class.forName(name)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private static List<String> classes(Path file) throws IOException {
        try (JarFile content = new JarFile(file.toFile())) {
            return content.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }

    @Test
    void kit_isInItsOwnJarOnly() throws IOException {
        assertThat(classes(kit))
                .contains("io/github/wininet4j/testing/WinInetTest.class")
                .allMatch(name -> name.startsWith("io/github/wininet4j/testing/"))
                .noneMatch(name -> name.contains("Secrets"));
        assertThat(classes(jar.file())).noneMatch(name -> name.startsWith("io/github/wininet4j/testing/"));
    }

    @Test
    void kit_hasItsLicence_andItsSourcesBesideIt() throws IOException {
        assertThat(PackagedJar.names(kit)).contains("META-INF/LICENSE");
        assertThat(PackagedJar.names(jar.beside("-testkit-sources.jar")))
                .contains("io/github/wininet4j/testing/WinInetTest.java");
    }

    @Test
    void kit_hasTheNameOfAModule() {
        assertThat(ModuleFinder.of(kit).find("io.github.wininet4j.testing")).isPresent();
    }

    @Test
    void project_testsItsProgram_andLeavesNothing() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        try (var files = Files.newDirectoryStream(CONSUMER)) {
            for (Path each : files) {
                Files.copy(each, sources.resolve(each.getFileName().toString()));
            }
        }
        Path home = Files.createDirectories(folder.resolve("home"));
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        String classPath = String.join(File.pathSeparator, kit.toString(), jar.path(), junit());
        jar.javac(sources, "-Xlint:all,-processing,-path,-classfile", "-Werror", "-cp", classPath)
                .ok();

        String printed = jar.java(
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        sources.resolve("classes") + File.pathSeparator + classPath,
                        "RunTests")
                .ok();

        assertThat(printed).endsWith("4 of 4 tests passed\n");
        assertThat(home).isEmptyDirectory();
        assertThat(temporary).isEmptyDirectory();
    }
}
