package io.github.wininet4j.cli;

import java.io.IOException;

/**
 * One call of a transfer: what it does, and what follows once it has ended. The constants are the table of all of them.
 * That a call may succeed immediately or pend is not visible here; {@link TransferRun} handles it in one place for all
 * of them (rule 6).
 *
 * @param call makes the call
 * @param next looks at its end
 * @param closes whether it ends with HANDLE_CLOSING, although the call returns TRUE before
 */
record TransferStep(Call call, Next next, boolean closes) {
    static final TransferStep CONNECT = step(Transfer::connect, Transfer::connected);
    static final TransferStep OPEN_REQUEST = step(Transfer::openRequest, Transfer::requestOpened);
    static final TransferStep OPEN_URL = step(Transfer::openUrl, Transfer::urlOpened);
    static final TransferStep SEND = step(Transfer::send, Transfer::responseCame);
    static final TransferStep SEND_HEAD = step(Transfer::sendHead, Transfer::readyToWrite);
    static final TransferStep WRITE = step(Transfer::write, Transfer::written);
    static final TransferStep END_REQUEST = step(Transfer::endRequest, Transfer::requestEnded);
    static final TransferStep READ = step(Transfer::read, Transfer::bytesCame);
    static final TransferStep CLOSE_REQUEST = new TransferStep(Transfer::closeRequest, Transfer::requestClosed, true);
    static final TransferStep CLOSE_CONNECTION =
            new TransferStep(Transfer::closeConnection, Transfer::connectionClosed, true);
    /** Nothing is left to do. */
    static final TransferStep DONE = step(transfer -> 0, (transfer, result) -> done());

    /** Makes a call. */
    @FunctionalInterface
    interface Call {
        /** Returns the value of the call: a handle's number, 1 for TRUE, or 0 for failure. */
        long make(Transfer transfer) throws IOException;
    }

    /** Looks at the end of a call. */
    @FunctionalInterface
    interface Next {
        /** Returns what follows. */
        TransferStep after(Transfer transfer, CallResult result) throws IOException;
    }

    private static TransferStep step(Call call, Next next) {
        return new TransferStep(call, next, false);
    }

    private static TransferStep done() {
        return DONE;
    }
}
