package io.github.wininet4j.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** Starts at a time that is always the same. */
    public TestClock() {
        this(Instant.parse("2026-11-28T08:00:00Z"));
    }

    private TestClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** Starts at the present, for servers whose responses have its date. */
    public static TestClock atPresent() {
        return new TestClock(InstantSource.system().instant());
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    /**
     * Moves the clock.
     *
     * @param time by how much
     */
    public void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
