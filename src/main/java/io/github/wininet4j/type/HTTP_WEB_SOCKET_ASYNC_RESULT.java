package io.github.wininet4j.type;

import io.github.wininet4j.constant.HttpWebSocket;
import org.jspecify.annotations.Nullable;

/** What {@code INTERNET_STATUS_REQUEST_COMPLETE} carries on the handle of a WebSocket (R-WS-4). */
public final class HTTP_WEB_SOCKET_ASYNC_RESULT extends INTERNET_ASYNC_RESULT {
    /** Which operation: an {@code HTTP_WEB_SOCKET_*_OPERATION} value. */
    public int Operation;

    /** What was sent or received: an {@code HTTP_WEB_SOCKET_*_TYPE} value. */
    public int BufferType;

    /** How many bytes were sent or received. */
    public int dwBytesTransferred;

    /** Creates a result of zeros. */
    public HTTP_WEB_SOCKET_ASYNC_RESULT() {}

    /**
     * Creates a result.
     *
     * @param dwResult the return value
     * @param dwError the error
     * @param ended which operation
     * @param carried what was sent or received
     * @param bytes how many bytes
     */
    public HTTP_WEB_SOCKET_ASYNC_RESULT(long dwResult, int dwError, int ended, int carried, int bytes) {
        super(dwResult, dwError);
        this.Operation = ended;
        this.BufferType = carried;
        this.dwBytesTransferred = bytes;
    }

    /**
     * Tells completions of receives, which run beside the other operations of a handle, from all others.
     *
     * @param payload what a completion carries
     * @return true for a receive
     */
    public static boolean isOfReceive(@Nullable LPVOID payload) {
        return payload instanceof HTTP_WEB_SOCKET_ASYNC_RESULT result
                && result.Operation == HttpWebSocket.HTTP_WEB_SOCKET_RECEIVE_OPERATION;
    }

    @Override
    public int sizeof() {
        return 32;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
