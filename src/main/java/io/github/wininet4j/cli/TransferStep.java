package io.github.wininet4j.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a transfer as a table: what each does, and what follows once it has ended. That a call may end at once or later is not
 * visible here; {@link Transfer} deals with it in one place for all of them (rule 6).
 */
enum TransferStep {
    CONNECT(Transfer::connect, Transfer::connected),
    OPEN_REQUEST(Transfer::openRequest, Transfer::requestOpened),
    OPEN_URL(Transfer::openUrl, Transfer::urlOpened),
    SEND(Transfer::send, Transfer::responseCame),
    SEND_HEAD(Transfer::sendHead, Transfer::readyToWrite),
    WRITE(Transfer::write, Transfer::written),
    END_REQUEST(Transfer::endRequest, Transfer::requestEnded),
    READ(Transfer::read, Transfer::bytesCame),
    CLOSE_REQUEST(Transfer::closeRequest, Transfer::requestClosed),
    CLOSE_CONNECTION(Transfer::closeConnection, Transfer::connectionClosed),
    /** Nothing is left to do. */
    DONE(null, null);

    /** Makes a call. */
    interface Call {
        /** Returns the value of the call: a handle's number, 1 for TRUE, or 0 for failure. */
        long make(Transfer transfer) throws IOException;
    }

    /** Looks at the end of a call. */
    interface Next {
        /** Returns what follows. */
        TransferStep after(Transfer transfer, CallResult result) throws IOException;
    }

    private final @Nullable Call call;
    private final @Nullable Next next;

    TransferStep(@Nullable Call call, @Nullable Next next) {
        this.call = call;
        this.next = next;
    }

    long call(Transfer transfer) throws IOException {
        return call == null ? 0 : call.make(transfer);
    }

    TransferStep next(Transfer transfer, CallResult result) throws IOException {
        return next == null ? DONE : next.after(transfer, result);
    }

    /** Whether the step ends with HANDLE_CLOSING, although its call returns TRUE before. */
    boolean closes() {
        return this == CLOSE_REQUEST || this == CLOSE_CONNECTION;
    }
}
