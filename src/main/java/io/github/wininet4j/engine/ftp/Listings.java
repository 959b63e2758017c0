package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Has folders listed. */
final class Listings {
    private Listings() {}

    /**
     * FtpFindFirstFile: asks for a listing and hands out its first entry.
     *
     * @param connect the connection
     * @param pattern what is looked for
     * @param target receives the first entry, or null to leave it to InternetFindNextFile
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context the context value of the new handle
     */
    static FtpOperation.Work find(
            FtpConnectNode connect, SearchPattern pattern, @Nullable WIN32_FIND_DATA target, int flags, long context) {
        return (session, call) -> {
            FtpData data = open(session, call, pattern.listed());
            boolean kept = false;
            try {
                Listing listing = new Listing(
                        data,
                        pattern,
                        ZoneId.systemDefault(),
                        call.dataTimeouts().receiveMillis());
                call.statuses().receivingResponse();
                ListingEntry first = listing.next();
                call.statuses().responseReceived(listing.takeCount());
                if (first == null) {
                    data.end();
                    if (pattern.isExact() && listing.seen() == 0) {
                        requireFolder(session, pattern.listed());
                    }
                    throw new WinInetFailure(Win32Error.ERROR_NO_MORE_FILES);
                }
                FtpFindNode node =
                        new FtpFindNode(connect, false, data, listing, target == null ? first : null, flags, context);
                node.open();
                kept = true;
                if (target != null) {
                    first.fill(target);
                }
                StatusNotifier.handleCreated(node, connect);
                return node.handle().value();
            } finally {
                if (!kept) {
                    data.abandon();
                }
            }
        };
    }

    /**
     * Asks for a listing: LIST, and MLSD from servers that have no other.
     *
     * @param path what to list, or "" for the current folder
     */
    static FtpData open(FtpSession session, FtpCall call, String path) throws IOException {
        // What begins with a hyphen would be taken for options of the program that lists.
        String argument = path.isEmpty() ? "" : path.startsWith("-") ? " ./" + path : " " + path;
        try {
            return session.transfer(call, TransferType.ASCII, "LIST" + argument);
        } catch (WinInetFailure e) {
            if (!Reply.isNotImplemented(session.control().lastCode())) {
                throw e;
            }
            return session.transfer(call, TransferType.ASCII, "MLSD" + argument);
        }
    }

    /** Many servers list what is not there as if it were empty; a folder can be changed into (R-FTP-11). */
    private static void requireFolder(FtpSession session, String path) throws IOException {
        String before = session.currentDirectory();
        session.demand("CWD " + path);
        session.demand("CWD " + before);
    }
}
