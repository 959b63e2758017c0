package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.proxy.ProxyAccess;
import io.github.wininet4j.engine.proxy.ProxyServer;
import io.github.wininet4j.engine.proxy.ProxyTarget;
import io.github.wininet4j.engine.session.ConnectNode;
import io.github.wininet4j.engine.session.Credentials;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.engine.session.KeptServer;
import io.github.wininet4j.engine.session.SessionNode;
import io.github.wininet4j.host.CompatibilitySwitch;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An FTP server with a user logged on to it. One call, file or listing at a time uses it; others are refused with
 * {@code ERROR_FTP_TRANSFER_IN_PROGRESS} (R-FTP-7, R-FTP-8).
 */
public final class FtpConnectNode extends ConnectNode {
    private final EngineServices engine;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicReference<@Nullable Object> user = new AtomicReference<>();
    private volatile @Nullable FtpSession session;
    /** What the session is to be kept as once the handle is closed, or null if it is not. */
    private volatile @Nullable KeptFtp kept;

    private volatile boolean atHome = true;

    private FtpConnectNode(
            EngineServices engine,
            SessionNode session,
            String host,
            int port,
            Credentials credentials,
            int flags,
            long context) {
        super(
                session,
                HandleKind.CONNECT_FTP,
                host,
                port != 0 ? port : ServiceType.INTERNET_DEFAULT_FTP_PORT,
                credentials,
                flags,
                context);
        this.engine = engine;
    }

    /**
     * Makes a connection, as InternetConnect wants it.
     *
     * @param engine what it works with
     * @param session its session
     * @param host host name or address, IPv6 without brackets
     * @param port the port, or 0 for FTP's
     * @param credentials how to log on
     * @param flags {@code INTERNET_FLAG_*} bits
     * @param context its context value
     * @return the connection
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for a password without a user (R-CONN-6), and for line
     *     ends in either
     */
    public static FtpConnectNode of(
            EngineServices engine,
            SessionNode session,
            String host,
            int port,
            Credentials credentials,
            int flags,
            long context) {
        boolean nobody = credentials.user() == null && credentials.password() != null;
        if (nobody || !isOneLine(FtpServer.userOf(credentials)) || !isOneLine(FtpServer.passwordOf(credentials))) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return new FtpConnectNode(engine, session, host, port, credentials, flags, context);
    }

    /** From now on a name is not that of a URL any more. */
    void leaveHome() {
        atHome = false;
    }

    /** The copies of a file that a name means in the folder that the user entered; null if nothing is to be kept. */
    @Nullable
    FtpCopies copies(String name, char type, int flags) {
        if (!atHome || name.startsWith("/") || !FolderPage.escaped(name).equals(name)) {
            return null;
        }
        String host = host().indexOf(':') < 0 ? host() : "[" + host() + "]";
        String port = port() == ServiceType.INTERNET_DEFAULT_FTP_PORT ? "" : ":" + port();
        String url = "ftp://" + host + port + "/" + name + (type == TransferType.ASCII ? ";type=a" : "");
        return FtpCopies.of(
                engine.cache(), credentials(), url, flags | session().flags());
    }

    /** What a call changes or deletes is not to be had from the cache any more. */
    void forget(String name) {
        for (char type : new char[] {TransferType.BINARY, TransferType.ASCII}) {
            FtpCopies copies = copies(name, type, 0);
            if (copies != null) {
                copies.forget();
            }
        }
    }

    /** Whether a text can be part of a command without being another one. */
    static boolean isOneLine(String text) {
        return text.indexOf('\r') < 0 && text.indexOf('\n') < 0 && text.indexOf('\0') < 0;
    }

    /** Connects and logs on (R-FTP-36). */
    @Override
    public Operation opening() {
        return () -> {
            open(context());
            return 1;
        };
    }

