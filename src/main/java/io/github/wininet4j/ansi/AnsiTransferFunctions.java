package io.github.wininet4j.ansi;

import io.github.wininet4j.function.TransferFunctions;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** {@link TransferFunctions} over bytes: the functions that carry text. The others work on the handles of both. */
public interface AnsiTransferFunctions {
    /**
     * As {@link TransferFunctions#InternetOpenUrl}. The host is read in the code page; path and query of an http or
     * https URL go out byte for byte (R-WIRE-9, R-WIRE-10).
     *
     * @param hInternet the session
     * @param lpszUrl the URL
     * @param lpszHeaders header lines, ISO-8859-1, or null
     * @param dwHeadersLength their length in bytes; -1 for the whole text
     * @param dwFlags as there
     * @param dwContext as there
     * @return the open resource, or null; may pend
     * @see "R-URLOPEN; InternetOpenUrl"
     */
    @Nullable
    HINTERNET InternetOpenUrlA(
            @Nullable HINTERNET hInternet,
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            long dwContext);

    /**
     * As {@link TransferFunctions#InternetReadFileEx}. If the read pends, the data arrives in the buffer and the count
     * in the structure before the callback is notified, provided that the callback was set by
     * InternetSetStatusCallbackA.
     *
     * @param hFile the handle to read
     * @param lpBuffersOut buffer and size in bytes; receives the count (R-READEX-5)
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether it worked; may pend
     * @see "R-READEX; InternetReadFileEx"
     */
    boolean InternetReadFileExA(
            @Nullable HINTERNET hFile, @Nullable INTERNET_BUFFERSA lpBuffersOut, int dwFlags, long dwContext);

    /**
     * As {@link TransferFunctions#InternetFindNextFile}. If it pends, the structure is filled before a callback that
     * was set by InternetSetStatusCallbackA is notified.
     *
     * @param hFind the enumeration
     * @param lpvFindData a {@link WIN32_FIND_DATAA} or {@link GOPHER_FIND_DATAA}
     * @return whether there was another entry; may pend
     * @see "R-NEXT; InternetFindNextFile"
     */
    boolean InternetFindNextFileA(@Nullable HINTERNET hFind, @Nullable LPVOID lpvFindData);
}
