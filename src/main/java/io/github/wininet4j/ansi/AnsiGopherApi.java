package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The Gopher functions of ANSI callers. */
final class AnsiGopherApi implements AnsiGopherFunctions {
    /** No item has more to tell. */
    private static final int LARGEST = 1 << 26;

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;
    private final AnsiCallbacks callbacks;

    AnsiGopherApi(WinInet wide, AnsiText text, AnsiBuffers buffers, AnsiCallbacks callbacks) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
        this.callbacks = callbacks;
    }

    @Override
    public boolean GopherCreateLocatorA(
            byte @Nullable [] lpszHost,
            int nServerPort,
            byte @Nullable [] lpszDisplayString,
            byte @Nullable [] lpszSelectorString,
            int dwGopherType,
            byte @Nullable [] lpszLocator,
            @Nullable DwordRef lpdwBufferLength) {
        String host = text.text(lpszHost);
        String display = text.text(lpszDisplayString);
        String selector = text.text(lpszSelectorString);
        return buffers.answer(
                (buffer, length) ->
                        wide.GopherCreateLocator(host, nServerPort, display, selector, dwGopherType, buffer, length),
                text::bytes,
                lpszLocator,
                lpdwBufferLength);
    }

    @Override
    public boolean GopherGetLocatorTypeA(byte @Nullable [] lpszLocator, @Nullable DwordRef lpdwGopherType) {
        return wide.GopherGetLocatorType(text.text(lpszLocator), lpdwGopherType);
    }

    @Override
    public @Nullable HINTERNET GopherFindFirstFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocator,
            byte @Nullable [] lpszSearchString,
            @Nullable GOPHER_FIND_DATAA lpFindData,
            int dwFlags,
            long dwContext) {
        String locator = text.text(lpszLocator);
        String search = text.text(lpszSearchString);
        if (lpFindData == null) {
            return wide.GopherFindFirstFile(hConnect, locator, search, null, dwFlags, dwContext);
        }
        GOPHER_FIND_DATA found = new GOPHER_FIND_DATA();
        HandleRef result = new HandleRef();
        callbacks.run(
                hConnect,
                () -> {
                    result.value = wide.GopherFindFirstFile(hConnect, locator, search, found, dwFlags, dwContext);
                    return result.value != null;
                },
                () -> {
                    lpFindData.take(found, text);
                    return 0;
                });
        return result.value;
    }

    @Override
    public @Nullable HINTERNET GopherOpenFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocator,
            byte @Nullable [] lpszView,
            int dwFlags,
            long dwContext) {
        return wide.GopherOpenFile(hConnect, text.text(lpszLocator), text.text(lpszView), dwFlags, dwContext);
    }

    @Override
    public boolean GopherGetAttributeA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocator,
            byte @Nullable [] lpszAttributeName,
            @Nullable ByteBuffer lpBuffer,
            int dwBufferLength,
            @Nullable DwordRef lpdwCharactersReturned,
            @Nullable GopherAttributeEnumerator lpfnEnumerator,
            long dwContext) {
        String locator = text.text(lpszLocator);
        String names = text.text(lpszAttributeName);
        boolean fits = lpBuffer != null && dwBufferLength >= 0 && dwBufferLength <= LARGEST;
        if (lpBuffer == null || lpdwCharactersReturned == null || !fits || dwBufferLength > lpBuffer.remaining()) {
            return wide.GopherGetAttribute(
                    hConnect,
                    locator,
                    names,
                    lpBuffer,
                    dwBufferLength,
                    lpdwCharactersReturned,
                    lpfnEnumerator,
                    dwContext);
        }
        // As many characters take twice as many bytes there; a smaller buffer is as much too small.
        int size = dwBufferLength < GopherType.MIN_GOPHER_ATTRIBUTE_LENGTH ? dwBufferLength : 2 * dwBufferLength;
        ByteBuffer found = ByteBuffer.allocate(size);
        if (!wide.GopherGetAttribute(
                hConnect, locator, names, found, size, lpdwCharactersReturned, lpfnEnumerator, dwContext)) {
            return false;
        }
        if (lpfnEnumerator == null) {
            byte[] bytes = text.bytes(
                    new String(found.array(), 0, 2 * lpdwCharactersReturned.value, StandardCharsets.UTF_16LE));
            lpdwCharactersReturned.value = bytes.length;
            if (bytes.length > dwBufferLength) {
                return buffers.fail(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            }
            lpBuffer.slice().put(bytes);
        }
        return true;
    }
}