    /** Connects and logs on, for a call with a context of its own. */
    void open(long ofCall) throws IOException {
        requireOnline();
        FtpCall call = new FtpCall(this, ofCall, cancellation);
        StringBuilder said = new StringBuilder();
        int error = 0;
        try {
            ProxyServer way = way();
            boolean socks = way.kind() == ProxyServer.Kind.SOCKS;
            FtpNetwork network = new FtpNetwork(
                    engine.dialer(), engine.config().resolver(), socks ? new Endpoint(way.host(), way.port()) : null);
            FtpServer server = way.kind() == ProxyServer.Kind.FTP_GATEWAY ? server().behind(way) : server();
            if ((flags() & InternetFlag.INTERNET_FLAG_EXISTING_CONNECT) == 0) {
                session = FtpSession.open(network, server, call, said);
            } else {
                openKept(network, server, call, said);
            }
        } catch (WinInetFailure e) {
            error = e.code();
            throw e;
        } finally {
            engine.threads().current().setResponse(error, said.toString());
        }
    }

    /** Takes the session that was kept, if it is the same, or makes one that can be kept (R-HANDLE-27). */
    private void openKept(FtpNetwork network, FtpServer server, FtpCall call, StringBuilder said) throws IOException {
        KeptServer found = session().takeKept(before -> before instanceof KeptFtp ftp && ftp.serves(server, network));
        if (found instanceof KeptFtp before && before.resume(call, said)) {
            kept = before;
            session = before.session();
            return;
        }
        FtpSession opened = FtpSession.open(network, server, call, said);
        session = opened;
        opened.rememberHome(call);
        kept = new KeptFtp(server, network.socks(), opened);
    }

    /** The way to the server: HTTP proxies are none for these functions (R-FTP-1, R-PROJ-FTP-12). */
    private ProxyServer way() throws IOException {
        ProxyAccess access = session().proxyAccess();
        if (!access.isDirect()) {
            String url = "ftp://" + host() + ":" + port() + "/";
            ProxyTarget target = new ProxyTarget("ftp", host(), port(), url);
            for (ProxyServer way : engine.chooser().choose(access, target, () -> {}, cancellation)) {
                if (way.kind() != ProxyServer.Kind.HTTP) {
                    return way;
                }
            }
        }
        return ProxyServer.DIRECT;
    }

    private FtpServer server() {
        return new FtpServer(
                host(),
                port(),
                FtpServer.userOf(credentials()),
                FtpServer.passwordOf(credentials()),
                (flags() & InternetFlag.INTERNET_FLAG_PASSIVE) != 0,
                engine.config().switches().contains(CompatibilitySwitch.FTP_NAMES_ARE_ANSI));
    }

    boolean isOffline() {
        return engine.options().servers().isOffline();
    }

    /** Fails while the engine is offline (R-FTP-23). */
    void requireOnline() {
        if (isOffline()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_NO_DIRECT_ACCESS);
        }
    }

    EngineServices engine() {
        return engine;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** The session, once it is open. */
    FtpSession ftp() throws IOException {
        FtpSession open = session;
        if (open == null) {
            throw new SessionDroppedException();
        }
        return open;
    }

    /** Fails if the session is taken. */
    void requireFree() {
        if (user.get() != null) {
            throw new WinInetFailure(WinInetError.ERROR_FTP_TRANSFER_IN_PROGRESS);
        }
    }

    /** Takes the session for a call, or fails if it is taken. */
    void claim(Object by) {
        if (!user.compareAndSet(null, by)) {
            throw new WinInetFailure(WinInetError.ERROR_FTP_TRANSFER_IN_PROGRESS);
        }
    }

    /** Leaves the session of the call that runs to a handle that it has made. */
    void leaveTo(Object child) {
        user.set(child);
    }

    /** Gives the session back, if it is with the one who says so. */
    void giveBack(Object by) {
        user.compareAndSet(by, null);
    }

    /** A call that waits is broken off; else the server is told of the end in due form. */
    @Override
    protected void cancel() {
        if (session == null || user.get() != null) {
            cancellation.cancel();
        }
    }

    @Override
    protected void dispose() {
        FtpSession open = session;
        KeptFtp next = kept;
        if (next != null && user.get() == null && next.session().canBeKept()) {
            session().keep(next);
        } else if (open != null) {
            open.control().quit(new FtpStatuses(this, context()));
        }
    }
}
