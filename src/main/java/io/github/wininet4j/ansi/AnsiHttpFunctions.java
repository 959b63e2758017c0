package io.github.wininet4j.ansi;

import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link HttpFunctions} over bytes. Header text is ISO-8859-1, whatever the code page is (R-GEN-14). */
public interface AnsiHttpFunctions {
    /**
     * As {@link HttpFunctions#HttpOpenRequest}. The object name goes out byte for byte, except for spaces and dot
     * segments (R-WIRE-10).
     *
     * @param hConnect an HTTP connection
     * @param lpszVerb the method, or null
     * @param lpszObjectName path and query, or null
     * @param lpszVersion HTTP version, or null
     * @param lpszReferrer the Referer header, ISO-8859-1, or null
     * @param lplpszAcceptTypes the types of the Accept header, or null; ends at a null element or at its end
     * @param dwFlags as there
     * @param dwContext as there
     * @return the request, or null
     * @see "R-REQ; HttpOpenRequest"
     */
    @Nullable
    HINTERNET HttpOpenRequestA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszVerb,
            byte @Nullable [] lpszObjectName,
            byte @Nullable [] lpszVersion,
            byte @Nullable [] lpszReferrer,
            byte @Nullable [] @Nullable [] lplpszAcceptTypes,
            int dwFlags,
            long dwContext);

    /**
     * As {@link HttpFunctions#HttpAddRequestHeaders}, but length 0 with headers is {@code ERROR_INVALID_PARAMETER}
     * (R-SEND-5).
     *
     * @param hRequest the request
     * @param lpszHeaders header lines, ISO-8859-1
     * @param dwHeadersLength their length in bytes, or -1
     * @param dwModifiers as there
     * @return whether it worked
     * @see "R-HDR; HttpAddRequestHeaders"
     */
    boolean HttpAddRequestHeadersA(
            @Nullable HINTERNET hRequest, byte @Nullable [] lpszHeaders, int dwHeadersLength, int dwModifiers);

    /**
     * As {@link HttpFunctions#HttpSendRequest}, but length 0 with headers is {@code ERROR_INVALID_PARAMETER}, while the
     * wide function counts for itself (R-SEND-5).
     *
     * @param hRequest the request
     * @param lpszHeaders header lines, ISO-8859-1, or null
     * @param dwHeadersLength their length in bytes, or -1
     * @param lpOptional the body, or null
     * @param dwOptionalLength its length in bytes
     * @return whether an answer came; may pend
     * @see "R-SEND; HttpSendRequest"
     */
    boolean HttpSendRequestA(
            @Nullable HINTERNET hRequest,
            byte @Nullable [] lpszHeaders,
            int dwHeadersLength,
            @Nullable ByteBuffer lpOptional,
            int dwOptionalLength);

    /**
     * As {@link HttpFunctions#HttpSendRequestEx}, but length 0 with headers is {@code ERROR_INVALID_PARAMETER}
     * (R-SEND-5).
     *
     * @param hRequest the request
     * @param lpBuffersIn headers and first data, or null
     * @param lpBuffersOut null
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether it worked; may pend
     * @see "R-SENDEX; HttpSendRequestEx"
     */
    boolean HttpSendRequestExA(
            @Nullable HINTERNET hRequest,
            @Nullable INTERNET_BUFFERSA lpBuffersIn,
            @Nullable INTERNET_BUFFERSA lpBuffersOut,
            int dwFlags,
            long dwContext);

    /**
     * As {@link HttpFunctions#HttpEndRequest}.
     *
     * @param hRequest the request
     * @param lpBuffersOut null
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether an answer came; may pend
     * @see "R-SENDEX-8; HttpEndRequest"
     */
    boolean HttpEndRequestA(
            @Nullable HINTERNET hRequest, @Nullable INTERNET_BUFFERSA lpBuffersOut, int dwFlags, long dwContext);

    /**
     * As {@link HttpFunctions#HttpQueryInfo}. Text is ISO-8859-1; lengths are bytes for both outcomes, without the NUL
     * on success (R-QUERY-2, R-QUERY-3). A null buffer asks for the size, whatever the length says (R-QUERY-4).
     *
     * @param hRequest the request
     * @param dwInfoLevel as there
     * @param lpBuffer a {@code ByteBlock} for text, which holds the name for {@code HTTP_QUERY_CUSTOM}; for numbers and
     *     times as there
     * @param lpdwBufferLength in: room in bytes; out: bytes
     * @param lpdwIndex as there
     * @return whether it worked
     * @see "R-QUERY; HttpQueryInfo"
     */
    boolean HttpQueryInfoA(
            @Nullable HINTERNET hRequest,
            int dwInfoLevel,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength,
            @Nullable DwordRef lpdwIndex);
}
