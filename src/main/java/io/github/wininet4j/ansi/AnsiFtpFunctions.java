package io.github.wininet4j.ansi;

import io.github.wininet4j.function.FtpFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import org.jspecify.annotations.Nullable;

/** {@link FtpFunctions} over bytes: names and commands in the code page. */
public interface AnsiFtpFunctions {
    /**
     * As {@link FtpFunctions#FtpFindFirstFile}. If it pends, the structure is filled before a callback that was set by
     * InternetSetStatusCallbackA is notified.
     *
     * @param hConnect an FTP connection
     * @param lpszSearchFile name or pattern, or null
     * @param lpFindFileData receives the first entry, or null
     * @param dwFlags as there
     * @param dwContext as there
     * @return the enumeration, or null; may pend
     * @see "R-FTP-9; FtpFindFirstFile"
     */
    @Nullable
    HINTERNET FtpFindFirstFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszSearchFile,
            @Nullable WIN32_FIND_DATAA lpFindFileData,
            int dwFlags,
            long dwContext);

    /**
     * As {@link FtpFunctions#FtpGetFile}.
     *
     * @param hConnect an FTP connection
     * @param lpszRemoteFile name on the server
     * @param lpszNewFile path of the local file
     * @param fFailIfExists as there
     * @param dwFlagsAndAttributes as there
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether it worked; may pend
     * @see "R-FTP-13; FtpGetFile"
     */
    boolean FtpGetFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszRemoteFile,
            byte @Nullable [] lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext);

    /**
     * As {@link FtpFunctions#FtpGetFileEx}: the name on the server is ANSI, the local path wide text. There is no other
     * form in C.
     *
     * @param hFtpSession an FTP connection
     * @param lpszRemoteFile name on the server
     * @param lpszNewFile path of the local file
     * @param fFailIfExists as there
     * @param dwFlagsAndAttributes as there
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether it worked; may pend
     * @see "R-FTP-40"
     */
    boolean FtpGetFileEx(
            @Nullable HINTERNET hFtpSession,
            byte @Nullable [] lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext);

    /**
     * As {@link FtpFunctions#FtpPutFileEx}: the local path is wide text, the name on the server ANSI. There is no other
     * form in C.
     *
     * @param hFtpSession an FTP connection
     * @param lpszLocalFile path of the local file
     * @param lpszNewRemoteFile name on the server
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether it worked; may pend
     * @see "R-FTP-40"
     */
    boolean FtpPutFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszLocalFile,
            byte @Nullable [] lpszNewRemoteFile,
            int dwFlags,
            long dwContext);

    /**
     * As {@link FtpFunctions#FtpPutFile}.
     *
     * @param hConnect an FTP connection
     * @param lpszLocalFile path of the local file
     * @param lpszNewRemoteFile name on the server
     * @param dwFlags as there
     * @param dwContext as there
     * @return whether it worked; may pend
     * @see "R-FTP-17; FtpPutFile"
     */
    boolean FtpPutFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocalFile,
            byte @Nullable [] lpszNewRemoteFile,
            int dwFlags,
            long dwContext);

    /**
     * As {@link FtpFunctions#FtpDeleteFile}.
     *
     * @param hConnect an FTP connection
     * @param lpszFileName name on the server
     * @return whether it worked; may pend
     * @see "R-FTP-30; FtpDeleteFile"
     */
    boolean FtpDeleteFileA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszFileName);

    /**
     * As {@link FtpFunctions#FtpRenameFile}.
     *
     * @param hConnect an FTP connection
     * @param lpszExisting name on the server
     * @param lpszNew the new name
     * @return whether it worked; may pend
     * @see "R-FTP-30; FtpRenameFile"
     */
    boolean FtpRenameFileA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszExisting, byte @Nullable [] lpszNew);

    /**
     * As {@link FtpFunctions#FtpOpenFile}.
     *
     * @param hConnect an FTP connection
     * @param lpszFileName name on the server
     * @param dwAccess as there
     * @param dwFlags as there
     * @param dwContext as there
     * @return the file, or null; may pend
     * @see "R-FTP-18; FtpOpenFile"
     */
    @Nullable
    HINTERNET FtpOpenFileA(
            @Nullable HINTERNET hConnect, byte @Nullable [] lpszFileName, int dwAccess, int dwFlags, long dwContext);

    /**
     * As {@link FtpFunctions#FtpCreateDirectory}.
     *
     * @param hConnect an FTP connection
     * @param lpszDirectory path on the server
     * @return whether it worked; may pend
     * @see "R-FTP-30; FtpCreateDirectory"
     */
    boolean FtpCreateDirectoryA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszDirectory);

    /**
     * As {@link FtpFunctions#FtpRemoveDirectory}.
     *
     * @param hConnect an FTP connection
     * @param lpszDirectory path on the server
     * @return whether it worked; may pend
     * @see "R-FTP-30; FtpRemoveDirectory"
     */
    boolean FtpRemoveDirectoryA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszDirectory);

    /**
     * As {@link FtpFunctions#FtpSetCurrentDirectory}.
     *
     * @param hConnect an FTP connection
     * @param lpszDirectory path on the server
     * @return whether it worked; may pend
     * @see "R-FTP-29; FtpSetCurrentDirectory"
     */
    boolean FtpSetCurrentDirectoryA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszDirectory);

    /**
     * As {@link FtpFunctions#FtpGetCurrentDirectory}. If it pends, the buffer is filled before a callback that was set
     * by InternetSetStatusCallbackA is notified.
     *
     * @param hConnect an FTP connection
     * @param lpszCurrentDirectory receives the path and its NUL, or null
     * @param lpdwCurrentDirectory in: room in bytes; out: bytes without the NUL, on failure with it
     * @return whether it worked; may pend
     * @see "R-FTP-27, R-FTP-28; FtpGetCurrentDirectory"
     */
    boolean FtpGetCurrentDirectoryA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszCurrentDirectory,
            @Nullable DwordRef lpdwCurrentDirectory);

    /**
     * As {@link FtpFunctions#FtpCommand}.
     *
     * @param hConnect an FTP connection
     * @param fExpectResponse as there
     * @param dwFlags as there
     * @param lpszCommand the command
     * @param dwContext as there
     * @param phFtpCommand as there
     * @return whether it worked; may pend
     * @see "R-FTP-22; FtpCommand"
     */
    boolean FtpCommandA(
            @Nullable HINTERNET hConnect,
            boolean fExpectResponse,
            int dwFlags,
            byte @Nullable [] lpszCommand,
            long dwContext,
            @Nullable HandleRef phFtpCommand);
}
