package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface HttpFunctions {
    /** TODO-DOC */
    @Nullable
    HINTERNET HttpOpenRequest(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszVerb,
            @Nullable String lpszObjectName,
            @Nullable String lpszVersion,
            @Nullable String lpszReferrer,
            String @Nullable [] lplpszAcceptTypes,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean HttpAddRequestHeaders(
            @Nullable HINTERNET hRequest, @Nullable String lpszHeaders, int dwHeadersLength, int dwModifiers);

    /** TODO-DOC */
    boolean HttpSendRequest(
            @Nullable HINTERNET hRequest,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            @Nullable ByteBuffer lpOptional,
            int dwOptionalLength);

    /** TODO-DOC */
    boolean HttpSendRequestEx(
            @Nullable HINTERNET hRequest,
            @Nullable INTERNET_BUFFERS lpBuffersIn,
            @Nullable INTERNET_BUFFERS lpBuffersOut,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean HttpEndRequest(
            @Nullable HINTERNET hRequest, @Nullable INTERNET_BUFFERS lpBuffersOut, int dwFlags, long dwContext);

    /** TODO-DOC */
    boolean HttpQueryInfo(
            @Nullable HINTERNET hRequest,
            int dwInfoLevel,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength,
            @Nullable DwordRef lpdwIndex);
}
