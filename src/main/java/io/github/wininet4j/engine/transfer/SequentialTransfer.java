package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;

/** Data that can always be read, in its order only: FTP and Gopher know no positions (R-SEEK-3). */
public interface SequentialTransfer extends Transfer {
    @Override
    default void requireReadable() {
        // It always is.
    }

    @Override
    default long seek(long distance, int method, long last) {
        throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
    }
}
