package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface GopherFunctions {
    /** TODO-DOC */
    boolean GopherCreateLocator(
            @Nullable String lpszHost,
            int nServerPort,
            @Nullable String lpszDisplayString,
            @Nullable String lpszSelectorString,
            int dwGopherType,
            @Nullable TextBuffer lpszLocator,
            @Nullable DwordRef lpdwBufferLength);

    /** TODO-DOC */
    boolean GopherGetLocatorType(@Nullable String lpszLocator, @Nullable DwordRef lpdwGopherType);

    /** TODO-DOC */
    @Nullable
    HINTERNET GopherFindFirstFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Nullable String lpszSearchString,
            @Nullable GOPHER_FIND_DATA lpFindData,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    @Nullable
    HINTERNET GopherOpenFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Nullable String lpszView,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean GopherGetAttribute(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocator,
            @Nullable String lpszAttributeName,
            @Nullable ByteBuffer lpBuffer,
            int dwBufferLength,
            @Nullable DwordRef lpdwCharactersReturned,
            @Nullable GopherAttributeEnumerator lpfnEnumerator,
            long dwContext);
}
