package io.github.wininet4j.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.storage.PassingFolder;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that are stopped in the middle of a change, or killed. */
final class FolderOfOthersTest {
    private static final int CHANGES = 1_000;

    private final Path parent = Folders.make("others");

    @AfterEach
    void delete() {
        Folders.delete(parent);
    }

    /** At two seconds for each, the changes would take more than half an hour. */
    @Test
    @Rule("R-PROJ-CACHE-13")
    @Timeout(value = Waits.SECONDS)
    void changes_whileAStoppedProcessHoldsTheFolder_goOnAndAreKept() throws IOException {
        Path gate = parent.resolve("change.lock");
        int[] counts = new int[2];
        try (SharedFolder folder = SharedFolder.join(parent);
                FileChannel stopped = FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = stopped.lock()) {
            for (int i = 0; i < CHANGES; i++) {
                counts[0] += folder.change(() -> folder.isHeld() ? 0 : 1);
            }
            held.release();
            counts[1] = folder.change(() -> folder.isHeld() ? 1 : 0);
        }

        assertThat(counts).containsExactly(CHANGES, 1);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.toList();
        }
    }

    /** Makes a folder and waits to be killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws IOException {
            PassingFolder made = PassingFolder.make(Path.of(arguments[0]));
            System.out.println(made == null ? "none" : made.path());
            System.in.read();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        parent.toString())
                .start();
    }

    @Test
    @Rule("R-PROJ-CACHE-21")
    void folderOfAnEngine_isThereWhileItsProcessIs_andGoesOnceItWasKilled() throws Exception {
        Process other = start();
        BufferedReader output = other.inputReader(StandardCharsets.UTF_8);
        Path theirs = Path.of(output.readLine());
        Files.createDirectories(theirs.resolve("content"));
        Files.writeString(theirs.resolve("content").resolve("a"), "kept in memory");

        PassingFolder first = PassingFolder.make(parent);
        PassingFolder second = PassingFolder.make(parent);
        assertThat(folders()).containsExactlyInAnyOrder(theirs, first.path(), second.path());

        other.destroyForcibly();
        assertThat(other.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        PassingFolder third = PassingFolder.make(parent);
        assertThat(folders()).containsExactlyInAnyOrder(first.path(), second.path(), third.path());

        List.of(first, second, third).forEach(PassingFolder::close);
        assertThat(folders()).isEmpty();
    }

    @Test
    @Rule("R-PROJ-CACHE-21")
    void folder_thatIsNotOfAnEngine_isLeftAlone() throws IOException {
        Path strange = Files.createDirectories(parent.resolve("wininet4j-strange"));
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("owner.lock"), "");
        Path link = Files.createSymbolicLink(parent.resolve("wininet4j-link"), elsewhere);

        PassingFolder made = PassingFolder.make(parent);

        assertThat(strange).exists();
        assertThat(link).exists();
        assertThat(elsewhere.resolve("owner.lock")).exists();
        made.close();
    }
}
