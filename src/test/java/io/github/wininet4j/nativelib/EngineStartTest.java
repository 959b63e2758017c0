package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.nativelib.capi.CLibrary;
import io.github.wininet4j.testing.Rule;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the library starts Java inside a C program, with a stand-in for the engine. */
final class EngineStartTest {
    private static final String FAILURE = "BOOL 0 error 12004\nBOOL 0 error 12004\nposition 4294967295\n";
    private static final String JAVA_HOME = System.getProperty("java.home");

    /** 128 and SIGTERM. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    @Test
    @Rule("R-PROJ-C-2")
    void firstCall_withoutJava_failsAndSaysSoOnce() {
        Ran ran = run(Map.of("JAVA_HOME", folder.toString()));

        assertThat(ran.ok().output()).isEqualTo(FAILURE);
        assertThat(ran.errors()).startsWith("wininet4j: no Java: " + folder).hasLineCount(1);
    }

    @Test
    @Rule("R-PROJ-C-2")
    void firstCall_withoutEngineOnTheClassPath_failsAndSaysSoOnce() {
        Ran ran = run(Map.of("JAVA_HOME", JAVA_HOME, "WININET4J_CLASSPATH", folder.toString()));

        assertThat(ran.ok().output()).isEqualTo(FAILURE);
        assertThat(ran.errors())
                .startsWith("wininet4j: no engine: class io/github/wininet4j/nativelib/capi/CLibrary")
                .contains(" cannot be loaded from " + folder + ": ")
                .hasLineCount(1);
    }

    @Test
    @Rule("R-PROJ-C-2")
    void firstCall_withoutTheLibrariesOfTheJar_failsAndSaysSoOnce() {
        Ran ran = run(Map.of("JAVA_HOME", JAVA_HOME, "WININET4J_CLASSPATH", placeOf(CLibrary.class)));

        assertThat(ran.ok().output()).isEqualTo(FAILURE);
        assertThat(ran.errors())
                .startsWith("wininet4j: the engine does not start: ")
                .contains("no JNA: the folder lib belongs beside wininet4j.jar")
                .hasLineCount(1);
    }

    @Test
    @Rule("R-PROJ-C-2")
    void firstCall_withTooSmallAHeapForJava_failsAndSaysSoOnce() {
        Ran ran = run(withOptions("-Xmx1k"));

        assertThat(ran.ok().output()).isEqualTo(FAILURE);
        assertThat(ran.errors())
                .startsWith("wininet4j: Java does not start: Error occurred")
                .hasLineCount(1);
    }

    @Test
    @Rule("R-PROJ-C-2")
    void firstCall_withoutTheMemoryThatJavaIsToHave_failsAndTheProgramGoesOn() {
        Ran ran = run(withOptions("-Xms64t -Xmx64t -XX:ErrorFile=" + folder.resolve("java.log")));

        // Java's own report of what it lacks comes before.
        assertThat(ran.ok().output()).endsWith(FAILURE);
        assertThat(ran.errors()).contains("wininet4j: Java does not start: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 120_000, 200_000, 400_000})
    @Rule("R-PROJ-C-2")
    void firstCall_inAProcessWithTooLittleAddressSpace_failsAndTheProgramGoesOn(int kilobytes) {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only Linux keeps to a limit of address space");
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("start_test.c"), CPrograms.library(), folder);

        Ran ran = CPrograms.run(
                Map.of("JAVA_HOME", JAVA_HOME, "WININET4J_CLASSPATH", folder.toString()),
                List.of("sh", "-c", "ulimit -v " + kilobytes + "; exec \"$0\"", program.toString()));

        assertThat(ran.ok().output()).endsWith(FAILURE);
        assertThat(ran.errors()).contains("wininet4j: Java does not start: ");
    }

    private Map<String, String> withOptions(String options) {
        return Map.of(
                "JAVA_HOME", JAVA_HOME, "WININET4J_CLASSPATH", folder.toString(), "WININET4J_JVM_OPTIONS", options);
    }

    @Test
    void firstCall_startsJavaAndTheEngine() {
        Ran ran = run(withStandIn());

        assertThat(ran.ok().output().lines())
                .containsExactlyInAnyOrder(
                        "start with InternetOpenA",
                        "InternetCloseHandle 7",
                        "InternetCloseHandle 7",
                        "InternetSetFilePointer 0",
                        "BOOL 1 error 1234",
                        "BOOL 1 error 1234",
                        "position 1");
        assertThat(ran.errors()).isEmpty();
    }

    @Test
    void firstCall_withAClassArchiveThatDoesNotFit_startsAllTheSame() throws IOException {
        Map<String, String> variables = new HashMap<>(withStandIn());
        String plain = run(variables).ok().output();
        Path jar = folder.resolve("standin.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        String classes = folder.toUri().toString();
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes + " " + jna().toUri());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        Files.writeString(folder.resolve("standin.jsa"), "no archive");
        variables.put("WININET4J_CLASSPATH", jar.toString());

        Ran ran = run(variables);

        assertThat(ran.ok().output().lines())
                .containsExactlyInAnyOrderElementsOf(plain.lines().toList());
        assertThat(ran.errors()).isEmpty();
    }

    @Test
    void firstCall_fromManyThreads_startsOnce() {
        Ran ran = run(withStandIn(), "threads");

        assertThat(ran.ok().output().lines())
                .contains("16 of 16 threads")
                .filteredOn(line -> line.startsWith("start "))
                .hasSize(1);
    }

    @Test
    void sigterm_afterTheStart_endsTheProgramAsByDefault() {
        assertThat(run(withStandIn(), "signal").exitCode()).isEqualTo(ENDED_BY_SIGTERM);
    }

    private Ran run(Map<String, String> variables, String... arguments) {
        Path program = CPrograms.compile(CPrograms.TESTS.resolve("start_test.c"), CPrograms.library(), folder);
        List<String> command = new ArrayList<>(Collections.singletonList(program.toString()));
        command.addAll(List.of(arguments));
        return CPrograms.run(variables, command);
    }

    private Map<String, String> withStandIn() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(javac != null, "this Java has no compiler");
        String jna = jna().toString();
        Path source = CPrograms.TESTS.resolve("standin/CLibrary.java");
        assertThat(javac.run(null, null, null, "-cp", jna, "-d", folder.toString(), source.toString()))
                .isZero();
        return Map.of(
                "JAVA_HOME",
                JAVA_HOME,
                "WININET4J_CLASSPATH",
                folder + File.pathSeparator + jna,
                "WININET4J_JVM_OPTIONS",
                "-Xmx64m  -XX:+UseSerialGC");
    }

    private static Path jna() {
        return Path.of(placeOf(Pointer.class));
    }

    private static String placeOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
