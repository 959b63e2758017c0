package io.github.wininet4j.function;

import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.annotation.Word;
import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WordRef;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket on an upgraded request. Microsoft documents names and shapes only; what the functions do is modelled on the
 * WinHTTP functions of the same names (R-WS-6). A completion carries {@code HTTP_WEB_SOCKET_ASYNC_RESULT}.
 */
public interface WebSocketFunctions {
    /**
     * Makes a WebSocket of a request that was sent after
     * {@link io.github.wininet4j.constant.UndocumentedOption#INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET} was set on it and
     * that was answered with 101. The request's handle may be closed then (R-PROJ-WS-1). Never pends.
     *
     * @param hRequest the request
     * @param dwContext the context for callbacks of the new handle
     * @return the WebSocket, a child of the request's connection, or null.
     *     {@link WinInetError#ERROR_INTERNET_INCORRECT_HANDLE_STATE} if there is no upgraded connection, or no more
     * @see "R-WS-1; WinHttpWebSocketCompleteUpgrade"
     */
    @Nullable
    HINTERNET HttpWebSocketCompleteUpgrade(@Nullable HINTERNET hRequest, long dwContext);

    /**
     * Sends a message or a part of one. May pend; one send at a time, beside receives.
     *
     * @param hWebSocket the WebSocket
     * @param BufferType an {@code HTTP_WEB_SOCKET_*_TYPE} value of {@link HttpWebSocket}, but not CLOSE. Fragments keep
     *     the kind of the message that they began
     * @param pvBuffer the data, from the position of the buffer on, or null if there is none
     * @param dwBufferLength its length in bytes
     * @return whether it was sent. {@link Win32Error#ERROR_INVALID_PARAMETER} for another type, text that is not UTF-8
     *     or a ping of more than 125 bytes; {@link Win32Error#ERROR_INVALID_OPERATION} while another send or a close
     *     pends, and after a shutdown or close
     * @see "R-WS-2, R-WS-3, R-PROJ-WS-4; WinHttpWebSocketSend"
     */
    @CanPend
    boolean HttpWebSocketSend(
            @Nullable HINTERNET hWebSocket,
            int BufferType,
            @In @Optional @SizedBy(bytes = "dwBufferLength") @Nullable ByteBuffer pvBuffer,
            int dwBufferLength);

    /**
     * Receives data up to the end of a frame or of the buffer, or the close of the server; answers pings on the way. It
     * waits as long as it takes. May pend; one receive at a time, beside sends.
     *
     * @param hWebSocket the WebSocket
     * @param pvBuffer receives the data, from its position on; position and limit stay
     * @param dwBufferLength its size in bytes, not 0
     * @param pdwBytesRead receives how many bytes there are; set to 0 first
     * @param pBufferType receives an {@code HTTP_WEB_SOCKET_*_TYPE} value: a fragment as long as the message goes on
     * @return whether something came. {@link Win32Error#ERROR_INVALID_OPERATION} while another receive pends, and after
     *     the close of the server; {@link WinInetError#ERROR_HTTP_INVALID_SERVER_RESPONSE} for a breach of protocol;
     *     {@link WinInetError#ERROR_INTERNET_CONNECTION_ABORTED} if the connection ends without a close
     * @see "R-WS-7, R-PROJ-WS-2, R-PROJ-WS-3; WinHttpWebSocketReceive"
     */
    @CanPend(beside = true)
    boolean HttpWebSocketReceive(
            @Nullable HINTERNET hWebSocket,
            @Out @SizedBy(bytes = "dwBufferLength") @Nullable ByteBuffer pvBuffer,
            int dwBufferLength,
            @Out @Nullable DwordRef pdwBytesRead,
            @Out @Nullable DwordRef pBufferType);

    /**
     * Sends the close of this side; receiving goes on. May pend.
     *
     * @param hWebSocket the WebSocket
     * @param usStatus why, an {@code HTTP_WEB_SOCKET_*_CLOSE_STATUS} value or one of 3000 to 4999; EMPTY sends none
     * @param pvReason a text in UTF-8, or null
     * @param dwReasonLength its length in bytes, at most 123
     * @return whether it was sent. {@link Win32Error#ERROR_INVALID_PARAMETER} for a status that may not be sent or a
     *     reason that is too long; {@link Win32Error#ERROR_INVALID_OPERATION} while a send pends or if sent before
     * @see "R-WS-7, R-WS-8; WinHttpWebSocketShutdown"
     */
    @CanPend
    boolean HttpWebSocketShutdown(
            @Nullable HINTERNET hWebSocket,
            @Word int usStatus,
            @In @Optional @SizedBy(bytes = "dwReasonLength") @Nullable ByteBuffer pvReason,
            int dwReasonLength);

    /**
     * Closes both sides: sends the close unless that was done, drops what still comes until the server's is there, and
     * ends the connection. The handle stays, for {@link #HttpWebSocketQueryCloseStatus}. May pend.
     *
     * @param hWebSocket the WebSocket
     * @param usStatus why, as of {@link #HttpWebSocketShutdown}
     * @param pvReason a text in UTF-8, or null
     * @param dwReasonLength its length in bytes, at most 123
     * @return whether both sides closed; errors as of {@link #HttpWebSocketShutdown}, and
     *     {@link WinInetError#ERROR_INTERNET_TIMEOUT} after
     *     {@link io.github.wininet4j.constant.UndocumentedOption#INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT}. The
     *     connection is gone in either case
     * @see "R-WS-7, R-WS-8, R-PROJ-WS-5; WinHttpWebSocketClose"
     */
    @CanPend
    boolean HttpWebSocketClose(
            @Nullable HINTERNET hWebSocket,
            @Word int usStatus,
            @In @Optional @SizedBy(bytes = "dwReasonLength") @Nullable ByteBuffer pvReason,
            int dwReasonLength);

    /**
     * Tells why the server closed.
     *
     * @param hWebSocket the WebSocket
     * @param pusStatus receives the status; EMPTY if the server gave none
     * @param pvReason receives the text in UTF-8; null with 0 asks for its length
     * @param dwReasonLength the size of the memory in bytes; 123 are always enough
     * @param pdwReasonLengthConsumed receives the length of the text in bytes
     * @return whether it is known. {@link Win32Error#ERROR_INVALID_OPERATION} before the server closed,
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @see "R-WS-8; WinHttpWebSocketQueryCloseStatus"
     */
    boolean HttpWebSocketQueryCloseStatus(
            @Nullable HINTERNET hWebSocket,
            @Out @Nullable WordRef pusStatus,
            @Out @Optional @SizedBy(bytes = "dwReasonLength") @Nullable ByteBuffer pvReason,
            int dwReasonLength,
            @Out @Nullable DwordRef pdwReasonLengthConsumed);
}
