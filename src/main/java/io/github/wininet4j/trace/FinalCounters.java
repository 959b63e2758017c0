package io.github.wininet4j.trace;

import io.github.wininet4j.function.HttpFunctions;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One line when a back end closes: what it has counted. */
final class FinalCounters implements TraceListener {
    private final Consumer<String> lines;
    private final Runnable end;
    private volatile Supplier<@Nullable EngineCounters> counters = () -> null;

    FinalCounters(Consumer<String> lines, Runnable end) {
        this.lines = lines;
        this.end = end;
    }

    @Override
    public void opened(Supplier<@Nullable EngineCounters> source) {
        counters = source;
    }

    @Override
    public void called(TracedCall call, HttpFunctions http) {}

    @Override
    public void notified(TracedStatus status, HttpFunctions http) {}

    @Override
    public void closed() {
        try {
            EngineCounters last = counters.get();
            if (last != null) {
                lines.accept("counters: " + last);
            }
        } finally {
            end.run();
        }
    }
}
