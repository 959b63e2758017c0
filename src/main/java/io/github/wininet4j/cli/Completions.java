package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.HINTERNET;
import java.util.HashMap;
import java.util.Map;

/** Waits for the ends of calls, immediate or pending. Each completion in the log is used once. */
public final class Completions {
    private final WinInet api;
    private final EventLog events;
    /** How many were taken from the log, by handle. */
    private final Map<HINTERNET, Integer> taken = new HashMap<>();

    /**
     * Creates it.
     *
     * @param api where the calls are made
     * @param events the log of their callbacks
     */
    public Completions(WinInet api, EventLog events) {
        this.api = api;
        this.events = events;
    }

    /**
     * Waits for the end of a call; to be called right after it.
     *
     * @param handle the handle it works on
     * @param returned what it returned
     * @return how it ended
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public CallResult finish(HINTERNET handle, boolean returned) throws InterruptedException {
        if (returned) {
            return new CallResult(1, Win32Error.ERROR_SUCCESS, false);
        }
        int error = api.GetLastError();
        return error == Win32Error.ERROR_IO_PENDING ? next(handle) : new CallResult(0, error, false);
    }

    /**
     * Waits for the completion that follows those already taken.
     *
     * @param handle the handle it comes for
     * @return how the call ended
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public CallResult next(HINTERNET handle) throws InterruptedException {
        EventLog.Event event = events.await(
                "REQUEST_COMPLETE",
                e -> e.handle().equals(handle) && e.completion() != null,
                taken.merge(handle, 1, Integer::sum));
        CallResult completion = event.completion();
        return completion == null ? new CallResult(0, Win32Error.ERROR_SUCCESS, true) : completion;
    }
}
