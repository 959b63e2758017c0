package io.github.wininet4j.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.CapturedLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of small files that a thread uses which was interrupted. */
final class DataFolderTest {
    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void files_areWrittenAndReadByAnInterruptedThread_thatIsInterruptedAfterwards() {
        DataFolder files = new DataFolder(folder, ".data", 100);
        List<String> read = new ArrayList<>();
        try (CapturedLog log = CapturedLog.start()) {
            Thread.currentThread().interrupt();
            files.replace("name", "content".getBytes(StandardCharsets.US_ASCII));
            files.readAll((name, content) -> read.add(name + " " + new String(content, StandardCharsets.US_ASCII)));
            assertThat(Thread.interrupted()).isTrue();

            assertThat(read).containsExactly("name content");
            assertThat(log.messages()).isEmpty();
        }
    }
}
