package io.github.wininet4j.cli.conformance;

import java.util.List;

/**
 * What one conformance case did on a back end.
 *
 * @param rules its rules, as in {@link ConformanceCase}
 * @param title its title, which identifies it
 * @param calls the calls of the case in order, then those made from callbacks
 * @param statuses the status callbacks, by handle, those of one handle in order
 * @param notes what the case observed
 */
record RecordedCase(String rules, String title, List<Call> calls, List<Status> statuses, List<String> notes) {
    /**
     * A call and its outcome.
     *
     * @param from {@code case}, or {@code callback} if it was made from a status callback
     * @param function the function
     * @param returned what it returned
     * @param error the last error if it failed, else {@code -}
     * @param arguments the arguments after the call, each as {@code name=value}
     */
    record Call(String from, String function, String returned, String error, List<String> arguments) {}

    /**
     * A status callback.
     *
     * @param handle its handle
     * @param name the status
     * @param context the context value
     * @param payload what it carried
     * @param length the length of that
     */
    record Status(String handle, String name, String context, String payload, String length) {}
}
