package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.proxy.ProxyTarget;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.engine.transfer.HttpGateway;
import io.github.wininet4j.engine.transfer.UrlOpener;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * InternetOpenUrl for ftp: a file, or a folder as a page or as entries, under a connection that the caller does not
 * see. Through an HTTP proxy it is a request (R-FTP-1).
 */
public final class FtpUrlOpener implements UrlOpener {
    private final EngineServices engine;
    private final UrlOpener byProxy;

    /**
     * Creates the opener.
     *
     * @param engine what it works on
     * @param byProxy opens the URLs that an HTTP proxy gets
     */
    public FtpUrlOpener(EngineServices engine, UrlOpener byProxy) {
        this.engine = engine;
        this.byProxy = byProxy;
    }

    @Override
    public @Nullable HINTERNET open(
            SessionNode session, String text, @Nullable String headers, int flags, long context) {
        FtpUrl url = FtpUrl.of(text);
        if (HttpGateway.serves(engine, session, new ProxyTarget("ftp", url.host(), url.port(), text))) {
            return byProxy.open(session, text, headers, flags, context);
        }
        FtpConnectNode connect =
                FtpConnectNode.of(engine, session, url.host(), url.port(), url.credentials(), flags, 0);
        engine.handles().open(connect);
        FtpCopies copies = FtpCopies.of(engine.cache(), url.credentials(), text, flags | session.flags());
        long result = engine.calls()
                .run(connect, "InternetOpenUrl", flags, new OpenOperation(connect, url, copies, flags, context));
        return result == 0 ? null : new HINTERNET(result);
    }

    /** Logs on and asks for what the URL names. */
    private record OpenOperation(
            FtpConnectNode connect, FtpUrl url, @Nullable FtpCopies copies, int flags, long context)
            implements Operation {
        @Override
        public long context(HandleNode node) {
            return context;
        }

        @Override
        public long perform() throws IOException {
            FileChannel copy = copies == null || (flags & InternetFlag.INTERNET_FLAG_RAW_DATA) != 0
                    ? null
                    : copies.open(connect.isOffline());
            if (copy != null) {
                return opened(copy);
            }
            if (copies != null && copies.onlyCopies()) {
                throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
            }
            return inTime();
        }

        /** Asks the server, for so long as the caller wants to wait if there is an old copy (R-TIMEOUT-11). */
        private long inTime() throws IOException {
            int patience = connect.setting(DwordSetting.FROM_CACHE_TIMEOUT);
            boolean reloads = (flags & (InternetFlag.INTERNET_FLAG_RAW_DATA | InternetFlag.INTERNET_FLAG_RELOAD)) != 0;
            FileChannel old = patience == 0 || copies == null || reloads ? null : copies.open(true);
            CopyDeadline deadline = new CopyDeadline(connect);
            if (old == null) {
                return asked(deadline);
            }
            boolean needed = false;
            try {
                deadline.begin(connect.engine().pool().watchdog(), Integer.toUnsignedLong(patience));
                return asked(deadline);
            } catch (IOException | WinInetFailure e) {
                needed = deadline.hasExpired();
                if (!needed) {
                    throw e;
                }
            } finally {
                deadline.answered();
                if (!needed) {
                    old.close();
                }
            }
            return opened(old);
        }

        private long asked(CopyDeadline deadline) throws IOException {
            connect.open(context);
            FtpOperation use = new FtpOperation(connect, context, (session, call) -> fetch(session, call, deadline));
            try {
                return use.perform();
            } finally {
                use.failed();
            }
        }

        /** What came too late is not shown. */
        private static FtpData begun(FtpData data, CopyDeadline deadline) {
            if (!deadline.answered()) {
                data.abandon();
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_TIMEOUT);
            }
            return data;
        }

        private long opened(FileChannel copy) throws IOException {
            HandleKind kind = url.folder() ? HandleKind.FTP_FIND_HTML : HandleKind.FTP_FILE;
            FtpCopyNode node = new FtpCopyNode(kind, connect, copy, flags, context);
            boolean done = false;
            try {
                connect.engine().handles().open(node);
                done = true;
            } finally {
                if (!done) {
                    copy.close();
                }
            }
            return announced(node);
        }

        private long fetch(FtpSession session, FtpCall call, CopyDeadline deadline) throws IOException {
            if (url.folder()) {
                return folder(session, call, deadline);
            }
            try {
                session.setType(url.type());
                long size = session.size(url.path());
                FtpData data = begun(session.transfer(call, url.type(), "RETR " + url.path()), deadline);
                long whole = url.type() == TransferType.BINARY ? size : -1;
                return open(FtpFileNode.owning(connect, data, size, copies, whole, flags, context));
            } catch (WinInetFailure e) {
                // A folder whose URL lacks the slash.
                if (deadline.hasExpired() || session.control().isDropped() || !session.isFolder(url.path())) {
                    throw e;
                }
                return list(session, call, deadline);
            }
        }

        private long folder(FtpSession session, FtpCall call, CopyDeadline deadline) throws IOException {
            String path = url.path().length() > 1 && url.path().endsWith("/")
                    ? url.path().substring(0, url.path().length() - 1)
                    : url.path();
            if (!path.isEmpty()) {
                session.demand("CWD " + path);
            }
            return list(session, call, deadline);
        }

        private long list(FtpSession session, FtpCall call, CopyDeadline deadline) throws IOException {
            FtpData data = begun(Listings.open(session, call, ""), deadline);
            Listing listing = new Listing(
                    data,
                    SearchPattern.of(null),
                    ZoneId.systemDefault(),
                    call.dataTimeouts().receiveMillis());
            ListingEntry first = listing.next();
            if (first == null) {
                data.end();
            }
            if ((flags & InternetFlag.INTERNET_FLAG_RAW_DATA) != 0) {
                FtpFindNode entries = new FtpFindNode(connect, true, data, listing, first, flags, context);
                entries.open();
                return announced(entries);
            }
            return open(FtpFileNode.page(connect, data, listing, first, url, copies, flags, context));
        }

        private long open(FtpFileNode file) throws IOException {
            file.open();
            return announced(file);
        }

        /** The hidden connection ends with what was opened. */
        private long announced(HandleNode node) {
            StatusNotifier.handleCreated(node, connect.session());
            return node.handle().value();
        }

        @Override
        public void failed() {
            connect.engine().handles().closeQuietly(connect);
        }
    }
}
