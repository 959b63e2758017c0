package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.transfer.TransferNode;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file on a server that is open for reading or for writing, or the data of an FtpCommand. */
final class FtpFileNode extends TransferNode {
    private final FtpChild child;
    private final boolean writing;
    private final long size;
    private final Transfer transfer;

    private FtpFileNode(
            HandleKind kind,
            FtpConnectNode connect,
            boolean ownsConnect,
            FtpData data,
            boolean writing,
            long size,
            int flags,
            long context,
            Function<FtpChild, Transfer> transfer) {
        super(kind, connect, flags, context);
        this.child = new FtpChild(this, connect, ownsConnect, data);
        this.writing = writing;
        this.size = size >= 0 ? size : data.size();
        this.transfer = transfer.apply(child);
    }

    /** A file of a connection of the caller's; the size is -1 if the server did not say it. */
    static FtpFileNode of(FtpConnectNode connect, FtpData data, boolean writing, long size, int flags, long context) {
        return new FtpFileNode(
                HandleKind.FTP_FILE,
                connect,
                false,
                data,
                writing,
                size,
                flags,
                context,
                writing ? FtpWriting::new : FtpReading::new);
    }

    /** A file that a URL names, with a connection of its own. */
    static FtpFileNode owning(
            FtpConnectNode connect,
            FtpData data,
            long size,
            @Nullable FtpCopies copies,
            long whole,
            int flags,
            long context) {
        return new FtpFileNode(
                HandleKind.FTP_FILE,
                connect,
                true,
                data,
                false,
                size,
                flags,
                context,
                child -> kept(new FtpReading(child), copies, whole));
    }

    /** Reads into the cache as well, if that is wanted. */
    private static Transfer kept(Transfer transfer, @Nullable FtpCopies copies, long whole) {
        KeptFile file = copies == null ? null : copies.keep();
        return file == null ? transfer : new KeptTransfer(transfer, file, whole);
    }

    /** A folder that a URL names, as a page. */
    static FtpFileNode page(
            FtpConnectNode connect,
            FtpData data,
            Listing listing,
            @Nullable ListingEntry first,
            FtpUrl url,
            @Nullable FtpCopies copies,
            int flags,
            long context) {
        return new FtpFileNode(
                HandleKind.FTP_FIND_HTML,
                connect,
                true,
                data,
                false,
                -1,
                flags,
                context,
                child -> kept(new FolderPage(child, listing, first, url), copies, -1));
    }

    /** Gets its number, and takes the session over. */
    void open() throws IOException {
        child.open();
    }

    /** The size in bytes that the server gave, or -1. */
    long size() {
        return size;
    }

    @Override
    public Transfer transfer() {
        return transfer;
    }

    @Override
    protected void cancel() {
        child.cancel();
    }

    @Override
    protected void dispose() {
        if (transfer instanceof KeptTransfer kept) {
            kept.end();
        }
        child.dispose(writing);
    }
}
