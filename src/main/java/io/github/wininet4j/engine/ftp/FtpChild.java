package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.call.ErrorMap;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.option.SettingsNode;
import java.io.IOException;

/**
 * What files and listings have in common: they have the session of their connection to themselves until their handle is
 * closed.
 */
final class FtpChild {
    private final SettingsNode node;
    private final FtpConnectNode connect;
    private final boolean ownsConnect;
    private final FtpData data;
    private final Cancellation cancellation = new Cancellation();
    private int replyError;

    /**
     * Creates the part.
     *
     * @param node the handle
     * @param connect its connection
     * @param ownsConnect whether the connection is hidden and ends with it (R-HANDLE-3)
     * @param data its data
     */
    FtpChild(SettingsNode node, FtpConnectNode connect, boolean ownsConnect, FtpData data) {
        this.node = node;
        this.connect = connect;
        this.ownsConnect = ownsConnect;
        this.data = data;
    }

    FtpData data() {
        return data;
    }

    FtpStatuses statuses() {
        return new FtpStatuses(node, node.context());
    }

    /** Gives the handle its number, and takes the session over from the call that made it. */
    void open() throws IOException {
        boolean taken = false;
        try {
            connect.engine().handles().open(node);
            data.bind(cancellation);
            connect.leaveTo(node);
            taken = true;
        } finally {
            if (!taken) {
                data.abandon();
            }
        }
    }

    /** What has to be read has been read: reads the reply as well, and keeps it for the caller (R-LASTRESP-1). */
    void end() throws IOException {
        if (data.isEnded()) {
            return;
        }
        FtpSession session = data.session();
        try {
            FtpOperation.perform(connect, session, new FtpCall(node, node.context(), cancellation), () -> {
                data.end();
                return 1;
            });
        } catch (IOException | WinInetFailure e) {
            replyError = ErrorMap.code(e);
            throw e;
        }
    }

    /** A reply at the end was bad, and a later call tells that: it finds the server's words as well (R-LASTRESP-1). */
    void tellReplyAgain() {
        if (replyError == 0) {
            return;
        }
        connect.engine()
                .threads()
                .current()
                .setResponse(replyError, data.session().control().transcript());
    }

    /** Closes the data connection; what waits for it or for the last reply ends. */
    void cancel() {
        cancellation.cancel();
    }

    /**
     * Gives the session back.
     *
     * @param waits whether the server's last reply is waited for, since only that says that all data was taken
     */
    void dispose(boolean waits) {
        try {
            if (waits && !data.isEnded() && data.isConnected()) {
                FtpCall last = new FtpCall(node, node.context(), connect.cancellation());
                FtpOperation.perform(connect, data.session(), last, () -> {
                    data.end();
                    return 1;
                });
            }
        } catch (IOException | WinInetFailure e) {
            // Closing succeeds; what the server said is left to be asked for.
        } finally {
            data.abandon();
            connect.giveBack(node);
            if (ownsConnect) {
                connect.engine().handles().closeQuietly(connect);
            }
        }
    }
}
