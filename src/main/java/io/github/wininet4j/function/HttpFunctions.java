package io.github.wininet4j.function;

import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.HeaderData;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.annotation.TextSize;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** HTTP requests: open, add headers, send, ask for headers. */
public interface HttpFunctions {
    /**
     * Makes a request of a connection. Nothing is sent and nothing pends (R-REQ-1, R-ASYNC-12).
     *
     * @param hConnect an HTTP connection
     * @param lpszVerb the method as it is sent; null for GET
     * @param lpszObjectName path and query; null or empty for {@code /}
     * @param lpszVersion HTTP version; null for the default, and 1.1 at least in any case (R-REQ-4)
     * @param lpszReferrer the Referer header, or null
     * @param lplpszAcceptTypes the types of the Accept header, or null for no header; no null element is needed at the
     *     end
     * @param dwFlags {@code INTERNET_FLAG_*} bits (R-REQ-9); {@link InternetFlag#INTERNET_FLAG_SECURE} does not change
     *     the port. Verbs other than GET and POST get {@code NO_CACHE_WRITE} and {@code RELOAD} (R-REQ-8)
     * @param dwContext the context for callbacks
     * @return the request, or null
     * @see "R-REQ; HttpOpenRequest"
     */
    @Nullable
    HINTERNET HttpOpenRequest(
            @Nullable HINTERNET hConnect,
            @Optional @Nullable String lpszVerb,
            @Optional @Nullable String lpszObjectName,
            @Optional @Nullable String lpszVersion,
            @Optional @Nullable String lpszReferrer,
            @Optional String @Nullable [] lplpszAcceptTypes,
            int dwFlags,
            long dwContext);

    /**
     * Adds, replaces or removes request headers. They stay for later sends of the same request (R-HDR-22); a Cookie
     * header gives way to the cookie jar and Authorization to known credentials (R-HDR-18, R-HDR-20).
     *
     * @param hRequest the request
     * @param lpszHeaders header lines, CR LF between them; to replace or remove, one only (R-HDR-8)
     * @param dwHeadersLength their length in characters, or -1
     * @param dwModifiers {@link io.github.wininet4j.constant.HttpAddReq} bits; REPLACE with an empty value removes
     * @return whether it worked. {@link WinInetError#ERROR_HTTP_HEADER_ALREADY_EXISTS} with ADD_IF_NEW,
     *     {@link WinInetError#ERROR_HTTP_HEADER_NOT_FOUND} with REPLACE alone,
     *     {@link Win32Error#ERROR_INVALID_PARAMETER} to add an empty value
     * @see "R-HDR; HttpAddRequestHeaders"
     */
    boolean HttpAddRequestHeaders(
            @Nullable HINTERNET hRequest,
            @SizedBy(characters = "dwHeadersLength", text = TextSize.EMPTY_IF_ZERO_IN_ANSI) @Nullable
                    String lpszHeaders,
            int dwHeadersLength,
            int dwModifiers);

    /**
     * Sends a request and waits for the head of the answer, following redirects and answering challenges on the way.
     * Any status code is a success (R-SEND-8). May pend; the cache can make it succeed at once without any callback
     * (R-ASYNC-17).
     *
     * @param hRequest the request; it may be sent again when its answer has been read
     * @param lpszHeaders header lines to add, or null
     * @param dwHeadersLength their length in characters; -1 or 0 for all (R-SEND-5)
     * @param lpOptional the body, from the position of the buffer on, or null
     * @param dwOptionalLength its length in bytes, the Content-Length
     * @return whether an answer came. {@link WinInetError#ERROR_INTERNET_NAME_NOT_RESOLVED},
     *     {@link WinInetError#ERROR_INTERNET_CANNOT_CONNECT}, {@link WinInetError#ERROR_INTERNET_TIMEOUT},
     *     {@link WinInetError#ERROR_HTTP_INVALID_SERVER_RESPONSE}, certificate errors (R-TLS-2), or
     *     {@link Win32Error#ERROR_FILE_NOT_FOUND} when only the cache may be used and has nothing (R-SEND-9)
     * @see "R-SEND; HttpSendRequest"
     */
    @CanPend
    boolean HttpSendRequest(
            @Nullable HINTERNET hRequest,
            @Optional @SizedBy(characters = "dwHeadersLength", text = TextSize.EMPTY_IF_ZERO_IN_ANSI) @Nullable
                    String lpszHeaders,
            int dwHeadersLength,
            @In @Optional @SizedBy(bytes = "dwOptionalLength") @Nullable ByteBuffer lpOptional,
            int dwOptionalLength);

