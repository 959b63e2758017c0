package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.AnswerDeadline;
import io.github.wininet4j.engine.net.Watchdog;

/** How long a server may take to begin with a file before the old copy stands in (R-TIMEOUT-11, R-PROJ-CACHE-18). */
final class CopyDeadline {
    private final FtpConnectNode connect;
    private final AnswerDeadline deadline;

    CopyDeadline(FtpConnectNode connect) {
        this.connect = connect;
        this.deadline = new AnswerDeadline(() -> connect.cancellation().cancel());
    }

    void begin(Watchdog watchdog, long millis) {
        deadline.begin(watchdog, millis);
    }

    /** Ends the counting; false if the time was over before. */
    boolean answered() {
        deadline.answered();
        return !deadline.hasExpired();
    }

    /** Whether the time is over, and the caller has not given up. */
    boolean hasExpired() {
        return deadline.hasExpired() && !connect.isClosing();
    }
}
