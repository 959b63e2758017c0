package io.github.wininet4j.nativelib.capi;

import java.util.concurrent.ConcurrentHashMap;

/** The calls from C that have pended and not completed; one handle has one at most. */
final class PendingCalls {
    private final ConcurrentHashMap<Long, InboundCall> calls = new ConcurrentHashMap<>();

    /** Remembers a call before it is made: it can complete before it returns. */
    void expect(long handle, InboundCall call) {
        calls.put(handle, call);
    }

    /** Forgets a call that did not pend. */
    void withdraw(long handle, InboundCall call) {
        calls.remove(handle, call);
    }

    /** Moves the results of the call that has completed, before C is told. */
    void complete(long handle, boolean success) {
        InboundCall call = calls.remove(handle);
        if (call != null) {
            call.results().finish(success);
        }
    }

    void closed(long handle) {
        calls.remove(handle);
    }
}
