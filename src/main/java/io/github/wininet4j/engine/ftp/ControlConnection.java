package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Commands out, replies in. It serves one call at a time, and after a failure none any more. */
final class ControlConnection {
    /** What InternetGetLastResponseInfo keeps at most, in characters. */
    private static final int LONGEST_TRANSCRIPT = 1_048_576;

    private static final int MAX_PRELIMINARY = 100;

    private final Connection connection;
    private final NameText names;
    private final LineReader lines;
    private final ReplyReader replies;
    private final StringBuilder transcript = new StringBuilder();
    private FtpStatuses statuses;
    private int receiveMillis;
    private boolean dropped;
    private int lastCode;

    /** Takes over a connection for the call that made it. */
    ControlConnection(Connection connection, NameText names, FtpCall call) throws IOException {
        this.connection = connection;
        this.names = names;
        this.lines = new LineReader(connection.input(), names, ReplyReader.MAX_LINE);
        this.replies = new ReplyReader(lines);
        this.statuses = call.statuses();
        begin(call);
    }

    /** Serves a call from now on; its replies are collected anew (R-FTP-43). */
    void begin(FtpCall call) throws IOException {
        statuses = call.statuses();
        transcript.setLength(0);
        if (dropped) {
            throw new SessionDroppedException();
        }
        Timeouts timeouts = call.controlTimeouts();
        receiveMillis = timeouts.receiveMillis();
        try {
            connection.beginLease(true, timeouts, call.cancellation());
        } catch (IOException e) {
            throw dropped(e);
        }
    }

    /** Serves no call for now: no cancellation closes it. */
    void rest() {
        connection.unbind();
    }

    /**
     * Sends a command and waits for the answer.
     *
     * @throws SessionDroppedException if the answer is that the session is over
     * @throws IOException if the network fails
     */
    Reply command(String line) throws IOException {
        send(line);
        return receive();
    }

    private void send(String line) throws IOException {
        if (dropped) {
            throw new SessionDroppedException();
        }
        byte[] bytes = names.encode(line + "\r\n");
        statuses.sendingRequest();
        try {
            connection.output().write(bytes);
        } catch (IOException e) {
            throw dropped(e);
        }
        statuses.requestSent(bytes.length);
    }

    /** Waits for a reply. */
    Reply receive() throws IOException {
        return receive(new AnswerTime(receiveMillis));
    }

    private Reply receive(AnswerTime time) throws IOException {
        if (dropped) {
            throw new SessionDroppedException();
        }
        statuses.receivingResponse();
        Reply reply;
        try {
            reply = replies.next(time);
        } catch (IOException e) {
            throw dropped(e);
        }
        statuses.responseReceived(lines.takeCount());
        lastCode = reply.code();
        for (String line : reply.lines()) {
            if (transcript.length() < LONGEST_TRANSCRIPT) {
                transcript.append(line).append("\r\n");
            }
        }
        if (reply.code() == Reply.CLOSING) {
            throw dropped(new SessionDroppedException());
        }
        return reply;
    }

    /** Waits for a reply that is not preliminary; no server has many of these to send. */
    Reply receiveFinal() throws IOException {
        AnswerTime time = new AnswerTime(receiveMillis);
        Reply reply = receive(time);
        for (int i = 0; reply.isPreliminary(); i++) {
            if (i == MAX_PRELIMINARY) {
                throw dropped(new InvalidReplyException("nothing but preliminary replies"));
            }
            reply = receive(time);
        }
        return reply;
    }

    private IOException dropped(IOException failure) {
        dropped = true;
        close(ConnectionEvents.SILENT);
        return failure;
    }

    /** The code of the last reply. */
    int lastCode() {
        return lastCode;
    }

    /** Whether it serves no call any more. */
    boolean isDropped() {
        return dropped;
    }

    /** Whether nothing waits that was not asked for, and the server is there. */
    boolean isIdleAndOpen() {
        return !dropped && connection.isIdleAndOpen();
    }

    /** The lines of all replies of the call (R-FTP-43). */
    String transcript() {
        return transcript.toString();
    }

    NameText names() {
        return names;
    }

    InetAddress server() {
        return ((InetSocketAddress) connection.remoteAddress()).getAddress();
    }

    InetAddress local() {
        return ((InetSocketAddress) connection.localAddress()).getAddress();
    }

    /** Takes leave, without waiting for the answer, and closes. */
    void quit(ConnectionEvents events) {
        if (!dropped) {
            try {
                connection.output().write(names.encode("QUIT\r\n"));
            } catch (IOException e) {
                // The server was first.
            }
        }
        dropped = true;
        close(events);
    }

    private void close(ConnectionEvents events) {
        if (connection.isClosed()) {
            return;
        }
        events.closingConnection();
        connection.unbind();
        connection.closeGracefully();
        events.connectionClosed();
    }
}
