package io.github.wininet4j.ansi;

import io.github.wininet4j.function.GopherFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@link GopherFunctions} over bytes. Windows retired Gopher, and so every call fails (R-GOPHER-1). */
public interface AnsiGopherFunctions {
    /**
     * As {@link GopherFunctions#GopherCreateLocator}.
     *
     * @param lpszHost host name
     * @param nServerPort port, or 0
     * @param lpszDisplayString text for the user, or null
     * @param lpszSelectorString the item, or null
     * @param dwGopherType as there
     * @param lpszLocator receives the locator and its NUL, or null
     * @param lpdwBufferLength in: room in bytes; out: bytes
     * @return whether it worked
     * @see "R-GOPHER-2; GopherCreateLocator"
     */
    boolean GopherCreateLocatorA(
            byte @Nullable [] lpszHost,
            int nServerPort,
            byte @Nullable [] lpszDisplayString,
            byte @Nullable [] lpszSelectorString,
            int dwGopherType,
            byte @Nullable [] lpszLocator,
            @Nullable DwordRef lpdwBufferLength);

    /**
     * As {@link GopherFunctions#GopherGetLocatorType}.
     *
     * @param lpszLocator the locator
     * @param lpdwGopherType receives the type
     * @return whether it worked
     * @see "R-GOPHER-3; GopherGetLocatorType"
     */
    boolean GopherGetLocatorTypeA(byte @Nullable [] lpszLocator, @Nullable DwordRef lpdwGopherType);

    /**
     * As {@link GopherFunctions#GopherFindFirstFile}.
     *
     * @param hConnect a Gopher connection
     * @param lpszLocator the locator, or null
     * @param lpszSearchString what to search for, or null
     * @param lpFindData receives the first item, or null
     * @param dwFlags as there
     * @param dwContext as there
     * @return the enumeration, or null
     * @see "R-GOPHER-4; GopherFindFirstFile"
     */
    @Nullable
    HINTERNET GopherFindFirstFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocator,
            byte @Nullable [] lpszSearchString,
            @Nullable GOPHER_FIND_DATAA lpFindData,
            int dwFlags,
            long dwContext);

    /**
     * As {@link GopherFunctions#GopherOpenFile}.
     *
     * @param hConnect a Gopher connection
     * @param lpszLocator the locator
     * @param lpszView the view, or null
     * @param dwFlags as there
     * @param dwContext as there
     * @return the file, or null
     * @see "R-GOPHER-5; GopherOpenFile"
     */
    @Nullable
    HINTERNET GopherOpenFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocator,
            byte @Nullable [] lpszView,
            int dwFlags,
            long dwContext);

    /**
     * As {@link GopherFunctions#GopherGetAttribute}.
     *
     * @param hConnect a Gopher connection
     * @param lpszLocator the locator
     * @param lpszAttributeName the attribute, or null for all
     * @param lpBuffer receives the attributes
     * @param dwBufferLength its size in bytes
     * @param lpdwCharactersReturned receives the count
     * @param lpfnEnumerator receives the attributes one by one, or null
     * @param dwContext as there
     * @return whether it worked
     * @see "R-GOPHER-6; GopherGetAttribute"
     */
    boolean GopherGetAttributeA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocator,
            byte @Nullable [] lpszAttributeName,
            @Nullable ByteBuffer lpBuffer,
            int dwBufferLength,
            @Nullable DwordRef lpdwCharactersReturned,
            @Nullable GopherAttributeEnumerator lpfnEnumerator,
            long dwContext);
}
