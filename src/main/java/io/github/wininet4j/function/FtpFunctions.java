package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.FailureValue;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import org.jspecify.annotations.Nullable;

/**
 * FTP on a connection of {@code InternetConnect}. All but {@link #FtpGetFileSize} may pend; those without a context
 * argument complete with the context of the connection (R-FTP-41). What a server refuses is
 * {@link WinInetError#ERROR_INTERNET_EXTENDED_ERROR}, its words are in {@code InternetGetLastResponseInfo} (R-FTP-6). A
 * connection does one thing at a time, else {@link WinInetError#ERROR_FTP_TRANSFER_IN_PROGRESS} (R-FTP-7).
 */
public interface FtpFunctions {
    /**
     * Begins a listing; {@code InternetFindNextFile} goes on with it. Times in it are local times, attributes a guess
     * (R-FTP-9).
     *
     * @param hConnect an FTP connection
     * @param lpszSearchFile a path or pattern without spaces; null or empty for the current folder
     * @param lpFindFileData receives the first entry; may be null
     * @param dwFlags {@link InternetFlag#INTERNET_FLAG_RELOAD} and its kin, as listings may come from the cache
     *     (R-FTP-12)
     * @param dwContext the context for callbacks
     * @return the listing, or null with {@link Win32Error#ERROR_NO_MORE_FILES} if no name fits the pattern (R-FTP-11)
     * @see "R-FTP; FtpFindFirstFile"
     */
    @CanPend
    @Nullable
    HINTERNET FtpFindFirstFile(
            @Nullable HINTERNET hConnect,
            @Optional @Nullable String lpszSearchFile,
            @Out @Optional @Nullable WIN32_FIND_DATA lpFindFileData,
            int dwFlags,
            long dwContext);

