package io.github.wininet4j.nativelib;

import com.sun.jna.Library;
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
public interface WininetMapping extends Library {
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
        /** Is told of a status; {@code lpvStatusInformation} is good for this call only. */
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

    @Nullable
    Pointer InternetOpen(
            @Nullable String lpszAgent,
            int dwAccessType,
            @Nullable String lpszProxy,
            @Nullable String lpszProxyBypass,
            int dwFlags);

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

    @Nullable
    Pointer InternetOpenUrl(
            Pointer hInternet,
            @Nullable String lpszUrl,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            @Nullable Pointer dwContext);

    boolean InternetCloseHandle(Pointer hInternet);

    @Nullable
    Pointer InternetSetStatusCallback(Pointer hInternet, @Nullable StatusCallback lpfnInternetCallback);

    boolean InternetGetLastResponseInfo(
            IntByReference lpdwError, char @Nullable [] lpszBuffer, IntByReference lpdwBufferLength);

    boolean InternetReadFile(
            Pointer hFile, @Nullable Pointer lpBuffer, int dwNumberOfBytesToRead, IntByReference lpdwNumberOfBytesRead);

    boolean InternetReadFileEx(
            Pointer hFile, @Nullable InternetBuffers lpBuffersOut, int dwFlags, @Nullable Pointer dwContext);

    boolean InternetWriteFile(
            Pointer hFile,
            @Nullable Pointer lpBuffer,
            int dwNumberOfBytesToWrite,
            IntByReference lpdwNumberOfBytesWritten);

    boolean InternetQueryDataAvailable(
            Pointer hFile,
            @Nullable IntByReference lpdwNumberOfBytesAvailable,
            int dwFlags,
            @Nullable Pointer dwContext);

    int InternetSetFilePointer(
            Pointer hFile,
            int lDistanceToMove,
            @Nullable Pointer pReserved,
            int dwMoveMethod,
            @Nullable Pointer dwContext);

    boolean InternetFindNextFile(Pointer hFind, @Nullable Pointer lpvFindData);

    boolean InternetQueryOption(
            @Nullable Pointer hInternet, int dwOption, @Nullable Pointer lpBuffer, IntByReference lpdwBufferLength);

    boolean InternetSetOption(
            @Nullable Pointer hInternet, int dwOption, @Nullable Pointer lpBuffer, int dwBufferLength);

    boolean InternetCrackUrl(@Nullable String lpszUrl, int dwUrlLength, int dwFlags, @Nullable Pointer lpUrlComponents);

    boolean InternetCreateUrl(
            @Nullable Pointer lpUrlComponents, int dwFlags, char @Nullable [] lpszUrl, IntByReference lpdwUrlLength);

    boolean InternetCanonicalizeUrl(
            @Nullable String lpszUrl, char @Nullable [] lpszBuffer, IntByReference lpdwBufferLength, int dwFlags);

    boolean InternetCombineUrl(
            @Nullable String lpszBaseUrl,
            @Nullable String lpszRelativeUrl,
            char @Nullable [] lpszBuffer,
            IntByReference lpdwBufferLength,
            int dwFlags);

    boolean InternetSetCookie(
            @Nullable String lpszUrl, @Nullable String lpszCookieName, @Nullable String lpszCookieData);

    boolean InternetGetCookie(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            char @Nullable [] lpszCookieData,
            IntByReference lpdwSize);

    boolean InternetGetCookieEx(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            char @Nullable [] lpszCookieData,
            IntByReference lpdwSize,
            int dwFlags,
            @Nullable Pointer lpReserved);

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

    boolean HttpAddRequestHeaders(Pointer hRequest, @Nullable String lpszHeaders, int dwHeadersLength, int dwModifiers);

    boolean HttpSendRequest(
            Pointer hRequest,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            @Nullable Pointer lpOptional,
            int dwOptionalLength);

    boolean HttpSendRequestEx(
            Pointer hRequest,
            @Nullable InternetBuffers lpBuffersIn,
            @Nullable InternetBuffers lpBuffersOut,
            int dwFlags,
            @Nullable Pointer dwContext);

    boolean HttpEndRequest(
            Pointer hRequest, @Nullable InternetBuffers lpBuffersOut, int dwFlags, @Nullable Pointer dwContext);

    boolean HttpQueryInfo(
            Pointer hRequest,
            int dwInfoLevel,
            @Nullable Pointer lpBuffer,
            IntByReference lpdwBufferLength,
            @Nullable IntByReference lpdwIndex);

    @Nullable
    Pointer FtpFindFirstFile(
            Pointer hConnect,
            @Nullable String lpszSearchFile,
            @Nullable Pointer lpFindFileData,
            int dwFlags,
            @Nullable Pointer dwContext);

    @Nullable
    Pointer FtpOpenFile(
            Pointer hConnect, @Nullable String lpszFileName, int dwAccess, int dwFlags, @Nullable Pointer dwContext);

    boolean FtpGetFile(
            Pointer hConnect,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            @Nullable Pointer dwContext);

    boolean FtpPutFile(
            Pointer hConnect,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            @Nullable Pointer dwContext);

    boolean FtpDeleteFile(Pointer hConnect, @Nullable String lpszFileName);

    boolean FtpRenameFile(Pointer hConnect, @Nullable String lpszExisting, @Nullable String lpszNew);

    boolean FtpCreateDirectory(Pointer hConnect, @Nullable String lpszDirectory);

    boolean FtpRemoveDirectory(Pointer hConnect, @Nullable String lpszDirectory);

    boolean FtpSetCurrentDirectory(Pointer hConnect, @Nullable String lpszDirectory);

    boolean FtpGetCurrentDirectory(
            Pointer hConnect, char @Nullable [] lpszCurrentDirectory, IntByReference lpdwCurrentDirectory);

    int FtpGetFileSize(Pointer hFile, @Nullable IntByReference lpdwFileSizeHigh);

    @Nullable
    Pointer FindFirstUrlCacheEntry(
            @Nullable String lpszUrlSearchPattern,
            @Nullable Pointer lpFirstCacheEntryInfo,
            IntByReference lpcbCacheEntryInfo);

    boolean FindNextUrlCacheEntry(
            Pointer hEnumHandle, @Nullable Pointer lpNextCacheEntryInfo, IntByReference lpcbCacheEntryInfo);

    boolean FindCloseUrlCache(Pointer hEnumHandle);

    boolean DeleteUrlCacheEntry(@Nullable String lpszUrlName);
}
