package io.github.wininet4j.trace;

import io.github.wininet4j.function.HttpFunctions;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what a back end has counted when it closes. */
final class FinalCounters implements TraceListener {
    private final Consumer<EngineCounters> last;
    private final Runnable end;
    private volatile Supplier<@Nullable EngineCounters> counters = () -> null;

    FinalCounters(Consumer<EngineCounters> last, Runnable end) {
        this.last = last;
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
            EngineCounters counted = counters.get();
            if (counted != null) {
                last.accept(counted);
            }
        } finally {
            end.run();
        }
    }
}
