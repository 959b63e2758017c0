package io.github.wininet4j.function;

import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.FailureValue;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.PointsTo;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Opening a URL in one call, and moving data whatever the protocol. */
public interface TransferFunctions {
    /**
     * Opens an ftp, http or https URL and sends the request. An answer of 404 or 500 is a success, its page the data
     * (R-URLOPEN-8). An FTP folder comes as an HTML page unless {@link InternetFlag#INTERNET_FLAG_RAW_DATA} is given
     * (R-URLOPEN-7). May pend; the handle that {@code HANDLE_CREATED} announces is to be used only after the completion
     * (R-ASYNC-15).
     *
     * @param hInternet the session
     * @param lpszUrl the URL; it is not made canonical first
     * @param lpszHeaders header lines to add on HTTP, or null
     * @param dwHeadersLength their length in characters, or -1
     * @param dwFlags {@code INTERNET_FLAG_*} bits (R-URLOPEN-6)
     * @param dwContext the context for callbacks
     * @return a handle to read from, or null with {@link WinInetError#ERROR_INTERNET_UNRECOGNIZED_SCHEME},
     *     {@link WinInetError#ERROR_INTERNET_INVALID_URL} or an error of {@code HttpSendRequest}
     * @see "R-URLOPEN; InternetOpenUrl"
     */
    @CanPend
    @Nullable
    HINTERNET InternetOpenUrl(
            @Nullable HINTERNET hInternet,
            @Nullable String lpszUrl,
            @Optional @SizedBy(characters = "dwHeadersLength") @Nullable String lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            long dwContext);

    /**
     * Reads data. It waits until the buffer is full or the data ends; {@code true} with 0 bytes is the end, and reading
     * up to it is what puts the answer into the cache (R-READ-3, R-READ-4). May pend; then the count stays 0 until the
     * completion although the buffer may have bytes already (R-READ-10).
     *
     * @param hFile a handle to read from
     * @param lpBuffer receives the bytes, from its position on; position and limit stay, so do not flip it
     * @param dwNumberOfBytesToRead how many bytes at most
     * @param lpdwNumberOfBytesRead receives how many bytes were read; set to 0 first (R-READ-2)
     * @return whether it worked; a broken connection may look like an early end (R-READ-7). Errors:
     *     {@link WinInetError#ERROR_INTERNET_TIMEOUT}, {@link WinInetError#ERROR_INTERNET_DECODING_FAILED},
     *     {@link Win32Error#ERROR_INSUFFICIENT_BUFFER} for a line of a listing (R-READ-8)
     * @see "R-READ; InternetReadFile"
     */
    @CanPend
    boolean InternetReadFile(
            @Nullable HINTERNET hFile,
            @Out @SizedBy(bytes = "dwNumberOfBytesToRead", filled = "lpdwNumberOfBytesRead") @Nullable
                    ByteBuffer lpBuffer,
            int dwNumberOfBytesToRead,
            @Out @Nullable DwordRef lpdwNumberOfBytesRead);

    /**
     * Reads data with flags. May pend; with {@link ApiFlag#IRF_NO_WAIT} the completion then only says that data came,
     * and the call has to be made again (R-READEX-7).
     *
     * @param hFile a handle to read from
     * @param lpBuffersOut names buffer and length in bytes; the length becomes the count read, 0 at the end. Null or a
     *     wrong {@code dwStructSize} is {@link Win32Error#ERROR_INVALID_PARAMETER}
     * @param dwFlags {@link ApiFlag#IRF_SYNC} to wait, {@link ApiFlag#IRF_NO_WAIT} to take what is there, or 0
     * @param dwContext ignored; the context of the handle is used (R-CTX-7)
     * @return whether it worked
     * @see "R-READEX; InternetReadFileEx"
     */
    @CanPend
    boolean InternetReadFileEx(
            @Nullable HINTERNET hFile, @InOut @Nullable INTERNET_BUFFERS lpBuffersOut, int dwFlags, long dwContext);

