package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The HTTP functions of ANSI callers. */
final class AnsiHttpApi implements AnsiHttpFunctions {
    private static final int TYPED = HttpQuery.HTTP_QUERY_FLAG_NUMBER
            | HttpQuery.HTTP_QUERY_FLAG_NUMBER64
            | HttpQuery.HTTP_QUERY_FLAG_SYSTEMTIME;

    /** Characters that hold the largest typed answer, a SYSTEMTIME. */
    private static final int TYPED_CHARACTERS = 8;

    private static final int FIRST_TRY = 256;

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    AnsiHttpApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
    }

    @Override
    public @Nullable HINTERNET HttpOpenRequestA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszVerb,
            byte @Nullable [] lpszObjectName,
            byte @Nullable [] lpszVersion,
            byte @Nullable [] lpszReferrer,
            byte @Nullable [] @Nullable [] lplpszAcceptTypes,
            int dwFlags,
            long dwContext) {
        return wide.HttpOpenRequest(
                hConnect,
                AnsiText.header(lpszVerb),
                text.target(lpszObjectName),
                AnsiText.header(lpszVersion),
                AnsiText.header(lpszReferrer),
                lplpszAcceptTypes == null ? null : types(lplpszAcceptTypes),
                dwFlags,
                dwContext);
    }

    private static String[] types(byte[] @Nullable [] types) {
        String[] converted = new String[types.length];
        int count = 0;
        while (count < types.length && types[count] != null) {
            byte[] type = types[count];
            converted[count++] = AnsiText.header(type, AnsiText.length(type, 0));
        }
        return Arrays.copyOf(converted, count);
    }

    @Override
    public boolean HttpAddRequestHeadersA(
            @Nullable HINTERNET hRequest, byte @Nullable [] lpszHeaders, int dwHeadersLength, int dwModifiers) {
        if (lpszHeaders != null && dwHeadersLength == 0) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return wide.HttpAddRequestHeaders(hRequest, AnsiText.header(lpszHeaders), dwHeadersLength, dwModifiers);
    }

    @Override
    public boolean HttpSendRequestA(
            @Nullable HINTERNET hRequest,
            byte @Nullable [] lpszHeaders,
            int dwHeadersLength,
            @Nullable ByteBuffer lpOptional,
            int dwOptionalLength) {
        if (isUnmeasured(lpszHeaders, dwHeadersLength)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return wide.HttpSendRequest(
                hRequest, AnsiText.header(lpszHeaders), dwHeadersLength, lpOptional, dwOptionalLength);
    }

    @Override
    public boolean HttpSendRequestExA(
            @Nullable HINTERNET hRequest,
            @Nullable INTERNET_BUFFERSA lpBuffersIn,
            @Nullable INTERNET_BUFFERSA lpBuffersOut,
            int dwFlags,
            long dwContext) {
        if (lpBuffersIn != null && isUnmeasured(lpBuffersIn.lpcszHeader, lpBuffersIn.dwHeadersLength)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return wide.HttpSendRequestEx(hRequest, wide(lpBuffersIn), wide(lpBuffersOut), dwFlags, dwContext);
    }

    @Override
    public boolean HttpEndRequestA(
            @Nullable HINTERNET hRequest, @Nullable INTERNET_BUFFERSA lpBuffersOut, int dwFlags, long dwContext) {
        return wide.HttpEndRequest(hRequest, wide(lpBuffersOut), dwFlags, dwContext);
    }

    /** The length 0 of an empty text is right; that of any other is not taken for "measure it" here (R-SEND-25). */
    private static boolean isUnmeasured(byte @Nullable [] headers, int length) {
        return headers != null && length == 0 && AnsiText.length(headers, 0) > 0;
    }

    private static @Nullable INTERNET_BUFFERS wide(@Nullable INTERNET_BUFFERSA given) {
        return given == null ? null : given.wide();
    }

    @Override
    public boolean HttpQueryInfoA(
            @Nullable HINTERNET hRequest,
            int dwInfoLevel,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength,
            @Nullable DwordRef lpdwIndex) {
        boolean named = (dwInfoLevel & HttpQuery.HTTP_QUERY_HEADER_MASK) == HttpQuery.HTTP_QUERY_CUSTOM;
        boolean typed = (dwInfoLevel & TYPED) != 0;
        if (lpdwBufferLength == null || (typed && !named) || (named && lpBuffer == null)) {
            // No text of the caller is involved.
            return wide.HttpQueryInfo(hRequest, dwInfoLevel, lpBuffer, lpdwBufferLength, lpdwIndex);
        }
        if (lpBuffer != null && !AnsiBuffers.isWritable(lpBuffer)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        Query query = new Query(hRequest, dwInfoLevel, (ByteBlock) lpBuffer, lpdwBufferLength, lpdwIndex);
        String name = named && query.block != null ? name(query.block) : "";
        return typed ? typed(query, name) : text(query, name);
    }

    /** The arguments of HttpQueryInfoA, the buffer in the form that is left for text. */
    private record Query(
            @Nullable HINTERNET request,
            int level,
            @Nullable ByteBlock block,
            DwordRef length,
            @Nullable DwordRef index) {}

    private static String name(ByteBlock block) {
        byte[] bytes = AnsiBuffers.bytes(block);
        return AnsiText.header(bytes, AnsiText.length(bytes, 0));
    }

    /**
     * A number or time of a header that the buffer named: the memory of the wide buffer is that of the caller's then.
     */
    private boolean typed(Query query, String name) {
        TextBuffer buffer = new TextBuffer(Math.max(name.length() + 1, TYPED_CHARACTERS));
        buffer.set(name);
        query.length.value = AnsiBuffers.room(query.block, query.length);
        boolean done = wide.HttpQueryInfo(query.request, query.level, buffer, query.length, query.index);
        if (done && query.block != null) {
            for (int i = 0; i < query.length.value / Character.BYTES; i++) {
                query.block.buffer().putChar(i * Character.BYTES, buffer.charAt(i));
            }
        }
        return done;
    }

    private boolean text(Query query, String name) {
        int capacity = Math.max(FIRST_TRY, name.length() + 1);
        while (true) {
            TextBuffer buffer = new TextBuffer(capacity);
            buffer.set(name);
            DwordRef length = new DwordRef(buffer.sizeof());
            // The index moves on only if the caller gets the text.
            DwordRef index = query.index == null ? null : new DwordRef(query.index.value);
            if (wide.HttpQueryInfo(query.request, query.level, buffer, length, index)) {
                byte[] bytes = AnsiText.headerBytes(buffer.toString(length.value / Character.BYTES));
                boolean done = buffers.put(bytes, query.block, query.length);
                if (done && index != null && query.index != null) {
                    query.index.value = index.value;
                }
                return done;
            }
            if (wide.GetLastError() != Win32Error.ERROR_INSUFFICIENT_BUFFER || length.value <= buffer.sizeof()) {
                return false;
            }
            capacity = length.value;
        }
    }
}
