package io.github.wininet4j.constant;

/**
 * Numbers of the WebSocket functions, {@code HTTP_WEB_SOCKET_*} (R-WS-3 to R-WS-5).
 */
public final class HttpWebSocket {
    private HttpWebSocket() {}

    // Which operation a completion belongs to
    /** HttpWebSocketSend. */
    public static final int HTTP_WEB_SOCKET_SEND_OPERATION = 0;
    /** HttpWebSocketReceive. */
    public static final int HTTP_WEB_SOCKET_RECEIVE_OPERATION = 1;
    /** HttpWebSocketClose. */
    public static final int HTTP_WEB_SOCKET_CLOSE_OPERATION = 2;
    /** HttpWebSocketShutdown. */
    public static final int HTTP_WEB_SOCKET_SHUTDOWN_OPERATION = 3;

    // What a buffer holds
    /** Bytes, a whole message or its end. */
    public static final int HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE = 0;
    /** Bytes, more of the message follow. */
    public static final int HTTP_WEB_SOCKET_BINARY_FRAGMENT_TYPE = 1;
    /** Text in UTF-8, a whole message or its end. */
    public static final int HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE = 2;
    /** Text in UTF-8, more of the message follows. A character may be cut. */
    public static final int HTTP_WEB_SOCKET_UTF8_FRAGMENT_TYPE = 3;
    /** Nothing: the server closed. */
    public static final int HTTP_WEB_SOCKET_CLOSE_TYPE = 4;
    /** Up to 125 bytes that the server sends back; for sending only. */
    public static final int HTTP_WEB_SOCKET_PING_TYPE = 5;

    // Why a connection closes (RFC 6455 section 7.4.1)
    /** The purpose is fulfilled. */
    public static final int HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS = 1000;
    /** One side goes away. */
    public static final int HTTP_WEB_SOCKET_ENDPOINT_TERMINATED_CLOSE_STATUS = 1001;
    /** The protocol was broken. */
    public static final int HTTP_WEB_SOCKET_PROTOCOL_ERROR_CLOSE_STATUS = 1002;
    /** Data of a kind that is not accepted. */
    public static final int HTTP_WEB_SOCKET_INVALID_DATA_TYPE_CLOSE_STATUS = 1003;
    /** No status was given; never sent. */
    public static final int HTTP_WEB_SOCKET_EMPTY_CLOSE_STATUS = 1005;
    /** The connection ended without a close frame; never sent. */
    public static final int HTTP_WEB_SOCKET_ABORTED_CLOSE_STATUS = 1006;
    /** Data that does not fit its kind, such as text that is not UTF-8. */
    public static final int HTTP_WEB_SOCKET_INVALID_PAYLOAD_CLOSE_STATUS = 1007;
    /** A message that is against the rules of the server. */
    public static final int HTTP_WEB_SOCKET_POLICY_VIOLATION_CLOSE_STATUS = 1008;
    /** A message that is too large. */
    public static final int HTTP_WEB_SOCKET_MESSAGE_TOO_BIG_CLOSE_STATUS = 1009;
    /** The server lacks an extension. */
    public static final int HTTP_WEB_SOCKET_UNSUPPORTED_EXTENSIONS_CLOSE_STATUS = 1010;
    /** The server met something unexpected. */
    public static final int HTTP_WEB_SOCKET_SERVER_ERROR_CLOSE_STATUS = 1011;
    /** TLS failed; never sent. */
    public static final int HTTP_WEB_SOCKET_SECURE_HANDSHAKE_ERROR_CLOSE_STATUS = 1015;

    // Limits
    /** The longest reason of a close, in bytes. */
    public static final int HTTP_WEB_SOCKET_MAX_CLOSE_REASON_LENGTH = 123;
    /** The shortest keep-alive interval, in milliseconds. */
    public static final int HTTP_WEB_SOCKET_MIN_KEEPALIVE_VALUE = 10_000;
}
