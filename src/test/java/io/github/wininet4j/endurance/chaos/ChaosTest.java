package io.github.wininet4j.endurance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;

/** A sample of {@link ChaosRun}, which goes on for longer. */
final class ChaosTest {
    private static final int REQUESTS = 500;

    @Test
    @Rule({"R-ASYNC-7", "R-HANDLE-9", "R-HANDLE-12", "R-SEQ-15"})
    void handles_closedAtAnyMomentByAnyone_completeOnceAndEndWithHandleClosing() throws Exception {
        assertThat(ChaosRun.run(REQUESTS, 7)).isEmpty();
    }
}
