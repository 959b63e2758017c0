package io.github.wininet4j.function;

import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Port;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gopher, which Windows gave up after Server 2003: since Vista the functions fail, here with
 * {@link WinInetError#ERROR_INTERNET_PROTOCOL_NOT_FOUND} (R-GOPHER-1, R-GOPHER-9), unless the host sets
 * {@link io.github.wininet4j.host.CompatibilitySwitch#GOPHER}.
 */
public interface GopherFunctions {
    /**
     * Makes a locator, the text by which the other functions name an item.
     *
     * @param lpszHost the server
     * @param nServerPort its port; 0 for the default
     * @param lpszDisplayString the text shown for the item, or null
     * @param lpszSelectorString what to ask the server for, or null for its top menu
     * @param dwGopherType {@link GopherType} bits; 0 for {@link GopherType#GOPHER_TYPE_DIRECTORY}
     * @param lpszLocator receives the locator, or null to ask for its length
     * @param lpdwBufferLength in: room in characters; out: characters, with the NUL on
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}
     * @return whether it worked
     * @see "R-GOPHER-2; GopherCreateLocator"
     */
    boolean GopherCreateLocator(
            @Nullable String lpszHost,
            @Port int nServerPort,
            @Optional @Nullable String lpszDisplayString,
            @Optional @Nullable String lpszSelectorString,
            int dwGopherType,
            @Out @Optional @SizedBy(characters = "lpdwBufferLength") @Nullable TextBuffer lpszLocator,
            @InOut @Nullable DwordRef lpdwBufferLength);

    /**
     * Reads the type out of a locator.
     *
     * @param lpszLocator the locator
     * @param lpdwGopherType receives {@link GopherType} bits
     * @return whether it worked; {@link WinInetError#ERROR_GOPHER_INVALID_LOCATOR} for what is no locator
     * @see "R-GOPHER-3; GopherGetLocatorType"
     */
    boolean GopherGetLocatorType(@Nullable String lpszLocator, @Out @Nullable DwordRef lpdwGopherType);

    /**
     * Begins the listing of a menu or of what a search found; {@code InternetFindNextFile} would go on with it.
     *
     * @param hConnect a Gopher connection
     * @param lpszLocator the item, or null for the top menu
     * @param lpszSearchString what to search for on an index server, or null
     * @param lpFindData receives the first entry; may be null
     * @param dwFlags {@code INTERNET_FLAG_*} bits
     * @param dwContext the context for callbacks
     * @return the listing, or null
     * @see "R-GOPHER-4; GopherFindFirstFile"
     */
    @CanPend
    @Nullable
    HINTERNET GopherFindFirstFile(
            @Nullable HINTERNET hConnect,
            @Optional @Nullable String lpszLocator,
            @Optional @Nullable String lpszSearchString,
            @Out @Optional @Nullable GOPHER_FIND_DATA lpFindData,
            int dwFlags,
            long dwContext);

    /**
     * Opens a document.
     *
     * @param hConnect a Gopher connection
     * @param lpszLocator the item
     * @param lpszView the form to have it in, or null for the default
     * @param dwFlags {@code INTERNET_FLAG_*} bits
     * @param dwContext the context for callbacks
     * @return a handle to read from, or null
     * @see "R-GOPHER-5; GopherOpenFile"
     */
    @CanPend
    @Nullable
    HINTERNET GopherOpenFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Optional @Nullable String lpszView,
            int dwFlags,
            long dwContext);

    /**
     * Gives attributes of a Gopher+ item.
     *
     * @param hConnect a Gopher connection
     * @param lpszLocator the item
     * @param lpszAttributeName names of the wanted attributes, or null for all
     * @param lpBuffer receives the attributes
     * @param dwBufferLength its size in bytes, 256 at least
     * @param lpdwCharactersReturned receives how many characters were put there
     * @param lpfnEnumerator receives the attributes one by one instead, or null
     * @param dwContext the context for callbacks
     * @return whether it worked
     * @see "R-GOPHER-6; GopherGetAttribute"
     */
    boolean GopherGetAttribute(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Optional @Nullable String lpszAttributeName,
            @Out @Optional @SizedBy(bytes = "dwBufferLength") @Nullable ByteBuffer lpBuffer,
            int dwBufferLength,
            @Out @Nullable DwordRef lpdwCharactersReturned,
            @Optional @Nullable GopherAttributeEnumerator lpfnEnumerator,
            long dwContext);
}
