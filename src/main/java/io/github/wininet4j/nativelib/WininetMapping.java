package io.github.wininet4j.nativelib;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The functions of wininet.dll that programs call most, as a JNA mapping: a start for those who keep a mapping of their
 * own, or extend this one. It has no semantics of its own; after a failure {@link Native#getLastError} has the error.
 *
 * <p>Handles and contexts are pointers. Memory that a function may fill after it has returned, as in an asynchronous
 * session, is a {@link com.sun.jna.Memory} that the program keeps; JNA copies an array back when the call returns.
 *
 * <p>Each method is the W function of its name, or the function that has no two forms.
 */
@SuppressWarnings("exports")
public interface WininetMapping extends WininetHttpMapping, WininetFtpMapping {
    /**
     * Loads the mapping: from the library that the system property {@code wininet4j.library} names, on Windows from
     * wininet.dll, else from {@code native/libwininet.so} beside the jar.
     *
     * @return the mapping
     * @throws IllegalArgumentException if there is no library
     */
    static WininetMapping load() {
        return Native.load(LibraryLocation.require(null), WininetMapping.class, WininetOptions.UNICODE_OPTIONS);
    }

    /** INTERNET_STATUS_CALLBACK. The program keeps it for as long as a handle may call it. */
    interface StatusCallback extends StdCallLibrary.StdCallCallback {
        /**
         * Is told of a status.
         *
         * @param hInternet the handle
         * @param dwContext its context
         * @param dwInternetStatus an {@code INTERNET_STATUS_*} value
         * @param lpvStatusInformation what it carries, for this call only
         * @param dwStatusInformationLength its size
         */
        void callback(
                @Nullable Pointer hInternet,
                @Nullable Pointer dwContext,
                int dwInternetStatus,
                @Nullable Pointer lpvStatusInformation,
                int dwStatusInformationLength);
    }

    /** What {@code INTERNET_STATUS_REQUEST_COMPLETE} and {@code INTERNET_STATUS_HANDLE_CREATED} carry. */
    @FieldOrder({"dwResult", "dwError"})
    class AsyncResult extends Structure {
        /** A handle, or the BOOL of the call. */
        public @Nullable Pointer dwResult;

        /** The error, if the call has failed. */
        public int dwError;

        /** Makes an empty one. */
        public AsyncResult() {}

        /**
         * Reads one.
         *
         * @param information what the callback was given
         */
        public AsyncResult(Pointer information) {
            super(information);
            read();
        }
    }

    /** INTERNET_BUFFERSW. */
    @FieldOrder({
        "dwStructSize",
        "Next",
        "lpcszHeader",
        "dwHeadersLength",
        "dwHeadersTotal",
        "lpvBuffer",
        "dwBufferLength",
        "dwBufferTotal",
        "dwOffsetLow",
        "dwOffsetHigh"
    })
    class InternetBuffers extends Structure {
        /** Size of the structure. */
        public int dwStructSize = size();

        /** The next one, or null. */
        public @Nullable Pointer Next;

        /** Headers, or null. */
        public @Nullable String lpcszHeader;

        /** Characters of the headers, or -1. */
        public int dwHeadersLength;

        /** Not used. */
        public int dwHeadersTotal;

        /** The data. */
        public @Nullable Pointer lpvBuffer;

        /** Bytes of the data. */
        public int dwBufferLength;

        /** Bytes of the whole body. */
        public int dwBufferTotal;

        /** Not used. */
        public int dwOffsetLow;

        /** Not used. */
        public int dwOffsetHigh;

        /** Makes an empty one. */
        public InternetBuffers() {
            super(WininetOptions.typeMapper());
        }
    }

    /**
     * Opens a session.
     *
     * @param lpszAgent the user agent
     * @param dwAccessType an {@code INTERNET_OPEN_TYPE_*} value
     * @param lpszProxy the proxies, or null
     * @param lpszProxyBypass hosts without proxy, or null
     * @param dwFlags flags
     * @return null, or a handle
     */
    @Nullable
    Pointer InternetOpen(
            @Nullable String lpszAgent,
            int dwAccessType,
            @Nullable String lpszProxy,
            @Nullable String lpszProxyBypass,
            int dwFlags);

    /**
     * Opens a connection.
     *
     * @param hInternet a handle
     * @param lpszServerName the host
     * @param nServerPort the port
     * @param lpszUserName the user, or null
     * @param lpszPassword the password, or null
     * @param dwService an {@code INTERNET_SERVICE_*} value
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return null, or a handle
     */
    @Nullable
    Pointer InternetConnect(
            Pointer hInternet,
            @Nullable String lpszServerName,
            short nServerPort,
            @Nullable String lpszUserName,
            @Nullable String lpszPassword,
            int dwService,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Opens a URL.
     *
     * @param hInternet a handle
     * @param lpszUrl a URL
     * @param lpszHeaders headers, or null
     * @param dwHeadersLength characters of the headers, or -1
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return null, or a handle
     */
    @Nullable
    Pointer InternetOpenUrl(
            Pointer hInternet,
            @Nullable String lpszUrl,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Closes a handle and those below it.
     *
     * @param hInternet a handle
     * @return whether it has worked
     */
    boolean InternetCloseHandle(Pointer hInternet);

    /**
     * Sets the callback of a handle.
     *
     * @param hInternet a handle
     * @param lpfnInternetCallback the callback, or null
     * @return the callback before, or -1
     */
    @Nullable
    Pointer InternetSetStatusCallback(Pointer hInternet, @Nullable StatusCallback lpfnInternetCallback);

    /**
     * Gets what a server said of its last error.
     *
     * @param lpdwError receives the code of the server
     * @param lpszBuffer receives the text
     * @param lpdwBufferLength the size of the buffer; receives that of the value
     * @return whether it has worked
     */
    boolean InternetGetLastResponseInfo(
            IntByReference lpdwError, char @Nullable [] lpszBuffer, IntByReference lpdwBufferLength);

    /**
     * Reads data.
     *
     * @param hFile what is read or written
     * @param lpBuffer the data
     * @param dwNumberOfBytesToRead how many bytes at most
     * @param lpdwNumberOfBytesRead receives how many they were
     * @return whether it has worked
     */
    boolean InternetReadFile(
            Pointer hFile, @Nullable Pointer lpBuffer, int dwNumberOfBytesToRead, IntByReference lpdwNumberOfBytesRead);

    /**
     * Reads data.
     *
     * @param hFile what is read or written
     * @param lpBuffersOut the buffers, or null
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return whether it has worked
     */
    boolean InternetReadFileEx(
            Pointer hFile, @Nullable InternetBuffers lpBuffersOut, int dwFlags, @Nullable Pointer dwContext);

    /**
     * Writes data.
     *
     * @param hFile what is read or written
     * @param lpBuffer the data
     * @param dwNumberOfBytesToWrite how many bytes
     * @param lpdwNumberOfBytesWritten receives how many were written
     * @return whether it has worked
     */
    boolean InternetWriteFile(
            Pointer hFile,
            @Nullable Pointer lpBuffer,
            int dwNumberOfBytesToWrite,
            IntByReference lpdwNumberOfBytesWritten);

    /**
     * Asks how much can be read at once.
     *
     * @param hFile what is read or written
     * @param lpdwNumberOfBytesAvailable receives how many can be read
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return whether it has worked
     */
    boolean InternetQueryDataAvailable(
            Pointer hFile,
            @Nullable IntByReference lpdwNumberOfBytesAvailable,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Moves the position of the next read.
     *
     * @param hFile what is read or written
     * @param lDistanceToMove by how many bytes
     * @param pReserved null
     * @param dwMoveMethod from where
     * @param dwContext handed to the callback
     * @return a number; all bits are set if it fails
     */
    int InternetSetFilePointer(
            Pointer hFile,
            int lDistanceToMove,
            @Nullable Pointer pReserved,
            int dwMoveMethod,
            @Nullable Pointer dwContext);

    /**
     * Gets the next entry of a listing.
     *
     * @param hFind a listing
     * @param lpvFindData receives an entry
     * @return whether it has worked
     */
    boolean InternetFindNextFile(Pointer hFind, @Nullable Pointer lpvFindData);

    /**
     * Queries an option.
     *
     * @param hInternet a handle
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer the data
     * @param lpdwBufferLength the size of the buffer; receives that of the value
     * @return whether it has worked
     */
    boolean InternetQueryOption(
            @Nullable Pointer hInternet, int dwOption, @Nullable Pointer lpBuffer, IntByReference lpdwBufferLength);

    /**
     * Sets an option.
     *
     * @param hInternet a handle
     * @param dwOption an {@code INTERNET_OPTION_*} value
     * @param lpBuffer the data
     * @param dwBufferLength the size of the value
     * @return whether it has worked
     */
    boolean InternetSetOption(
            @Nullable Pointer hInternet, int dwOption, @Nullable Pointer lpBuffer, int dwBufferLength);

    /**
     * Takes a URL apart.
     *
     * @param lpszUrl a URL
     * @param dwUrlLength characters of the URL, or 0
     * @param dwFlags flags
     * @param lpUrlComponents the parts
     * @return whether it has worked
     */
    boolean InternetCrackUrl(@Nullable String lpszUrl, int dwUrlLength, int dwFlags, @Nullable Pointer lpUrlComponents);

    /**
     * Makes a URL of its parts.
     *
     * @param lpUrlComponents the parts
     * @param dwFlags flags
     * @param lpszUrl a URL
     * @param lpdwUrlLength the size of the buffer; receives that of the URL
     * @return whether it has worked
     */
    boolean InternetCreateUrl(
            @Nullable Pointer lpUrlComponents, int dwFlags, char @Nullable [] lpszUrl, IntByReference lpdwUrlLength);

    /**
     * Brings a URL into its canonical form.
     *
     * @param lpszUrl a URL
     * @param lpszBuffer receives the text
     * @param lpdwBufferLength the size of the buffer; receives that of the value
     * @param dwFlags flags
     * @return whether it has worked
     */
    boolean InternetCanonicalizeUrl(
            @Nullable String lpszUrl, char @Nullable [] lpszBuffer, IntByReference lpdwBufferLength, int dwFlags);

    /**
     * Combines two URLs.
     *
     * @param lpszBaseUrl an absolute URL
     * @param lpszRelativeUrl a relative one
     * @param lpszBuffer receives the text
     * @param lpdwBufferLength the size of the buffer; receives that of the value
     * @param dwFlags flags
     * @return whether it has worked
     */
    boolean InternetCombineUrl(
            @Nullable String lpszBaseUrl,
            @Nullable String lpszRelativeUrl,
            char @Nullable [] lpszBuffer,
            IntByReference lpdwBufferLength,
            int dwFlags);

    /**
     * Sets a cookie.
     *
     * @param lpszUrl a URL
     * @param lpszCookieName the name, or null
     * @param lpszCookieData the cookies
     * @return whether it has worked
     */
    boolean InternetSetCookie(
            @Nullable String lpszUrl, @Nullable String lpszCookieName, @Nullable String lpszCookieData);

    /**
     * Gets the cookies for a URL.
     *
     * @param lpszUrl a URL
     * @param lpszCookieName the name, or null
     * @param lpszCookieData the cookies
     * @param lpdwSize the size of the buffer; receives that of the cookies
     * @return whether it has worked
     */
    boolean InternetGetCookie(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            char @Nullable [] lpszCookieData,
            IntByReference lpdwSize);

    /**
     * Gets the cookies for a URL.
     *
     * @param lpszUrl a URL
     * @param lpszCookieName the name, or null
     * @param lpszCookieData the cookies
     * @param lpdwSize the size of the buffer; receives that of the cookies
     * @param dwFlags flags
     * @param lpReserved null
     * @return whether it has worked
     */
    boolean InternetGetCookieEx(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            char @Nullable [] lpszCookieData,
            IntByReference lpdwSize,
            int dwFlags,
            @Nullable Pointer lpReserved);

    /**
     * Begins to list the cache.
     *
     * @param lpszUrlSearchPattern what to list, or null
     * @param lpFirstCacheEntryInfo receives the first entry
     * @param lpcbCacheEntryInfo the size of the entry; receives that needed
     * @return null, or a handle
     */
    @Nullable
    Pointer FindFirstUrlCacheEntry(
            @Nullable String lpszUrlSearchPattern,
            @Nullable Pointer lpFirstCacheEntryInfo,
            IntByReference lpcbCacheEntryInfo);

    /**
     * Gets the next entry of the cache.
     *
     * @param hEnumHandle the enumeration
     * @param lpNextCacheEntryInfo receives the next entry
     * @param lpcbCacheEntryInfo the size of the entry; receives that needed
     * @return whether it has worked
     */
    boolean FindNextUrlCacheEntry(
            Pointer hEnumHandle, @Nullable Pointer lpNextCacheEntryInfo, IntByReference lpcbCacheEntryInfo);

    /**
     * Ends a listing of the cache.
     *
     * @param hEnumHandle the enumeration
     * @return whether it has worked
     */
    boolean FindCloseUrlCache(Pointer hEnumHandle);

    /**
     * Deletes an entry of the cache.
     *
     * @param lpszUrlName a URL
     * @return whether it has worked
     */
    boolean DeleteUrlCacheEntry(@Nullable String lpszUrlName);
}
