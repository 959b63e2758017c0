package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface TransferFunctions {
    /** TODO-DOC */
    @Nullable
    HINTERNET InternetOpenUrl(
            @Nullable HINTERNET hInternet,
            @Nullable String lpszUrl,
            @Nullable String lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            long dwContext);

    /** TODO-DOC */
    boolean InternetReadFile(
            @Nullable HINTERNET hFile,
            @Nullable ByteBuffer lpBuffer,
            int dwNumberOfBytesToRead,
            @Nullable DwordRef lpdwNumberOfBytesRead);

    /** TODO-DOC */
    boolean InternetReadFileEx(
            @Nullable HINTERNET hFile, @Nullable INTERNET_BUFFERS lpBuffersOut, int dwFlags, long dwContext);

    /** TODO-DOC */
    int InternetSetFilePointer(
            @Nullable HINTERNET hFile,
            int lDistanceToMove,
            @Nullable DwordRef pReserved,
            int dwMoveMethod,
            long dwContext);

    /** TODO-DOC */
    boolean InternetWriteFile(
            @Nullable HINTERNET hFile,
            @Nullable ByteBuffer lpBuffer,
            int dwNumberOfBytesToWrite,
            @Nullable DwordRef lpdwNumberOfBytesWritten);

    /** TODO-DOC */
    boolean InternetQueryDataAvailable(
            @Nullable HINTERNET hFile, @Nullable DwordRef lpdwNumberOfBytesAvailable, int dwFlags, long dwContext);

    /** TODO-DOC */
    boolean InternetFindNextFile(@Nullable HINTERNET hFind, @Nullable LPVOID lpvFindData);

    /** TODO-DOC */
    boolean InternetLockRequestFile(@Nullable HINTERNET hInternet, @Nullable LockRef lphLockRequestInfo);

    /** TODO-DOC */
    boolean InternetUnlockRequestFile(@Nullable HANDLE hLockRequestInfo);
}
