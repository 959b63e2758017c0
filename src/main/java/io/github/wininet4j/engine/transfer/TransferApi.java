package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.function.TransferFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens URLs and moves data. What the data is and where it goes is the business of the {@link Transfer}. */
public final class TransferApi implements TransferFunctions {
    private static final int FILE_END = 2;

    private final EngineServices engine;
    private final Map<String, UrlOpener> openers;
    private final FileLocks locks;

    /**
     * Creates the functions.
     *
     * @param engine what they work on
     * @param openers who opens the URLs of a scheme, by its name in lower case
     * @param locks the locked response files
     */
    public TransferApi(EngineServices engine, Map<String, UrlOpener> openers, FileLocks locks) {
        this.engine = engine;
        this.openers = openers;
        this.locks = locks;
    }

    @Override
    public @Nullable HINTERNET InternetOpenUrl(
            @Nullable HINTERNET hInternet,
            @Nullable String lpszUrl,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            long dwContext) {
        SessionNode session = engine.handles().find(hInternet, SessionNode.class);
        if (lpszUrl == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        String headers = CallerText.limit(lpszHeaders, dwHeadersLength);
        String url = lpszUrl.strip();
        int colon = url.indexOf(':');
        UrlOpener opener =
                colon < 0 ? null : openers.get(url.substring(0, colon).toLowerCase(Locale.ROOT));
        if (opener == null) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        return opener.open(session, url, headers, dwFlags, dwContext);
    }

    @Override
    public boolean InternetReadFile(
            @Nullable HINTERNET hFile,
            @Nullable ByteBuffer lpBuffer,
            int dwNumberOfBytesToRead,
            @Nullable DwordRef lpdwNumberOfBytesRead) {
        if (lpdwNumberOfBytesRead == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        // Even a call that is refused reports 0 bytes (R-READ-2).
        lpdwNumberOfBytesRead.value = 0;
        TransferNode file = engine.handles().find(hFile, TransferNode.class);
        if (lpBuffer == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        ByteBuffer target = CallerBuffers.window(lpBuffer, dwNumberOfBytesToRead);
        requireTarget(target);
        engine.calls().requireNoOtherOperation(file);
        file.transfer().requireReadable();
        ReadOperation read = new ReadOperation(file, target, count -> lpdwNumberOfBytesRead.value = count);
        return engine.calls().run(file, "InternetReadFile", 0, read) != 0;
    }

    @Override
    public boolean InternetReadFileEx(
            @Nullable HINTERNET hFile, @Nullable INTERNET_BUFFERS lpBuffersOut, int dwFlags, long dwContext) {
        TransferNode file = engine.handles().find(hFile, TransferNode.class);
        if (lpBuffersOut == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        CallerBuffers.requireSize(lpBuffersOut);
        ByteBuffer target = CallerBuffers.window(lpBuffersOut.lpvBuffer, lpBuffersOut.dwBufferLength);
        requireTarget(target);
        engine.calls().requireNoOtherOperation(file);
        file.transfer().requireReadable();
        ReadOperation.Count count = bytes -> lpBuffersOut.dwBufferLength = bytes;
        ReadOperation read = (dwFlags & ApiFlag.IRF_NO_WAIT) != 0
                ? new NoWaitReadOperation(file, target, count)
                : new ReadOperation(file, target, count);
        return engine.calls().run(file, "InternetReadFileEx", dwFlags, read) != 0;
    }

    @Override
    public boolean InternetQueryDataAvailable(
            @Nullable HINTERNET hFile, @Nullable DwordRef lpdwNumberOfBytesAvailable, int dwFlags, long dwContext) {
        TransferNode file = engine.handles().find(hFile, TransferNode.class);
        if (dwFlags != 0 || dwContext != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        engine.calls().requireNoOtherOperation(file);
        file.transfer().requireReadable();
        if (lpdwNumberOfBytesAvailable != null) {
            lpdwNumberOfBytesAvailable.value = 0;
        }
        AvailableOperation query = new AvailableOperation(file, lpdwNumberOfBytesAvailable);
        return engine.calls().run(file, "InternetQueryDataAvailable", 0, query) != 0;
    }

    @Override
    public int InternetSetFilePointer(
            @Nullable HINTERNET hFile,
            int lDistanceToMove,
            @Nullable DwordRef lpDistanceToMoveHigh,
            int dwMoveMethod,
            long dwContext) {
        TransferNode file = engine.handles().find(hFile, TransferNode.class);
        if (dwMoveMethod < 0 || dwMoveMethod > FILE_END || dwContext != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        // Without a high part the distance is unsigned, so that -1 is far away (R-SEEK-8, R-SEEK-14).
        long low = Integer.toUnsignedLong(lDistanceToMove);
        long distance = lpDistanceToMoveHigh == null ? low : ((long) lpDistanceToMoveHigh.value << 32) | low;
        long last = lpDistanceToMoveHigh == null ? 0xFFFF_FFFFL : Long.MAX_VALUE;
        long position =
                engine.calls().runExclusively(file, () -> file.transfer().seek(distance, dwMoveMethod, last));
        if (lpDistanceToMoveHigh != null) {
            lpDistanceToMoveHigh.value = (int) (position >>> 32);
        }
        return (int) position;
    }

    @Override
    public boolean InternetWriteFile(
            @Nullable HINTERNET hFile,
            @Nullable ByteBuffer lpBuffer,
            int dwNumberOfBytesToWrite,
            @Nullable DwordRef lpdwNumberOfBytesWritten) {
        if (lpdwNumberOfBytesWritten == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        lpdwNumberOfBytesWritten.value = 0;
        TransferNode file = engine.handles().find(hFile, TransferNode.class);
        ByteBuffer source = CallerBuffers.window(lpBuffer, dwNumberOfBytesToWrite);
        engine.calls().requireNoOtherOperation(file);
        file.transfer().requireWritable();
        WriteOperation write = new WriteOperation(file, source, lpdwNumberOfBytesWritten);
        return engine.calls().run(file, "InternetWriteFile", 0, write) != 0;
    }

    @Override
    public boolean InternetFindNextFile(@Nullable HINTERNET hFind, @Nullable LPVOID lpvFindData) {
        FindNode find = engine.handles().find(hFind, FindNode.class);
        if (lpvFindData == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return engine.calls().run(find, "InternetFindNextFile", 0, find.next(lpvFindData)) != 0;
    }

    @Override
    public boolean InternetLockRequestFile(@Nullable HINTERNET hInternet, @Nullable LockRef lphLockRequestInfo) {
        TransferNode file = engine.handles().find(hInternet, TransferNode.class);
        if (lphLockRequestInfo == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        if (file.transfer().responseFile() == null) {
            engine.calls().runExclusively(file, () -> {
                file.transfer().startResponseFile();
                return 0;
            });
        }
        lphLockRequestInfo.value = locks.lock(file.transfer());
        return true;
    }

    @Override
    public boolean InternetUnlockRequestFile(@Nullable HANDLE hLockRequestInfo) {
        locks.unlock(hLockRequestInfo);
        return true;
    }

    private static void requireTarget(ByteBuffer target) {
        if (target.isReadOnly()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
    }
}
