package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.engine.call.ErrorMap;
import io.github.wininet4j.engine.call.Operation;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.session.EngineServices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A call that asks a server for something, each time on a connection of its own. */
final class Request implements Operation {
    /** What a call does. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param request asks the server
         * @return 1, or the number of a handle that was made
         * @throws IOException if the server or the network fails
         */
        long run(Request request) throws IOException;
    }

    private final EngineServices engine;
    private final GopherConnectNode connect;
    private final long context;
    private final Work work;
    private final StringBuilder said = new StringBuilder();

    Request(EngineServices engine, GopherConnectNode connect, long context, Work work) {
        this.engine = engine;
        this.connect = connect;
        this.context = context;
        this.work = work;
    }

    @Override
    public long context(HandleNode node) {
        return context;
    }

    @Override
    public long perform() throws IOException {
        int error = 0;
        try {
            return work.run(this);
        } catch (IOException | WinInetFailure e) {
            error = ErrorMap.code(e);
            throw e;
        } finally {
            // The server's words on a failure (R-LASTRESP-1).
            engine.threads().current().setResponse(error, said.toString());
        }
    }

    EngineServices engine() {
        return engine;
    }

    GopherConnectNode connect() {
        return connect;
    }

    /** What the server said of a failure. */
    StringBuilder said() {
        return said;
    }

    /**
     * Asks.
     *
     * @param item whose server and selector
     * @param more what follows the selector: a search, or what Gopher+ wants to know
     * @param plus whether the answer has a head
     * @param text whether it ends with a dot
     */
    Answer ask(Locator item, String more, boolean plus, boolean text) throws IOException {
        GopherStatuses statuses = new GopherStatuses(connect, context);
        Timeouts timeouts = new Timeouts(
                connect.setting(DwordSetting.CONNECT_TIMEOUT),
                connect.setting(DwordSetting.SEND_TIMEOUT),
                connect.setting(DwordSetting.RECEIVE_TIMEOUT),
                connect.setting(DwordSetting.CONNECT_RETRIES));
        Connection connection =
                engine.dialer().connect(item.host(), item.port(), timeouts, statuses, connect.cancellation());
        boolean kept = false;
        try {
            connection.beginLease(false, timeouts, connect.cancellation());
            byte[] line = (item.selector() + more + "\r\n").getBytes(StandardCharsets.UTF_8);
            statuses.sendingRequest();
            connection.output().write(line);
            statuses.requestSent(line.length);
            statuses.receivingResponse();
            AnswerTime time = new AnswerTime(timeouts.receiveMillis());
            Answer answer = plus ? Answer.plus(connection, time, said) : Answer.plain(connection, time, text);
            statuses.responseReceived((int) Math.min(connection.bytesReceived(), Integer.MAX_VALUE));
            kept = true;
            return answer;
        } finally {
            if (!kept) {
                connection.close();
            }
        }
    }
}
