package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import org.jspecify.annotations.Nullable;

/** The FTP functions of ANSI callers. */
final class AnsiFtpApi implements AnsiFtpFunctions {
    /** Room for any path; the call may pend, so that there is no second try. */
    private static final int LONGEST_PATH = 32_768;

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;
    private final AnsiCallbacks callbacks;

    AnsiFtpApi(WinInet wide, AnsiText text, AnsiBuffers buffers, AnsiCallbacks callbacks) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
        this.callbacks = callbacks;
    }

    @Override
    public @Nullable HINTERNET FtpFindFirstFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszSearchFile,
            @Nullable WIN32_FIND_DATAA lpFindFileData,
            int dwFlags,
            long dwContext) {
        String pattern = text.text(lpszSearchFile);
        if (lpFindFileData == null) {
            return wide.FtpFindFirstFile(hConnect, pattern, null, dwFlags, dwContext);
        }
        WIN32_FIND_DATA found = new WIN32_FIND_DATA();
        HandleRef result = new HandleRef();
        callbacks.run(
                hConnect,
                () -> {
                    result.value = wide.FtpFindFirstFile(hConnect, pattern, found, dwFlags, dwContext);
                    return result.value != null;
                },
                () -> {
                    lpFindFileData.take(found, text);
                    return 0;
                });
        return result.value;
    }

    @Override
    public boolean FtpGetFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszRemoteFile,
            byte @Nullable [] lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext) {
        return wide.FtpGetFile(
                hConnect,
                text.text(lpszRemoteFile),
                text.text(lpszNewFile),
                fFailIfExists,
                dwFlagsAndAttributes,
                dwFlags,
                dwContext);
    }

    @Override
    public boolean FtpGetFileEx(
            @Nullable HINTERNET hFtpSession,
            byte @Nullable [] lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext) {
        return wide.FtpGetFileEx(
                hFtpSession,
                text.text(lpszRemoteFile),
                lpszNewFile,
                fFailIfExists,
                dwFlagsAndAttributes,
                dwFlags,
                dwContext);
    }

    @Override
    public boolean FtpPutFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszLocalFile,
            byte @Nullable [] lpszNewRemoteFile,
            int dwFlags,
            long dwContext) {
        return wide.FtpPutFileEx(hFtpSession, lpszLocalFile, text.text(lpszNewRemoteFile), dwFlags, dwContext);
    }

    @Override
    public boolean FtpPutFileA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszLocalFile,
            byte @Nullable [] lpszNewRemoteFile,
            int dwFlags,
            long dwContext) {
        return wide.FtpPutFile(hConnect, text.text(lpszLocalFile), text.text(lpszNewRemoteFile), dwFlags, dwContext);
    }

    @Override
    public boolean FtpDeleteFileA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszFileName) {
        return wide.FtpDeleteFile(hConnect, text.text(lpszFileName));
    }

    @Override
    public boolean FtpRenameFileA(
            @Nullable HINTERNET hConnect, byte @Nullable [] lpszExisting, byte @Nullable [] lpszNew) {
        return wide.FtpRenameFile(hConnect, text.text(lpszExisting), text.text(lpszNew));
    }

    @Override
    public @Nullable HINTERNET FtpOpenFileA(
            @Nullable HINTERNET hConnect, byte @Nullable [] lpszFileName, int dwAccess, int dwFlags, long dwContext) {
        return wide.FtpOpenFile(hConnect, text.text(lpszFileName), dwAccess, dwFlags, dwContext);
    }

    @Override
    public boolean FtpCreateDirectoryA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszDirectory) {
        return wide.FtpCreateDirectory(hConnect, text.text(lpszDirectory));
    }

    @Override
    public boolean FtpRemoveDirectoryA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszDirectory) {
        return wide.FtpRemoveDirectory(hConnect, text.text(lpszDirectory));
    }

    @Override
    public boolean FtpSetCurrentDirectoryA(@Nullable HINTERNET hConnect, byte @Nullable [] lpszDirectory) {
        return wide.FtpSetCurrentDirectory(hConnect, text.text(lpszDirectory));
    }

    @Override
    public boolean FtpGetCurrentDirectoryA(
            @Nullable HINTERNET hConnect,
            byte @Nullable [] lpszCurrentDirectory,
            @Nullable DwordRef lpdwCurrentDirectory) {
        TextBuffer path = new TextBuffer(LONGEST_PATH);
        if (lpdwCurrentDirectory == null) {
            return wide.FtpGetCurrentDirectory(hConnect, path, null);
        }
        if (lpszCurrentDirectory != null && !AnsiBuffers.fits(lpszCurrentDirectory, lpdwCurrentDirectory.value)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        DwordRef size = new DwordRef(LONGEST_PATH);
        return callbacks.run(hConnect, () -> wide.FtpGetCurrentDirectory(hConnect, path, size), () -> {
            boolean fits = buffers.put(text.bytes(path.toString()), lpszCurrentDirectory, lpdwCurrentDirectory);
            return fits ? 0 : Win32Error.ERROR_INSUFFICIENT_BUFFER;
        });
    }

    @Override
    public boolean FtpCommandA(
            @Nullable HINTERNET hConnect,
            boolean fExpectResponse,
            int dwFlags,
            byte @Nullable [] lpszCommand,
            long dwContext,
            @Nullable HandleRef phFtpCommand) {
        return wide.FtpCommand(hConnect, fExpectResponse, dwFlags, text.text(lpszCommand), dwContext, phFtpCommand);
    }
}
