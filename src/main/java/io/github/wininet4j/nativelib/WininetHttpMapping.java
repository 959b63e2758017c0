package io.github.wininet4j.nativelib;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.github.wininet4j.nativelib.WininetMapping.InternetBuffers;
import org.jspecify.annotations.Nullable;

/** The part of {@link WininetMapping} for HTTP. */
@SuppressWarnings("exports")
public interface WininetHttpMapping extends Library {
    /**
     * Makes a request.
     *
     * @param hConnect a connection
     * @param lpszVerb the method, or null for GET
     * @param lpszObjectName path and query
     * @param lpszVersion the version, or null
     * @param lpszReferrer the referrer, or null
     * @param lplpszAcceptTypes what is accepted, or null
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return null, or a handle
     */
    @Nullable
    Pointer HttpOpenRequest(
            Pointer hConnect,
            @Nullable String lpszVerb,
            @Nullable String lpszObjectName,
            @Nullable String lpszVersion,
            @Nullable String lpszReferrer,
            String @Nullable [] lplpszAcceptTypes,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Changes the headers of a request.
     *
     * @param hRequest a request
     * @param lpszHeaders headers, or null
     * @param dwHeadersLength characters of the headers, or -1
     * @param dwModifiers {@code HTTP_ADDREQ_FLAG_*} flags
     * @return whether it has worked
     */
    boolean HttpAddRequestHeaders(Pointer hRequest, @Nullable String lpszHeaders, int dwHeadersLength, int dwModifiers);

    /**
     * Sends a request.
     *
     * @param hRequest a request
     * @param lpszHeaders headers, or null
     * @param dwHeadersLength characters of the headers, or -1
     * @param lpOptional the body, or null
     * @param dwOptionalLength bytes of the body
     * @return whether it has worked
     */
    boolean HttpSendRequest(
            Pointer hRequest,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            @Nullable Pointer lpOptional,
            int dwOptionalLength);

    /**
     * Sends a request whose body follows.
     *
     * @param hRequest a request
     * @param lpBuffersIn headers and the length of the body, or null
     * @param lpBuffersOut the buffers, or null
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return whether it has worked
     */
    boolean HttpSendRequestEx(
            Pointer hRequest,
            @Nullable InternetBuffers lpBuffersIn,
            @Nullable InternetBuffers lpBuffersOut,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Ends a request that was sent in parts.
     *
     * @param hRequest a request
     * @param lpBuffersOut the buffers, or null
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return whether it has worked
     */
    boolean HttpEndRequest(
            Pointer hRequest, @Nullable InternetBuffers lpBuffersOut, int dwFlags, @Nullable Pointer dwContext);

    /**
     * Queries a header, or more of an answer.
     *
     * @param hRequest a request
     * @param dwInfoLevel an {@code HTTP_QUERY_*} value with flags
     * @param lpBuffer the data
     * @param lpdwBufferLength the size of the buffer; receives that of the value
     * @param lpdwIndex which of several headers, or null
     * @return whether it has worked
     */
    boolean HttpQueryInfo(
            Pointer hRequest,
            int dwInfoLevel,
            @Nullable Pointer lpBuffer,
            IntByReference lpdwBufferLength,
            @Nullable IntByReference lpdwIndex);
}
