package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.cli.Rendezvous.Arrival;
import org.junit.jupiter.api.Test;

/** Return and completion of a call may come in either order (R-ASYNC-6, R-ASYNC-7). */
final class RendezvousTest {
    private static final CallResult RESULT = new CallResult(1, 0, true);

    private final Rendezvous meeting = new Rendezvous();

    @Test
    void complete_afterTheReturn_goesOn() {
        meeting.begin();

        assertThat(meeting.suspend()).isNull();
        assertThat(meeting.complete(RESULT)).isEqualTo(Arrival.GO_ON);
    }

    @Test
    void complete_beforeTheReturn_leavesItToTheCaller() {
        meeting.begin();

        assertThat(meeting.complete(RESULT)).isEqualTo(Arrival.CALLER_GOES_ON);
        assertThat(meeting.suspend()).isSameAs(RESULT);
    }

    @Test
    void complete_withoutCall_isStray() {
        assertThat(meeting.complete(RESULT)).isEqualTo(Arrival.STRAY);
    }

    @Test
    void complete_twice_isStray() {
        meeting.begin();
        meeting.complete(RESULT);

        assertThat(meeting.complete(RESULT)).isEqualTo(Arrival.STRAY);
    }

    @Test
    void finish_tellsWhetherACompletionCameThatMustNot() {
        meeting.begin();
        assertThat(meeting.finish()).isTrue();

        meeting.begin();
        meeting.complete(RESULT);
        assertThat(meeting.finish()).isFalse();
    }
}
