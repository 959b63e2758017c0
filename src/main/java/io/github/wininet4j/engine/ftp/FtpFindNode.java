package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.transfer.FindNode;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A listing that is read entry by entry. */
final class FtpFindNode extends FindNode {
    private final FtpChild child;
    private final Listing listing;
    /** An entry that was read already. */
    private @Nullable ListingEntry ahead;

    FtpFindNode(
            FtpConnectNode connect,
            boolean ownsConnect,
            FtpData data,
            Listing listing,
            @Nullable ListingEntry first,
            int flags,
            long context) {
        super(HandleKind.FTP_FIND, connect, flags, context);
        this.child = new FtpChild(this, connect, ownsConnect, data);
        this.listing = listing;
        this.ahead = first;
    }

    /** Gets its number, and takes the session over. */
    void open() throws IOException {
        child.open();
    }

    @Override
    public Operation next(LPVOID target) {
        if (!(target instanceof WIN32_FIND_DATA data)) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return new NextOperation(data);
    }

    /** Hands out one entry. */
    private final class NextOperation implements Operation {
        private final WIN32_FIND_DATA target;

        NextOperation(WIN32_FIND_DATA target) {
            this.target = target;
        }

        @Override
        public boolean isReady() {
            return ahead != null || child.data().isEnded();
        }

        @Override
        public long perform() throws IOException {
            ListingEntry entry = next();
            if (entry == null) {
                throw new WinInetFailure(Win32Error.ERROR_NO_MORE_FILES);
            }
            entry.fill(target);
            return 1;
        }
    }

    private @Nullable ListingEntry next() throws IOException {
        ListingEntry entry = ahead;
        ahead = null;
        if (entry != null || child.data().isEnded()) {
            return entry;
        }
        boolean waits = child.data().input().length() == 0;
        if (waits) {
            child.statuses().receivingResponse();
        }
        entry = listing.next();
        int count = listing.takeCount();
        if (waits) {
            child.statuses().responseReceived(count);
        }
        if (entry == null) {
            child.end();
        }
        return entry;
    }

    @Override
    protected void cancel() {
        child.cancel();
    }

    @Override
    protected void dispose() {
        child.dispose(false);
    }
}
