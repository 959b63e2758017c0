package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Moves the data of one handle, in the phase that it is in: a transfer does what the phase allows and refuses the rest
 * with {@code ERROR_INTERNET_INCORRECT_HANDLE_STATE} (R-HANDLE-31 to R-HANDLE-33). Buffers are used from their position
 * on and are advanced by as much as was moved. Belongs to the operation that runs on the handle.
 */
public interface Transfer {
    private static WinInetFailure refusal() {
        return new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
    }

    /** Fails unless there is something to read from. */
    default void requireReadable() {
        throw refusal();
    }

    /** Fails unless data may be written now. */
    default void requireWritable() {
        throw refusal();
    }

    /**
     * Moves what is there without waiting for the peer.
     *
     * @param target where to; moved until full
     * @return true if nothing more will come because the data has ended
     * @throws IOException if the data cannot be decoded
     */
    default boolean readReady(ByteBuffer target) throws IOException {
        throw refusal();
    }

    /**
     * Fills the target, or reads to the end of the data (R-READ-5, R-READ-6).
     *
     * @param target where to
     * @throws IOException if the peer or the network fails
     */
    default void readFully(ByteBuffer target) throws IOException {
        throw refusal();
    }

    /**
     * Counts what {@link #readReady} would move; of a response without a body, what its head announces anyway
     * (R-AVAIL-8).
     *
     * @return bytes; 0 for none
     * @throws IOException if the data cannot be decoded
     */
    default int readyBytes() throws IOException {
        throw refusal();
    }

    /**
     * Returns whether the end has been reached, as far as that is known without waiting.
     *
     * @return true if no more data comes
     * @throws IOException if the peer broke the protocol
     */
    default boolean isAtEnd() throws IOException {
        throw refusal();
    }

    /**
     * Waits until something can be read without waiting, or the data ends.
     *
     * @throws IOException if the peer or the network fails
     */
    default void awaitData() throws IOException {
        throw refusal();
    }

    /**
     * Tells that the peer will be waited for, unless there is something to read; the next wait does not tell it again
     * (R-ASYNC-51).
     *
     * @throws IOException if the data cannot be decoded
     */
    default void announceWait() throws IOException {}

    /**
     * Moves the read position.
     *
     * @param distance how far
     * @param method {@code FILE_BEGIN}, {@code FILE_CURRENT} or {@code FILE_END}
     * @param last the last position that can be reported to the caller; one beyond counts as negative (R-SEEK-14)
     * @return the new position
     */
    default long seek(long distance, int method, long last) {
        throw refusal();
    }

    /**
     * Sends data.
     *
     * @param source the data
     * @throws IOException if the peer or the network fails
     */
    default void write(ByteBuffer source) throws IOException {
        throw refusal();
    }

    /** Returns the file that holds what was read, or null if nothing asked for one. */
    default @Nullable EntryFile responseFile() {
        return null;
    }

    /**
     * Starts a file for what will be read, unless there is one; only the operation that runs may do that (R-LOCK-3).
     *
     * @throws WinInetFailure {@code ERROR_FILE_NOT_FOUND} before the response, after the first bytes were read, and
     *     where no copy may be kept
     */
    default void startResponseFile() {
        throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
    }
}