    /**
     * Moves the position from which an HTTP answer is read. Never pends, but a read after it may. The answer has to be
     * cacheable: with {@link InternetFlag#INTERNET_FLAG_NO_CACHE_WRITE} it is
     * {@link WinInetError#ERROR_INTERNET_INVALID_OPERATION} (R-SEEK-5).
     *
     * @param hFile a request after its send
     * @param lDistanceToMove how far in bytes, low 32 bits
     * @param pReserved high 32 bits of distance and of the new position, or null (R-SEEK-2)
     * @param dwMoveMethod {@code FILE_BEGIN}, {@code FILE_CURRENT} or {@code FILE_END}
     * @param dwContext reserved, 0
     * @return the new position, low 32 bits; -1 on failure, as before the start with
     *     {@link Win32Error#ERROR_NEGATIVE_SEEK}
     * @see "R-SEEK; InternetSetFilePointer"
     */
    @FailureValue(-1)
    int InternetSetFilePointer(
            @Nullable HINTERNET hFile,
            int lDistanceToMove,
            @InOut @Optional @Nullable DwordRef pReserved,
            int dwMoveMethod,
            long dwContext);

    /**
     * Writes to an FTP file opened for writing, or the body of a request after {@code HttpSendRequestEx}. An FTP upload
     * ends when the handle is closed (R-WRITE-3). May pend, but seldom does (R-ASYNC-18, R-ASYNC-19).
     *
     * @param hFile a handle to write to
     * @param lpBuffer the bytes, from its position on; position and limit stay
     * @param dwNumberOfBytesToWrite how many bytes
     * @param lpdwNumberOfBytesWritten receives how many bytes were written; set to 0 first
     * @return whether it worked
     * @see "R-WRITE; InternetWriteFile"
     */
    @CanPend
    boolean InternetWriteFile(
            @Nullable HINTERNET hFile,
            @In @SizedBy(bytes = "dwNumberOfBytesToWrite") @Nullable ByteBuffer lpBuffer,
            int dwNumberOfBytesToWrite,
            @Out @Nullable DwordRef lpdwNumberOfBytesWritten);

    /**
     * Returns how many bytes can be read without waiting; waits for the first if there are none. May pend; the
     * completion then has the number in its {@code dwError} (R-ASYNC-40). The number stays until all those bytes are
     * read (R-AVAIL-3).
     *
     * @param hFile a handle to read from
     * @param lpdwNumberOfBytesAvailable receives the number, 0 at the end of the data; may be null
     * @param dwFlags reserved, 0
     * @param dwContext reserved, 0
     * @return whether it worked
     * @see "R-AVAIL; InternetQueryDataAvailable"
     */
    @CanPend
    boolean InternetQueryDataAvailable(
            @Nullable HINTERNET hFile,
            @Out @Optional @Nullable DwordRef lpdwNumberOfBytesAvailable,
            int dwFlags,
            long dwContext);

    /**
     * Gives the next entry of a listing that {@code FtpFindFirstFile} began, or {@code InternetOpenUrl} with
     * {@link InternetFlag#INTERNET_FLAG_RAW_DATA}. May pend.
     *
     * @param hFind the listing
     * @param lpvFindData a {@link io.github.wininet4j.type.WIN32_FIND_DATA} that receives the entry; of a Gopher menu a
     *     {@link io.github.wininet4j.type.GOPHER_FIND_DATA}
     * @return whether there was one; after the last {@link Win32Error#ERROR_NO_MORE_FILES}
     * @see "R-NEXT; InternetFindNextFile"
     */
    @CanPend
    boolean InternetFindNextFile(
            @Nullable HINTERNET hFind, @Out @PointsTo(WIN32_FIND_DATA.class) @Nullable LPVOID lpvFindData);

    /**
     * Keeps the file behind an answer although the request is closed. Locking twice gives the same lock, to be released
     * twice (R-LOCK-5).
     *
     * @param hInternet a request after its send; before it {@link Win32Error#ERROR_FILE_NOT_FOUND}
     * @param lphLockRequestInfo receives the lock
     * @return whether it worked; it does not for https with {@link InternetFlag#INTERNET_FLAG_NO_CACHE_WRITE}
     *     (R-LOCK-3)
     * @see "R-LOCK; InternetLockRequestFile"
     */
    boolean InternetLockRequestFile(@Nullable HINTERNET hInternet, @Out @Nullable LockRef lphLockRequestInfo);

    /**
     * Releases a lock of {@link #InternetLockRequestFile}; the last release may delete the file (R-LOCK-6).
     *
     * @param hLockRequestInfo the lock
     * @return whether it was one
     * @see "R-LOCK; InternetUnlockRequestFile"
     */
    boolean InternetUnlockRequestFile(@Nullable HANDLE hLockRequestInfo);
}
