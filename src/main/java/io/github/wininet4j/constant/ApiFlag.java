package io.github.wininet4j.constant;

/**
 * Flags of single calls: whether they may pend, and how requests are sent and read (R-ASYNC-26, R-ASYNC-27).
 */
public final class ApiFlag {
    private ApiFlag() {}

    // Any call
    /** Asks for an asynchronous call; without effect in a synchronous session (R-ASYNC-30). */
    public static final int WININET_API_FLAG_ASYNC = 0x00000001;
    /** Makes one call of an asynchronous session wait. */
    public static final int WININET_API_FLAG_SYNC = 0x00000004;
    /** Takes the context even if it is zero. */
    public static final int WININET_API_FLAG_USE_CONTEXT = 0x00000008;

    // InternetReadFileEx
    /** See {@link #WININET_API_FLAG_ASYNC} (R-ASYNC-28). */
    public static final int IRF_ASYNC = 0x00000001;
    /** See {@link #WININET_API_FLAG_SYNC} (R-ASYNC-29). */
    public static final int IRF_SYNC = 0x00000004;
    /** See {@link #WININET_API_FLAG_USE_CONTEXT}; the same bit as {@link #IRF_NO_WAIT} (R-ASYNC-27). */
    public static final int IRF_USE_CONTEXT = 0x00000008;
    /** Returns what is there instead of filling the buffer (R-READEX-2). */
    public static final int IRF_NO_WAIT = 0x00000008;

    // HttpSendRequestEx and HttpEndRequest
    /** See {@link #WININET_API_FLAG_ASYNC}. */
    public static final int HSR_ASYNC = 0x00000001;
    /** See {@link #WININET_API_FLAG_SYNC}. */
    public static final int HSR_SYNC = 0x00000004;
    /** See {@link #WININET_API_FLAG_USE_CONTEXT}; the same bit as {@link #HSR_INITIATE}. */
    public static final int HSR_USE_CONTEXT = 0x00000008;
    /** Starts a piecewise upload. */
    public static final int HSR_INITIATE = 0x00000008;
    /** The answer goes to a file. */
    public static final int HSR_DOWNLOAD = 0x00000010;
    /** The body is sent in chunks. */
    public static final int HSR_CHUNKED = 0x00000020;
}
