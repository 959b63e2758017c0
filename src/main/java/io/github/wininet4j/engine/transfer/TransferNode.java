package io.github.wininet4j.engine.transfer;

import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.SettingsNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that data flows through; the functions of {@link TransferApi} work on any of them. Buffers are used from their position on and
 * are advanced by as much as was moved.
 */
public abstract class TransferNode extends SettingsNode {
    /**
     * Creates a node.
     *
     * @param kind its kind
     * @param parent the parent
     * @param async whether operations may pend
     * @param context its context value
     * @param reportsZeroContext whether callbacks are made although the context is 0
     * @param settings the values to start with
     */
    protected TransferNode(
            HandleKind kind,
            @Nullable HandleNode parent,
            boolean async,
            long context,
            boolean reportsZeroContext,
            DwordSettings settings) {
        super(kind, parent, async, context, reportsZeroContext, settings);
    }

    /** Fails with the documented error unless there is something to read from (R-HANDLE-31 to R-HANDLE-33). */
    public abstract void requireReadable();

    /** Fails with the documented error unless data may be written now (R-HANDLE-31). */
    public abstract void requireWritable();

    /**
     * Moves what is there without waiting for the peer.
     *
     * @param target where to; moved until full
     * @return true if nothing more will come because the data has ended
     * @throws IOException if the data cannot be decoded
     */
    public abstract boolean readReady(ByteBuffer target) throws IOException;

    /**
     * Fills the target, or reads to the end of the data (R-READ-5, R-READ-6).
     *
     * @param target where to
     * @throws IOException if the peer or the network fails
     */
    public abstract void readFully(ByteBuffer target) throws IOException;

    /**
     * Counts what {@link #readReady} would move; of a response without a body, what its head announces all the same (R-AVAIL-8).
     *
     * @return bytes; 0 for none
     * @throws IOException if the data cannot be decoded
     */
    public abstract int readyBytes() throws IOException;

    /**
     * Tells whether the end has been reached, as far as that is known without waiting.
     *
     * @return true if no more data comes
     * @throws IOException if the peer broke the protocol
     */
    public abstract boolean isAtEnd() throws IOException;

    /**
     * Waits until something can be read without waiting, or the data ends.
     *
     * @throws IOException if the peer or the network fails
     */
    public abstract void awaitData() throws IOException;

    /**
     * Moves the read position.
     *
     * @param distance how far
     * @param method {@code FILE_BEGIN}, {@code FILE_CURRENT} or {@code FILE_END}
     * @return the new position
     */
    public abstract long seek(long distance, int method);

    /**
     * Sends data.
     *
     * @param source the data
     * @throws IOException if the peer or the network fails
     */
    public abstract void write(ByteBuffer source) throws IOException;

    /**
     * Returns the file that holds what was read.
     *
     * @return the file, or null if nothing asked for one
     */
    public abstract @Nullable EntryFile responseFile();

    /**
     * Starts a file for what will be read, unless there is one; only the operation that runs may do that (R-LOCK-3).
     *
     * @throws io.github.wininet4j.engine.fault.WinInetFailure {@code ERROR_FILE_NOT_FOUND} before the response, after the first bytes
     *     were read, and where no copy may be kept
     */
    public abstract void startResponseFile();
}
