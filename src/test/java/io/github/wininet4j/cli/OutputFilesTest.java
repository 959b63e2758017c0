package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where bodies are saved. */
final class OutputFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "http://h/a/b.txt, b.txt",
        "http://h/a/b.txt?c=/d, b.txt",
        "http://h, index",
        "http://h/a/, index",
        "http://h/.., index..",
        "http://h/.profile, index.profile",
        "http://h/a%2F..%2Fb, b",
        "http://h/a%20b%0Ac, a_b_c",
        "http://h/a|b, a_b"
    })
    void fileName_isHarmless(String url, String name) {
        assertThat(OutputFiles.fileName(url)).isEqualTo(name);
    }

    @Test
    void plan_severalOfOneName_numbersThem() {
        List<String> urls = List.of("http://h/a", "http://h/b/a", "http://h/a.2", "http://h/c/a");

        assertThat(OutputFiles.plan(urls, folder.resolve("new"), false).stream()
                        .map(target ->
                                ((FileTarget) target).file().getFileName().toString()))
                .containsExactly("a", "a.2", "a.2.2", "a.3");
    }

    @Test
    void plan_existingFile_isRefusedWithoutForce() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");

        assertThatThrownBy(() -> OutputFiles.plan(List.of("http://h/a"), file, false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--force");
        assertThat(OutputFiles.plan(List.of("http://h/a"), file, true)).hasSize(1);
        assertThat(OutputFiles.plan(List.of("http://h/b"), folder, false)).hasSize(1);
    }

    @Test
    void commit_givesTheFileItsName() throws Exception {
        FileTarget target = new FileTarget(folder.resolve("a"), false);
        target.begin();
        target.write(ByteBuffer.wrap(new byte[] {1, 2}));
        assertThat(folder.resolve("a")).doesNotExist();

        target.commit();

        assertThat(folder.resolve("a")).hasBinaryContent(new byte[] {1, 2});
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void commit_whenAFileAppearedMeanwhile_leavesItAlone() throws Exception {
        FileTarget target = new FileTarget(folder.resolve("a"), false);
        target.begin();
        Files.writeString(folder.resolve("a"), "other");

        assertThatThrownBy(target::commit).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("a")).hasContent("other");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void commit_withForce_replacesTheFile() throws Exception {
        Files.writeString(folder.resolve("a"), "old");
        FileTarget target = new FileTarget(folder.resolve("a"), true);
        target.begin();
        target.write(ByteBuffer.wrap(new byte[] {'n'}));

        target.commit();

        assertThat(folder.resolve("a")).hasContent("n");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void device_staysADevice() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));
        FileTarget target = new FileTarget(link, true);
        target.begin();
        target.write(ByteBuffer.wrap(new byte[] {1}));
        target.commit();
        target.begin();
        target.abandon();

        assertThat(link).isSymbolicLink();
        assertThat(Files.isRegularFile(link)).isFalse();
    }

    @Test
    void abandon_leavesNothing() throws Exception {
        FileTarget target = new FileTarget(folder.resolve("a"), false);
        target.begin();
        target.write(ByteBuffer.wrap(new byte[] {1}));

        target.abandon();

        assertThat(folder).isEmptyDirectory();
    }
}
