package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.transfer.TransferNode;
import java.io.IOException;

/** A file on a server that is open for reading or for writing, or the data of an FtpCommand. */
final class FtpFileNode extends TransferNode {
    private final FtpChild child;
    private final boolean writing;
    private final long size;
    private final Transfer transfer;

    FtpFileNode(FtpConnectNode connect, FtpData data, boolean writing, long size, int flags, long context) {
        super(
                HandleKind.FTP_FILE,
                connect,
                connect.isAsync(),
                context,
                (flags & ApiFlag.WININET_API_FLAG_USE_CONTEXT) != 0,
                connect.settings());
        this.child = new FtpChild(this, connect, data);
        this.writing = writing;
        this.size = size >= 0 ? size : data.size();
        this.transfer = writing ? new FtpWriting(child) : new FtpReading(child);
    }

    /** Takes the session over. */
    void begin() throws IOException {
        child.begin();
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
        child.dispose(writing);
    }
}
