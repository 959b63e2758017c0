package io.github.wininet4j.trace;

import io.github.wininet4j.function.HttpFunctions;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Is told of the calls and statuses of a back end. It is called by the threads that make calls and callbacks, several
 * at a time, and they wait for it. What it throws is logged and has no effect on the program.
 */
public interface TraceListener {
    /**
     * Takes the beginning: the listener was put around a back end.
     *
     * @param counters reads what the back end counts, also after it has been closed; gives null if it does not count
     */
    default void opened(Supplier<@Nullable EngineCounters> counters) {}

    /**
     * Takes a call that is about to be made. An asynchronous one may complete before it returns.
     *
     * @param start when it is made
     * @param function the function
     * @param arguments its arguments, as they are before the call
     */
    default void calling(Instant start, Method function, List<@Nullable Object> arguments) {}

    /**
     * Takes a call that has returned.
     *
     * @param call the call; its arguments are valid during this method only
     * @param http for questions about a request; the last error of the thread is kept whatever is called
     */
    void called(TracedCall call, HttpFunctions http);

    /**
     * Takes a status, before the program's callback has it.
     *
     * @param status the status; its information is valid during this method only
     * @param http for questions about a request
     */
    void notified(TracedStatus status, HttpFunctions http);

    /** Takes the end: the back end has been closed. */
    default void closed() {}

    /**
     * Makes a listener of whoever takes lines of text: one for each call and each status, each with its time and
     * thread, a call with its duration and, if it failed, its error; at the end one with the counters. Passwords,
     * cookies and credentials are left out.
     *
     * @param lines takes each line, without an end
     * @return the listener
     */
    static TraceListener lines(Consumer<String> lines) {
        return new LineTrace(lines);
    }
}
