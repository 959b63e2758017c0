package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.nativelib.memory.Results;

/** One call from C: its arguments, and its results for the caller's memory. */
final class InboundCall {
    private final Results results = new Results();
    private final long[] arguments;

    InboundCall(long[] arguments) {
        this.arguments = arguments;
    }

    /** Returns an argument, widened to 64 bits. */
    long slot(int index) {
        return arguments[index];
    }

    /** Returns the low 32 bits of an argument. */
    int number(int index) {
        return (int) slot(index);
    }

    /** Remembers what to move to the caller's memory. */
    void onCompletion(Runnable move) {
        results.add(move);
    }

    /** Returns, while results are moved, whether the call succeeded. */
    boolean succeeded() {
        return results.succeeded();
    }

    Results results() {
        return results;
    }
}
