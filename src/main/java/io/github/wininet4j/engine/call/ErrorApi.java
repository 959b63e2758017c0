package io.github.wininet4j.engine.call;

import io.github.wininet4j.function.ErrorFunctions;

/** The last error of the calling thread. */
final class ErrorApi implements ErrorFunctions {
    private final ThreadState.Table threads;

    ErrorApi(ThreadState.Table threads) {
        this.threads = threads;
    }

    @Override
    public int GetLastError() {
        return threads.current().lastError;
    }

    @Override
    public void SetLastError(int dwErrCode) {
        threads.current().lastError = dwErrCode;
    }
}
