package io.github.wininet4j.engine.call;

import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The work of one call that may have to wait for a peer. The same code runs on the caller's thread or on a worker. */
@FunctionalInterface
public interface Operation {
    /**
     * Does the work.
     *
     * @return the function's return value as {@code INTERNET_ASYNC_RESULT.dwResult} has it: 1 for TRUE, or a handle's
     *     number
     * @throws IOException if the peer or the network fails
     */
    long perform() throws IOException;

    /**
     * Does the work of a call that pended. Differs from {@link #perform} only where a completion brings less than a
     * call that ends at once does.
     *
     * @return as {@link #perform} does
     * @throws IOException if the peer or the network fails
     */
    default long performPending() throws IOException {
        return perform();
    }

    /**
     * Does the work of a call that pended up to a wait for the peer that needs no thread. {@link #performPending} does
     * the rest, be it all.
     *
     * @return what begins that wait; null for none
     * @throws IOException as {@link #perform} does
     */
    default @Nullable PeerWait performUntilWait() throws IOException {
        return null;
    }

    /**
     * Returns whether it must not pend if it is ready, even where the policy asks for that: true if it pends only to
     * wait.
     */
    default boolean pendsOnlyToWait() {
        return false;
    }

    /**
     * Returns whether the work can be done without waiting, so that it naturally finishes at once (R-ASYNC-6,
     * R-READ-12). May already do what needs no waiting.
     *
     * @return true if it will not block
     * @throws IOException if it has failed already
     */
    default boolean isReady() throws IOException {
        return false;
    }

    /**
     * Announces that the call will pend, on the caller's thread and before it returns.
     *
     * @throws IOException if the work has failed already
     */
    default void announceWait() throws IOException {}

    /**
     * Returns what a successful completion carries as {@code dwError}; 0 but for InternetQueryDataAvailable
     * (R-ASYNC-40): the number.
     */
    default int completionDetail() {
        return 0;
    }

    /**
     * Makes what {@code REQUEST_COMPLETE} carries.
     *
     * @param result the return value
     * @param error the error, or {@link #completionDetail}
     * @return the payload
     */
    default INTERNET_ASYNC_RESULT outcome(long result, int error) {
        return new INTERNET_ASYNC_RESULT(result, error);
    }

    /**
     * Returns whether it may run inside a callback that another operation of the same handle makes: reading the body of
     * a redirect is allowed there and nowhere else (R-REDIR-16).
     */
    default boolean mayNest() {
        return false;
    }

    /**
     * Returns the context value of the call, with which its completion is reported: the handle's own, unless the
     * function takes one for the call (R-FTP-41).
     *
     * @param node the node that the operation runs on
     */
    default long context(HandleNode node) {
        return node.context();
    }

    /** Undoes what was made for an operation that failed or was cancelled; called after the failure was reported. */
    default void failed() {}
}
