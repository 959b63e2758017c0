package io.github.wininet4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of any length: none takes more stack than a short one. */
final class LongLeaseTest {
    private static final int LENGTH = 500_000;

    @ParameterizedTest
    @ValueSource(strings = {"a", "\\\""})
    void option_thatIsLong_isReadWhole(String piece) {
        List<byte[]> found = new ArrayList<>();

        DhcpLeases.addNamed("lease {\n option wpad \"" + piece.repeat(LENGTH) + "\";\n}\n", 252, Instant.EPOCH, found);

        assertThat(found).singleElement().satisfies(value -> assertThat(value).hasSize(LENGTH));
    }
}
