package io.github.wininet4j.cli;

/**
 * How a call ended, immediately or after it pended.
 *
 * @param value the return value as {@code INTERNET_ASYNC_RESULT.dwResult} has it: a handle's number, or 1 for TRUE; 0
 *     for failure
 * @param error the error if the value is 0; else what the completion carried instead, which only
 *     InternetQueryDataAvailable uses
 * @param completed whether it pended
 */
public record CallResult(long value, int error, boolean completed) {
    /** Whether it ended well. */
    public boolean succeeded() {
        return value != 0;
    }
}
