package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.transfer.TransferNode;
import io.github.wininet4j.function.FtpFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The FTP functions. Most check the handle first, FtpGetFile and FtpPutFile the other parameters (R-FTP-4). */
public final class FtpApi implements FtpFunctions {
    private static final Set<String> UPLOADS = Set.of("STOR", "STOU", "APPE");
    private static final long LOW = 0xFFFF_FFFFL;

    private final EngineServices engine;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     */
    public FtpApi(EngineServices engine) {
        this.engine = engine;
    }

    private FtpConnectNode connection(@Nullable HINTERNET handle) {
        return engine.handles().find(handle, FtpConnectNode.class);
    }

    private long run(FtpConnectNode connect, String function, int flags, long context, FtpOperation.Work work) {
        connect.requireOnline();
        return engine.calls().run(connect, function, flags, new FtpOperation(connect, context, work));
    }

    /** Runs a function without a context of its own: that of the connection counts (R-FTP-41). */
    private boolean run(FtpConnectNode connect, String function, FtpOperation.Work work) {
        return run(connect, function, 0, connect.context(), work) != 0;
    }

    private static @Nullable HINTERNET handle(long number) {
        return number == 0 ? null : new HINTERNET(number);
    }

    @Override
    public @Nullable HINTERNET FtpFindFirstFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszSearchFile,
            @Nullable WIN32_FIND_DATA lpFindFileData,
            int dwFlags,
            long dwContext) {
        FtpConnectNode connect = connection(hConnect);
        SearchPattern pattern = SearchPattern.of(lpszSearchFile);
        FtpOperation.Work work = Listings.find(connect, pattern, lpFindFileData, dwFlags, dwContext);
        return handle(run(connect, "FtpFindFirstFile", dwFlags, dwContext, work));
    }

    @Override
    public boolean FtpGetFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext) {
        String remote = FileName.required(lpszRemoteFile);
        if (lpszNewFile == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        FtpConnectNode connect = connection(hConnect);
        char type = TransferType.of(dwFlags);
        connect.requireOnline();
        connect.requireFree();
        LocalFile local = LocalFile.create(lpszNewFile, fFailIfExists);
        FtpOperation.Work work =
                FileCopy.get(remote, local, dwFlagsAndAttributes, type, connect.copies(remote, type, dwFlags));
        return copy(connect, "FtpGetFile", dwFlags, dwContext, work, local::delete);
    }

    /** Runs a copy; what was opened for it is undone if it does not get that far. */
    private boolean copy(
            FtpConnectNode connect, String function, int flags, long context, FtpOperation.Work work, Runnable undo) {
        boolean started = false;
        try {
            long result = run(connect, function, flags, context, work);
            started = true;
            return result != 0;
        } finally {
            if (!started) {
                undo.run();
            }
        }
    }

    @Override
    public boolean FtpGetFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            long dwContext) {
        return FtpGetFile(
                hFtpSession, lpszRemoteFile, lpszNewFile, fFailIfExists, dwFlagsAndAttributes, dwFlags, dwContext);
    }

    @Override
    public boolean FtpPutFile(
            @Nullable HINTERNET hConnect,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            long dwContext) {
        String remote = FileName.required(lpszNewRemoteFile);
        if (lpszLocalFile == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        FtpConnectNode connect = connection(hConnect);
        char type = TransferType.of(dwFlags);
        connect.requireOnline();
        connect.requireFree();
        LocalFile local = LocalFile.open(lpszLocalFile);
        connect.forget(remote);
        return copy(connect, "FtpPutFile", dwFlags, dwContext, FileCopy.put(local, remote, type), local::close);
    }

    @Override
    public boolean FtpPutFileEx(
            @Nullable HINTERNET hFtpSession,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            long dwContext) {
        return FtpPutFile(hFtpSession, lpszLocalFile, lpszNewRemoteFile, dwFlags, dwContext);
    }

    @Override
    public boolean FtpDeleteFile(@Nullable HINTERNET hConnect, @Nullable String lpszFileName) {
        if (lpszFileName != null) {
            connection(hConnect).forget(lpszFileName);
        }
        return demand(hConnect, "FtpDeleteFile", "DELE ", lpszFileName);
    }

    private boolean demand(@Nullable HINTERNET handle, String function, String command, @Nullable String name) {
        FtpConnectNode connect = connection(handle);
        String path = FileName.required(name);
        return run(connect, function, (session, call) -> {
            session.demand(command + path);
            return 1;
        });
    }

    @Override
    public boolean FtpRenameFile(
            @Nullable HINTERNET hConnect, @Nullable String lpszExisting, @Nullable String lpszNew) {
        FtpConnectNode connect = connection(hConnect);
        String before = FileName.required(lpszExisting);
        String after = FileName.required(lpszNew);
        connect.forget(before);
        connect.forget(after);
        return run(connect, "FtpRenameFile", (session, call) -> {
            session.prepare("RNFR " + before);
            session.demand("RNTO " + after);
            return 1;
        });
    }

    @Override
    public @Nullable HINTERNET FtpOpenFile(
            @Nullable HINTERNET hConnect, @Nullable String lpszFileName, int dwAccess, int dwFlags, long dwContext) {
        FtpConnectNode connect = connection(hConnect);
        String name = FileName.required(lpszFileName);
        char type = TransferType.of(dwFlags);
        if (dwAccess != Win32File.GENERIC_READ && dwAccess != Win32File.GENERIC_WRITE) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        boolean writing = dwAccess == Win32File.GENERIC_WRITE;
        if (writing) {
            connect.forget(name);
        }
        return handle(run(connect, "FtpOpenFile", dwFlags, dwContext, (session, call) -> {
            session.setType(type);
            long size = writing ? -1 : session.size(name);
            FtpData data = session.transfer(call, type, (writing ? "STOR " : "RETR ") + name);
            return open(FtpFileNode.of(connect, data, writing, size, dwFlags, dwContext), connect);
        }));
    }

    private static long open(FtpFileNode file, FtpConnectNode connect) throws IOException {
        file.open();
        StatusNotifier.handleCreated(file, connect);
        return file.handle().value();
    }

    @Override
    public boolean FtpCreateDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory) {
        return demand(hConnect, "FtpCreateDirectory", "MKD ", lpszDirectory);
    }

    @Override
    public boolean FtpRemoveDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory) {
        return demand(hConnect, "FtpRemoveDirectory", "RMD ", lpszDirectory);
    }

    @Override
    public boolean FtpSetCurrentDirectory(@Nullable HINTERNET hConnect, @Nullable String lpszDirectory) {
        connection(hConnect).leaveHome();
        return demand(hConnect, "FtpSetCurrentDirectory", "CWD ", lpszDirectory);
    }

    @Override
    public boolean FtpGetCurrentDirectory(
            @Nullable HINTERNET hConnect,
            @Nullable TextBuffer lpszCurrentDirectory,
            @Nullable DwordRef lpdwCurrentDirectory) {
        FtpConnectNode connect = connection(hConnect);
        if (lpdwCurrentDirectory == null
                || (lpszCurrentDirectory != null && !lpszCurrentDirectory.holds(lpdwCurrentDirectory.value))) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return run(connect, "FtpGetCurrentDirectory", (session, call) -> {
            String path = session.currentDirectory();
            int room = lpdwCurrentDirectory.value;
            if (lpszCurrentDirectory == null || room <= path.length()) {
                lpdwCurrentDirectory.value = path.length() + 1;
                throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            }
            lpszCurrentDirectory.set(path);
            lpdwCurrentDirectory.value = path.length();
            return 1;
        });
    }

    @Override
    public boolean FtpCommand(
            @Nullable HINTERNET hConnect,
            boolean fExpectResponse,
            int dwFlags,
            @Nullable String lpszCommand,
            long dwContext,
            @Nullable HandleRef phFtpCommand) {
        FtpConnectNode connect = connection(hConnect);
        char type = TransferType.of(dwFlags);
        if (lpszCommand == null
                || lpszCommand.isBlank()
                || !FtpConnectNode.isOneLine(lpszCommand)
                || (fExpectResponse && phFtpCommand == null)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String command = lpszCommand.strip();
        // It may have changed the folder.
        connect.leaveHome();
        if (phFtpCommand != null) {
            phFtpCommand.value = null;
        }
        return run(connect, "FtpCommand", dwFlags, dwContext, (session, call) -> {
                    session.leaveToCaller();
                    if (!fExpectResponse || phFtpCommand == null) {
                        session.custom(command);
                        return 1;
                    }
                    FtpData data = session.transfer(call, type, command);
                    if (data.isConnected()) {
                        boolean writing = UPLOADS.contains(command.split(" ", 2)[0].toUpperCase(Locale.ROOT));
                        FtpFileNode file = FtpFileNode.of(connect, data, writing, -1, dwFlags, dwContext);
                        phFtpCommand.value = handle(open(file, connect));
                    }
                    return 1;
                })
                != 0;
    }

    @Override
    public int FtpGetFileSize(@Nullable HINTERNET hFile, @Nullable DwordRef lpdwFileSizeHigh) {
        TransferNode file = engine.handles().find(hFile, TransferNode.class);
        long size = file instanceof FtpCopyNode copy
                ? copy.size()
                : engine.handles().find(hFile, FtpFileNode.class).size();
        if (size < 0) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }
        if (lpdwFileSizeHigh != null) {
            lpdwFileSizeHigh.value = (int) (size >>> Integer.SIZE);
        }
        return (int) (size & LOW);
    }
}
