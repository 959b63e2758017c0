package io.github.wininet4j.trace;

import io.github.wininet4j.function.HttpFunctions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A line for each call and each status. */
final class LineTrace implements TraceListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Consumer<String> lines;
    private final FinalCounters counters;

    LineTrace(Consumer<String> lines) {
        this(lines, () -> {});
    }

    LineTrace(Consumer<String> lines, Runnable end) {
        this.lines = lines;
        this.counters = new FinalCounters(last -> lines.accept(head(Instant.now()) + "-- " + last), end);
    }

    @Override
    public void opened(Supplier<@Nullable EngineCounters> source) {
        counters.opened(source);
    }

    @Override
    public void closed() {
        counters.closed();
    }

    @Override
    public void called(TracedCall call, HttpFunctions http) {
        // The time of a line is that of its event, so that lines are in order: the end of the call.
        lines.accept(head(call.start().plus(call.took())) + call + " [" + milliseconds(call.took()) + "]");
    }

    @Override
    public void notified(TracedStatus status, HttpFunctions http) {
        lines.accept(head(status.time()) + "<- " + status);
    }

    private static String head(Instant time) {
        String thread = Thread.currentThread().getName();
        return TIME.format(time) + " [" + (thread.isEmpty() ? "thread" : thread) + "] ";
    }

    private static String milliseconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f ms", took.toNanos() / 1e6);
    }
}
