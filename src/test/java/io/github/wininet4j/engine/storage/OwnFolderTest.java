package io.github.wininet4j.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wininet4j.testing.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a folder is. */
final class OwnFolderTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Prints whether folders are its user's. */
    static final class Asking {
        private Asking() {}

        public static void main(String[] folders) throws IOException {
            for (String folder : folders) {
                System.out.println(OwnFolder.isOwn(Path.of(folder)));
            }
        }
    }

    /** Asks in a process of its own, whose user seems to have a name. */
    private static String asked(String name, Path... folders) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.name=" + name,
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName());
        for (Path folder : folders) {
            builder.command().add(folder.toString());
        }
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** The folder of somebody else: one that root has given away, or root's. */
    private static Path foreign(Path own) throws IOException {
        if (OwnFolder.number(STATUS) != 0) {
            return Path.of("/");
        }
        Path given = Files.createDirectory(own.resolve("given"));
        Files.setAttribute(given, "unix:uid", 12_345);
        return given;
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "nobody-of-that-name"})
    @Rule({"R-PROJ-CACHE-25", "R-PROJ-CACHE-5"})
    void folder_isToldByTheNumberOfItsUser_whateverBecameOfTheName(String name, @TempDir Path own) throws IOException {
        assumeTrue(Files.exists(STATUS), "no system that tells a process its user's number");

        assertThat(asked(name, own, foreign(own))).isEqualTo("true\nfalse\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'Name: x\nUid:\t1\t2\t3\t4\nGid:\t5\t6\t7\t8\n', 4",
        "'Uid:\t0\t0\t0\t4294967294\n', -2",
        "'Uid:\t0\t0\t0\n',",
        "'Uid:\t0\t0\t0\tx\n',",
        "'',"
    })
    @Rule("R-PROJ-CACHE-5")
    void number_isThatForFiles_orUnknown(String status, Integer number, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("status"), status);

        assertThat(OwnFolder.number(file)).isEqualTo(number);
    }

    @Test
    @Rule("R-PROJ-CACHE-5")
    void number_whereNothingTellsIt_isUnknown(@TempDir Path folder) {
        assertThat(OwnFolder.number(folder.resolve("status"))).isNull();
    }
}