    /**
     * Copies a file from the server. The local file is made first; a failure removes it, even one that was there
     * (R-FTP-15).
     *
     * @param hConnect an FTP connection
     * @param lpszRemoteFile the file on the server
     * @param lpszNewFile the local file
     * @param fFailIfExists whether a local file that exists is {@link Win32Error#ERROR_FILE_EXISTS} instead of
     *     overwritten
     * @param dwFlagsAndAttributes {@code FILE_ATTRIBUTE_*} bits of the new file
     * @param dwFlags an {@code FTP_TRANSFER_TYPE_*} value, 0 for binary, with {@code INTERNET_FLAG_*} bits (R-FTP-33)
     * @param dwContext the context for callbacks
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls and unknown types (R-FTP-20)
     * @see "R-FTP; FtpGetFile"
     */
    @CanPend
    boolean FtpGetFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext);

    /**
     * Does what {@link #FtpGetFile} does. In C it takes the remote name as ANSI and the local name as wide text; no
     * page describes it.
     *
     * @param hFtpSession an FTP connection
     * @param lpszRemoteFile the file on the server
     * @param lpszNewFile the local file
     * @param fFailIfExists whether a local file that exists is {@link Win32Error#ERROR_FILE_EXISTS}
     * @param dwFlagsAndAttributes {@code FILE_ATTRIBUTE_*} bits of the new file
     * @param dwFlags as for {@link #FtpGetFile}
     * @param dwContext the context for callbacks
     * @return whether it worked
     * @see "R-FTP-40"
     */
    @CanPend
    boolean FtpGetFileEx(
            @Nullable HINTERNET hFtpSession,
            @Ansi @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext);

    /**
     * Copies a file to the server.
     *
     * @param hConnect an FTP connection
     * @param lpszLocalFile the local file; {@link Win32Error#ERROR_FILE_NOT_FOUND} if there is none
     * @param lpszNewRemoteFile the file on the server
     * @param dwFlags an {@code FTP_TRANSFER_TYPE_*} value, 0 for binary, with {@code INTERNET_FLAG_*} bits
     * @param dwContext the context for callbacks
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls and unknown types
     * @see "R-FTP; FtpPutFile"
     */
    @CanPend
    boolean FtpPutFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            long dwContext);

    /**
     * Does what {@link #FtpPutFile} does. In C it takes the local name as wide and the remote name as ANSI text; no
     * page describes it.
     *
     * @param hFtpSession an FTP connection
     * @param lpszLocalFile the local file
     * @param lpszNewRemoteFile the file on the server
     * @param dwFlags as for {@link #FtpPutFile}
     * @param dwContext the context for callbacks
     * @return whether it worked
     * @see "R-FTP-40"
     */
    @CanPend
    boolean FtpPutFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszLocalFile,
            @Ansi @Nullable String lpszNewRemoteFile,
            int dwFlags,
            long dwContext);

    /**
     * Deletes a file on the server.
     *
     * @param hConnect an FTP connection; its kind is checked before the name (R-FTP-4)
     * @param lpszFileName the file; null is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @return whether it worked
     * @see "R-FTP-30; FtpDeleteFile"
     */
    @CanPend
    boolean FtpDeleteFile(@Nullable HINTERNET hConnect, @Nullable String lpszFileName);

    /**
     * Renames a file or folder on the server.
     *
     * @param hConnect an FTP connection; its kind is checked before the names (R-FTP-4)
     * @param lpszExisting the name it has; null is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @param lpszNew the name it gets; null is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @return whether it worked
     * @see "R-FTP-30; FtpRenameFile"
     */
    @CanPend
    boolean FtpRenameFile(@Nullable HINTERNET hConnect, @Nullable String lpszExisting, @Nullable String lpszNew);

    /**
     * Opens a file on the server for reading or writing. Until the handle is closed the connection does nothing else
     * (R-FTP-8).
     *
     * @param hConnect an FTP connection
     * @param lpszFileName the file
     * @param dwAccess {@link Win32File#GENERIC_READ} or {@link Win32File#GENERIC_WRITE}; both or none is
     *     {@link Win32Error#ERROR_INVALID_PARAMETER} (R-FTP-19)
     * @param dwFlags an {@code FTP_TRANSFER_TYPE_*} value, 0 for binary, with {@code INTERNET_FLAG_*} bits
     * @param dwContext the context for callbacks
     * @return the file, or null
     * @see "R-FTP; FtpOpenFile"
     */
    @CanPend
    @Nullable
    HINTERNET FtpOpenFile(
            @Nullable HINTERNET hConnect, @Nullable String lpszFileName, int dwAccess, int dwFlags, long dwContext);

    /**
     * Makes a folder on the server.
     *
     * @param hConnect an FTP connection; its kind is checked before the name (R-FTP-4)
     * @param lpszDirectory the folder, absolute or from the current one; null is
     *     {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @return whether it worked
     * @see "R-FTP-30; FtpCreateDirectory"
     */
    @CanPend
    boolean FtpCreateDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory);

    /**
     * Removes a folder on the server; whether one with contents goes is up to the server (R-FTP-31).
     *
     * @param hConnect an FTP connection; its kind is checked before the name (R-FTP-4)
     * @param lpszDirectory the folder; null is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @return whether it worked
     * @see "R-FTP-30; FtpRemoveDirectory"
     */
    @CanPend
    boolean FtpRemoveDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory);

    /**
     * Changes the current folder on the server.
     *
     * @param hConnect an FTP connection
     * @param lpszDirectory the folder, absolute or from the current one, with slashes or backslashes
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for null
     * @see "R-FTP-29; FtpSetCurrentDirectory"
     */
    @CanPend
    boolean FtpSetCurrentDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory);

    /**
     * Asks for the current folder on the server.
     *
     * @param hConnect an FTP connection
     * @param lpszCurrentDirectory receives the folder, or null to ask for its length
     * @param lpdwCurrentDirectory in: room in characters; out: characters without the NUL, with it on
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER}; null is {@link Win32Error#ERROR_INVALID_PARAMETER} (R-FTP-28)
     * @return whether it worked
     * @see "R-FTP-27; FtpGetCurrentDirectory"
     */
    @CanPend
    boolean FtpGetCurrentDirectory(
            @Nullable HINTERNET hConnect,
            @Out @Optional @SizedBy(characters = "lpdwCurrentDirectory") @Nullable TextBuffer lpszCurrentDirectory,
            @InOut @Nullable DwordRef lpdwCurrentDirectory);

    /**
     * Sends a command as it is, for what has no function of its own, such as SITE or APPE.
     *
     * @param hConnect an FTP connection
     * @param fExpectResponse whether the command moves data, so that a data connection is opened (R-FTP-22)
     * @param dwFlags {@link FtpTransfer#FTP_TRANSFER_TYPE_ASCII} or {@link FtpTransfer#FTP_TRANSFER_TYPE_BINARY}
     * @param lpszCommand the command line; null or empty is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @param dwContext the context for callbacks
     * @param phFtpCommand receives the handle of the data connection; needed if there is one
     * @return whether it worked; offline {@link WinInetError#ERROR_INTERNET_NO_DIRECT_ACCESS}
     * @see "R-FTP-22 to R-FTP-25; FtpCommand"
     */
    @CanPend
    boolean FtpCommand(
            @Nullable HINTERNET hConnect,
            boolean fExpectResponse,
            int dwFlags,
            @Nullable String lpszCommand,
            long dwContext,
            @Out @Optional @Nullable HandleRef phFtpCommand);

    /**
     * Gives the size of a file that {@link #FtpOpenFile} opened. Never pends.
     *
     * @param hFile the file
     * @param lpdwFileSizeHigh receives the high 32 bits of the size in bytes; may be null
     * @return the low 32 bits; -1 on failure
     * @see "R-FTP-32; FtpGetFileSize"
     */
    @FailureValue(-1)
    @CanPend
    int FtpGetFileSize(@Nullable HINTERNET hFile, @Out @Optional @Nullable DwordRef lpdwFileSizeHigh);
}
