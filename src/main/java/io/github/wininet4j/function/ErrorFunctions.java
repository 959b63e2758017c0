package io.github.wininet4j.function;

/** The calling thread's last error; kernel32's functions, which every WinInet caller needs (R-GEN-2, R-GEN-19). */
public interface ErrorFunctions {
    /**
     * Returns the calling thread's last error.
     *
     * @return a Win32 or {@code ERROR_INTERNET_*} code; meaningful after a call that failed (R-GEN-20)
     * @see "R-GEN-2, R-GEN-20; Handling Errors"
     */
    int GetLastError();

    /**
     * Sets the calling thread's last error.
     *
     * @param dwErrCode the code
     * @see "R-GEN-19"
     */
    void SetLastError(int dwErrCode);
}