    /**
     * Begins a request whose body follows by {@code InternetWriteFile}; {@link #HttpEndRequest} ends it. Done when the
     * headers are sent (R-ASYNC-20). The body is sent as it is written, without chunk framing (R-SENDEX-6). May pend.
     *
     * @param hRequest the request
     * @param lpBuffersIn headers in characters, the first data in bytes and {@code dwBufferTotal}, the Content-Length;
     *     or null
     * @param lpBuffersOut reserved, null
     * @param dwFlags {@code HSR_*} bits or 0 (R-SENDEX-5)
     * @param dwContext ignored; the context of the handle is used (R-CTX-7)
     * @return whether it worked; errors as of {@link #HttpSendRequest}
     * @see "R-SENDEX; HttpSendRequestEx"
     */
    @CanPend
    boolean HttpSendRequestEx(
            @Nullable HINTERNET hRequest,
            @In @Optional @Nullable INTERNET_BUFFERS lpBuffersIn,
            @Reserved @Nullable INTERNET_BUFFERS lpBuffersOut,
            int dwFlags,
            long dwContext);

    /**
     * Ends what {@link #HttpSendRequestEx} began and waits for the head of the answer. May pend.
     *
     * @param hRequest the request
     * @param lpBuffersOut null; else {@link Win32Error#ERROR_INVALID_PARAMETER} (R-SENDEX-8)
     * @param dwFlags reserved, 0
     * @param dwContext reserved, 0
     * @return whether an answer came. {@link WinInetError#ERROR_INTERNET_FORCE_RETRY} asks to begin again with
     *     {@link #HttpSendRequestEx}, since a streamed body cannot be repeated after a challenge (R-SENDEX-9,
     *     R-SENDEX-10); {@link WinInetError#ERROR_INTERNET_OPERATION_CANCELLED} after a failed begin
     * @see "R-SENDEX; HttpEndRequest"
     */
    @CanPend
    boolean HttpEndRequest(
            @Nullable HINTERNET hRequest,
            @Reserved @Nullable INTERNET_BUFFERS lpBuffersOut,
            int dwFlags,
            long dwContext);

    /**
     * Gives a header or a part of the status line, of the last answer if there were redirects (R-QUERY-24).
     *
     * @param hRequest the request
     * @param dwInfoLevel an attribute of {@link io.github.wininet4j.constant.HttpQuery} with modifiers
     * @param lpBuffer receives the value: {@code TextBuffer}, with modifiers {@code DwordRef}, {@code LongRef} or
     *     {@code SYSTEMTIME}, or a {@code ByteBlock}; null asks for the size. For CUSTOM it brings the name of the
     *     header
     * @param lpdwBufferLength in: room in bytes; out: bytes, without the NUL, on failure with it (R-QUERY-2); required
     * @param lpdwIndex which header of that name, from 0; becomes the next one (R-QUERY-6); may be null
     * @return whether it worked. {@link WinInetError#ERROR_HTTP_HEADER_NOT_FOUND},
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}, {@link WinInetError#ERROR_HTTP_INVALID_HEADER} for a value that
     *     is no number, {@link WinInetError#ERROR_HTTP_INVALID_QUERY_REQUEST},
     *     {@link WinInetError#ERROR_INTERNET_INCORRECT_HANDLE_STATE} between begin and end of an upload (R-HANDLE-32)
     * @see "R-QUERY, R-HQ; HttpQueryInfo, Query Info Flags"
     */
    boolean HttpQueryInfo(
            @Nullable HINTERNET hRequest,
            int dwInfoLevel,
            @InOut @Optional @HeaderData("dwInfoLevel") @SizedBy(bytes = "lpdwBufferLength") @Nullable LPVOID lpBuffer,
            @InOut @Nullable DwordRef lpdwBufferLength,
            @InOut @Optional @Nullable DwordRef lpdwIndex);

    /**
     * Tells whether requests to a host that follow HSTS ({@link InternetOption#INTERNET_OPTION_HSTS}) go to https only,
     * since the host has said so, or one above it that spoke for those below. The last error is not used.
     *
     * @param pcwszUrl a URL of the host, http or https
     * @param pfIsHsts receives 1 or 0
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number: {@link Win32Error#ERROR_INVALID_PARAMETER},
     *     {@link WinInetError#ERROR_INTERNET_INVALID_URL}, {@link WinInetError#ERROR_INTERNET_UNRECOGNIZED_SCHEME}
     * @see "R-H2-13, R-PROJ-HSTS-1; declared by the SDK without a page"
     */
    @ReturnsError
    int HttpIsHostHstsEnabled(@Nullable String pcwszUrl, @Out @Nullable DwordRef pfIsHsts);
}
