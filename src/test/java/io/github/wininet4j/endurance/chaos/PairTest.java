package io.github.wininet4j.endurance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;

/** A sample of {@link PairRun}: each pair once. */
final class PairTest {
    @Test
    @Rule({"R-ASYNC-7", "R-ASYNC-23", "R-ASYNC-52", "R-HANDLE-12", "R-SEQ-15"})
    void everyFunction_whileAnotherPendsOnTheHandle_isAnsweredAtOnceAndLeavesTheOtherAlone() throws Exception {
        PairRun run = PairRun.run(1);

        assertThat(run.violations()).isEmpty();
        assertThat(run.pairs()).isEqualTo(2 * (7 * 14 + 7 * 15 + 3 * 6 + 6 + 4 + 6 + 7));
    }
}
