package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface FtpFunctions {
    /** TODO-DOC */
    @Nullable
    HINTERNET FtpFindFirstFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszSearchFile,
            @Nullable WIN32_FIND_DATA lpFindFileData,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean FtpGetFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean FtpGetFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean FtpPutFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean FtpPutFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean FtpDeleteFile(@Nullable HINTERNET hConnect, @Nullable String lpszFileName);

    /** TODO-DOC */
    boolean FtpRenameFile(@Nullable HINTERNET hConnect, @Nullable String lpszExisting, @Nullable String lpszNew);

    /** TODO-DOC */
    @Nullable
    HINTERNET FtpOpenFile(
            @Nullable HINTERNET hConnect, @Nullable String lpszFileName, int dwAccess, int dwFlags, long dwContext);

    /** TODO-DOC */
    boolean FtpCreateDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory);

    /** TODO-DOC */
    boolean FtpRemoveDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory);

    /** TODO-DOC */
    boolean FtpSetCurrentDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory);

    /** TODO-DOC */
    boolean FtpGetCurrentDirectory(
            @Nullable HINTERNET hConnect,
            @Nullable TextBuffer lpszCurrentDirectory,
            @Nullable DwordRef lpdwCurrentDirectory);

    /** TODO-DOC */
    boolean FtpCommand(
            @Nullable HINTERNET hConnect,
            boolean fExpectResponse,
            int dwFlags,
            @Nullable String lpszCommand,
            long dwContext,
            @Nullable HandleRef phFtpCommand);

    /** TODO-DOC */
    int FtpGetFileSize(@Nullable HINTERNET hFile, @Nullable DwordRef lpdwFileSizeHigh);
}
