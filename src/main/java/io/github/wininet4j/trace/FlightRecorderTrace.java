package io.github.wininet4j.trace;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.type.HINTERNET;

/**
 * Events of the JDK's flight recorder, {@code io.github.wininet4j.Call} and {@code io.github.wininet4j.Status}, where
 * WinInet has those of Windows (ETW). They cost next to nothing while no recording is on. The template
 * {@code wininet4j.jfc} beside this class turns both on.
 */
public final class FlightRecorderTrace implements TraceListener {
    /** Creates the listener. */
    public FlightRecorderTrace() {}

    @Override
    public void called(TracedCall call, HttpFunctions http) {
        CallEvent event = new CallEvent();
        if (!event.isEnabled()) {
            return;
        }
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
        event.status = status.name();
        event.handle = status.handle().value();
        event.context = status.context();
        event.text = status.toString();
        event.commit();
    }
}
