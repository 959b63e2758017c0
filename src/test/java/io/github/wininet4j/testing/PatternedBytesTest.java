package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of which every byte is known. */
final class PatternedBytesTest {
    @Test
    void bytes_areTheSameFromWhereverTheyAreTaken() {
        byte[] whole = PatternedBytes.bytes(0, 300_000);

        PatternedBytes.assertAt(123_456, whole, 123_456, 150_000);
        assertThat(PatternedBytes.bytes(65_500, 100)).isEqualTo(Arrays.copyOfRange(whole, 65_500, 65_600));
    }

    @Test
    void assertAt_ofAWrongByteOrPlace_fails() {
        byte[] part = PatternedBytes.bytes(65_536, 65_536);
        assertThatThrownBy(() -> PatternedBytes.assertAt(0, part, 0, part.length))
                .isInstanceOf(AssertionError.class);

        part[7] ^= 1;
        assertThatThrownBy(() -> PatternedBytes.assertAt(65_536, part, 0, part.length))
                .hasMessageContaining("at offset 65543 ");
    }

    @Test
    void write_fillsAFile(@TempDir Path folder) throws Exception {
        Path file = PatternedBytes.write(folder.resolve("file"), 200_001);

        assertThat(Files.readAllBytes(file)).isEqualTo(PatternedBytes.bytes(0, 200_001));
    }
}
