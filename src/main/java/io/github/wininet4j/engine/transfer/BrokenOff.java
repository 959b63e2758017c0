package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.net.CancelledIoException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What broke the data of a transfer off. A read that has data when that happens delivers it; the next one tells the
 * failure, and so does every one after it (R-READ-7). A wait that took too long, or that somebody has ended, is told at
 * once (R-READ-15, R-PROJ-CALL-1).
 */
public final class BrokenOff {
    private @Nullable Exception failure;

    /** Creates it for data that is whole so far. */
    public BrokenOff() {}

    /** Returns whether no more data comes because something failed. */
    public boolean isKnown() {
        return failure != null;
    }

    /**
     * Keeps what failed.
     *
     * @param met an IOException or a WinInetFailure
     */
    public void keep(Exception met) {
        failure = met;
    }

    /**
     * Keeps what failed, and throws it if it is to be told at once.
     *
     * @param met an IOException or a WinInetFailure
     * @param hasData whether the read that met it has data to deliver
     * @throws IOException what failed
     */
    public void meet(Exception met, boolean hasData) throws IOException {
        keep(met);
        if (!hasData || met instanceof SocketTimeoutException || met instanceof CancelledIoException) {
            tell();
        }
    }

    /**
     * Tells what has failed, if anything has.
     *
     * @throws IOException what failed
     */
    public void tell() throws IOException {
        if (failure instanceof IOException network) {
            throw network;
        }
        if (failure instanceof RuntimeException refusal) {
            throw refusal;
        }
    }
}
