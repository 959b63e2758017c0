package io.github.wininet4j.type;

/** What {@code INTERNET_STATUS_REQUEST_COMPLETE} carries (R-ASYNC-36 to R-ASYNC-40). */
public sealed class INTERNET_ASYNC_RESULT implements Structure permits HTTP_WEB_SOCKET_ASYNC_RESULT {
    /**
     * The return value of the function that pended: a handle's number, or 1 and 0 for {@code TRUE} and {@code FALSE}.
     */
    public long dwResult;

    /**
     * The error of the operation, or 0; for {@code InternetQueryDataAvailable} the number of bytes available
     * (R-ASYNC-40).
     */
    public int dwError;

    /** Creates a result of zeros. */
    public INTERNET_ASYNC_RESULT() {}

    /**
     * Creates a result.
     *
     * @param dwResult the return value
     * @param dwError the error
     */
    public INTERNET_ASYNC_RESULT(long dwResult, int dwError) {
        this.dwResult = dwResult;
        this.dwError = dwError;
    }

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
