package io.github.wininet4j.trace;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.type.HINTERNET;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Events of the JDK's flight recorder, {@code io.github.wininet4j.Call}, {@code io.github.wininet4j.Status} and, once a
 * second, {@code io.github.wininet4j.Counters}, where WinInet has those of Windows (ETW). They cost next to nothing
 * while no recording is on. The template {@code wininet4j.jfc} beside this class turns them on.
 *
 * <p>Each back end needs a listener of its own. Its events have its number as {@code engine}: back ends with such a
 * listener are counted from 1 on in the order in which they were opened.
 */
public final class FlightRecorderTrace implements TraceListener {
    private static final AtomicLong LAST = new AtomicLong();

    private volatile Supplier<@Nullable EngineCounters> counters = () -> null;
    private final Runnable hook = this::count;
    private volatile long engine;

    /** Creates the listener. */
    public FlightRecorderTrace() {}

    @Override
    public void opened(Supplier<@Nullable EngineCounters> source) {
        engine = LAST.incrementAndGet();
        counters = source;
        FlightRecorder.addPeriodicEvent(CountersEvent.class, hook);
    }

    @Override
    public void closed() {
        FlightRecorder.removePeriodicEvent(hook);
        // The last word, also of a program that ran for less than a period.
        count();
    }

    private void count() {
        CountersEvent event = new CountersEvent();
        EngineCounters now = counters.get();
        if (now == null || !event.isEnabled()) {
            return;
        }
        event.engine = engine;
        event.connectionsOpened = now.connectionsOpened();
        event.connectionsReused = now.connectionsReused();
        event.poolWaits = now.poolWaits();
        event.requests = now.requests();
        event.cacheHits = now.cacheHits();
        event.cacheMisses = now.cacheMisses();
        event.cacheValidations = now.cacheValidations();
        event.bytesSent = now.bytesSent();
        event.bytesReceived = now.bytesReceived();
        event.openHandles = now.openHandles();
        event.commit();
    }

    @Override
    public void called(TracedCall call, HttpFunctions http) {
        CallEvent event = new CallEvent();
        if (!event.isEnabled()) {
            return;
        }
        event.engine = engine;
        event.function = call.name();
        event.took = call.took().toNanos();
        event.handle =
                !call.arguments().isEmpty() && call.arguments().get(0) instanceof HINTERNET handle ? handle.value() : 0;
        event.error = call.error();
        event.errorName = call.error() == Win32Error.ERROR_SUCCESS ? "" : ErrorText.name(call.error());
        event.text = call.toString();
        event.commit();
    }

    @Override
    public void notified(TracedStatus status, HttpFunctions http) {
        StatusEvent event = new StatusEvent();
        if (!event.isEnabled()) {
            return;
        }
        event.engine = engine;
        event.status = status.name();
        event.handle = status.handle().value();
        event.context = status.context();
        event.text = status.toString();
        event.commit();
    }
}
