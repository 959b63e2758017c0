package io.github.wininet4j.nativelib;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/** The part of {@link WininetMapping} for FTP. */
@SuppressWarnings("exports")
public interface WininetFtpMapping extends Library {
    /**
     * Begins a listing.
     *
     * @param hConnect a connection
     * @param lpszSearchFile a pattern, or null
     * @param lpFindFileData receives the first entry, or null
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return null, or a handle
     */
    @Nullable
    Pointer FtpFindFirstFile(
            Pointer hConnect,
            @Nullable String lpszSearchFile,
            @Nullable Pointer lpFindFileData,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Opens a file of the server.
     *
     * @param hConnect a connection
     * @param lpszFileName a file of the server
     * @param dwAccess {@code GENERIC_READ} or {@code GENERIC_WRITE}
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return null, or a handle
     */
    @Nullable
    Pointer FtpOpenFile(
            Pointer hConnect, @Nullable String lpszFileName, int dwAccess, int dwFlags, @Nullable Pointer dwContext);

    /**
     * Downloads a file.
     *
     * @param hConnect a connection
     * @param lpszRemoteFile a file of the server
     * @param lpszNewFile a file of this machine
     * @param fFailIfExists whether the file must be new
     * @param dwFlagsAndAttributes attributes of the new file
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return whether it has worked
     */
    boolean FtpGetFile(
            Pointer hConnect,
            @Nullable String lpszRemoteFile,
            @Nullable String lpszNewFile,
            boolean fFailIfExists,
            int dwFlagsAndAttributes,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Uploads a file.
     *
     * @param hConnect a connection
     * @param lpszLocalFile a file of this machine
     * @param lpszNewRemoteFile a file of the server
     * @param dwFlags flags
     * @param dwContext handed to the callback
     * @return whether it has worked
     */
    boolean FtpPutFile(
            Pointer hConnect,
            @Nullable String lpszLocalFile,
            @Nullable String lpszNewRemoteFile,
            int dwFlags,
            @Nullable Pointer dwContext);

    /**
     * Deletes a file.
     *
     * @param hConnect a connection
     * @param lpszFileName a file of the server
     * @return whether it has worked
     */
    boolean FtpDeleteFile(Pointer hConnect, @Nullable String lpszFileName);

    /**
     * Renames a file.
     *
     * @param hConnect a connection
     * @param lpszExisting the file
     * @param lpszNew its new name
     * @return whether it has worked
     */
    boolean FtpRenameFile(Pointer hConnect, @Nullable String lpszExisting, @Nullable String lpszNew);

    /**
     * Makes a folder.
     *
     * @param hConnect a connection
     * @param lpszDirectory a folder of the server
     * @return whether it has worked
     */
    boolean FtpCreateDirectory(Pointer hConnect, @Nullable String lpszDirectory);

    /**
     * Removes a folder.
     *
     * @param hConnect a connection
     * @param lpszDirectory a folder of the server
     * @return whether it has worked
     */
    boolean FtpRemoveDirectory(Pointer hConnect, @Nullable String lpszDirectory);

    /**
     * Changes the folder.
     *
     * @param hConnect a connection
     * @param lpszDirectory a folder of the server
     * @return whether it has worked
     */
    boolean FtpSetCurrentDirectory(Pointer hConnect, @Nullable String lpszDirectory);

    /**
     * Tells the folder.
     *
     * @param hConnect a connection
     * @param lpszCurrentDirectory receives the folder
     * @param lpdwCurrentDirectory the size of the buffer; receives that of the folder
     * @return whether it has worked
     */
    boolean FtpGetCurrentDirectory(
            Pointer hConnect, char @Nullable [] lpszCurrentDirectory, IntByReference lpdwCurrentDirectory);

    /**
     * Tells the size of an open file.
     *
     * @param hFile what is read or written
     * @param lpdwFileSizeHigh receives the upper half, or null
     * @return a number; all bits are set if it fails
     */
    int FtpGetFileSize(Pointer hFile, @Nullable IntByReference lpdwFileSizeHigh);
}
