package io.github.wininet4j.cli;

import io.github.wininet4j.cli.Rendezvous.Arrival;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a transfer from step to step. The one place that knows that an asynchronous call has two ways to end: it
 * returns its result, or it returns failure with {@code ERROR_IO_PENDING} and REQUEST_COMPLETE brings the result.
 *
 * <p>A callback only hands the transfer to the program's own threads: the thread that calls back is WinInet's
 * (R-ASYNC-42).
 */
final class TransferRun {
    private final Transfer transfer;
    private final Executor threads;
    private final Runnable atEnd;
    private final Rendezvous completion = new Rendezvous();
    private final Rendezvous closing = new Rendezvous();
    private final AtomicInteger completions = new AtomicInteger();
    private final AtomicInteger strays = new AtomicInteger();
    private int pended;
    private int atOnce;
    private TransferStep step = TransferStep.DONE;

    /**
     * Prepares a run.
     *
     * @param transfer what to do
     * @param threads where to do it
     * @param atEnd called when all is done and both handles have ended
     */
    TransferRun(Transfer transfer, Executor threads, Runnable atEnd) {
        this.transfer = transfer;
        this.threads = threads;
        this.atEnd = atEnd;
    }

    /** Begins on one of the threads. */
    void start() {
        run(() -> step = transfer.begin());
    }

    /** Goes on, on one of the threads. */
    private void run(Runnable first) {
        threads.execute(() -> {
            try {
                first.run();
                go();
            } catch (RuntimeException e) {
                // A defect of this program; without this, the wait for the end would never finish.
                transfer.blame(e.toString());
                atEnd.run();
            }
        });
    }

    /** Takes steps until one has to wait, or all are done. */
    private void go() {
        while (!step.equals(TransferStep.DONE)) {
            CallResult result;
            try {
                result = call();
            } catch (IOException e) {
                step = transfer.fail(e.toString());
                continue;
            }
            if (result == null) {
                return;
            }
            next(result);
        }
        if (strays.get() > 0) {
            transfer.blame(strays + " REQUEST_COMPLETE without a call that pended");
        }
        atEnd.run();
    }

    /** Makes the call of a step; returns null if it has not ended and the callback will go on. */
    private @Nullable CallResult call() throws IOException {
        boolean closes = step.closes();
        Rendezvous meeting = closes ? closing : completion;
        meeting.begin();
        long value;
        try {
            value = step.call().make(transfer);
        } catch (IOException e) {
            // The program's own file failed; no call was made.
            meeting.finish();
            throw e;
        }
        int error = value == 0 ? transfer.wininet().GetLastError() : Win32Error.ERROR_SUCCESS;
        if (closes ? value != 0 : error == Win32Error.ERROR_IO_PENDING) {
            pended += closes ? 0 : 1;
            return meeting.suspend();
        }
        atOnce += closes ? 0 : 1;
        if (!meeting.finish()) {
            strays.incrementAndGet();
        }
        return new CallResult(value, error, false);
    }

    private void next(CallResult result) {
        try {
            step = step.next().after(transfer, result);
        } catch (IOException e) {
            step = transfer.fail(e.toString());
        }
    }

    /** Handles a callback with the context of this transfer. */
    void callback(HINTERNET handle, int status, @Nullable LPVOID info, int length) {
        transfer.trace().status(handle, transfer.context(), status, info, length);
        if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE && info instanceof INTERNET_ASYNC_RESULT async) {
            completions.incrementAndGet();
            arrived(completion, new CallResult(async.dwResult, async.dwError, true));
        } else if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            arrived(closing, new CallResult(1, Win32Error.ERROR_SUCCESS, true));
        }
    }

    private void arrived(Rendezvous meeting, CallResult result) {
        Arrival arrival = meeting.complete(result);
        if (arrival == Arrival.GO_ON) {
            run(() -> next(result));
        } else if (arrival == Arrival.STRAY && meeting == completion) {
            // A handle that ends by itself, after a failed InternetOpenUrl, is no stray.
            strays.incrementAndGet();
        }
    }

    TransferResult result() {
        return transfer.result();
    }

    /** How many calls returned {@code ERROR_IO_PENDING}. */
    int pended() {
        return pended;
    }

    /** How many calls returned their result. */
    int atOnce() {
        return atOnce;
    }

    /** The number of REQUEST_COMPLETE callbacks. */
    int completions() {
        return completions.get();
    }
}
