package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.call.ErrorMap;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import java.io.IOException;

/**
 * A call on an FTP connection. It has the session to itself from its start on; a handle that it makes takes the session
 * over.
 */
final class FtpOperation implements Operation {
    /** What a call does. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param session the session
         * @param call for statuses and time limits
         * @return 1, or the number of a handle that was made
         * @throws IOException if the server or the network fails
         */
        long run(FtpSession session, FtpCall call) throws IOException;
    }

    private final FtpConnectNode connect;
    private final long context;
    private final Work work;

    FtpOperation(FtpConnectNode connect, long context, Work work) {
        this.connect = connect;
        this.context = context;
        this.work = work;
        connect.claim(this);
    }

    @Override
    public long context(HandleNode node) {
        return context;
    }

    @Override
    public long perform() throws IOException {
        FtpCall call = new FtpCall(connect, context, connect.cancellation());
        return perform(connect, connect.ftp(), call, () -> {
            try {
                return work.run(connect.ftp(), call);
            } finally {
                connect.giveBack(this);
            }
        });
    }

    /** Serves a call with a session and leaves the server's words where the caller finds them (R-LASTRESP-1). */
    static long perform(FtpConnectNode connect, FtpSession session, FtpCall call, Operation work) throws IOException {
        int error = 0;
        try {
            session.begin(call);
            return work.perform();
        } catch (IOException | WinInetFailure e) {
            error = ErrorMap.code(e);
            throw e;
        } finally {
            session.control().rest();
            connect.engine()
                    .threads()
                    .current()
                    .setResponse(error, session.control().transcript());
        }
    }

    @Override
    public void failed() {
        connect.giveBack(this);
    }
}
