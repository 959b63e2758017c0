package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.h1.NoResponseException;
import io.github.wininet4j.engine.http.h1.ResponseBody;
import io.github.wininet4j.engine.http.h1.ResponseHead;
import io.github.wininet4j.engine.http.h1.ResponseHeadReader;
import io.github.wininet4j.engine.http.h1.WireLimits;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;

/**
 * The last stage: puts the request on the wire and takes the response off it, with the statuses of both (R-SEQ-1). A pooled connection
 * that turns out to be dead is replaced once by a fresh one, unless that would lose what the caller wrote (R-SEND-15, R-SEND-16).
 */
final class TransferStage {
    /** What is read and dropped of a response that nobody wants, rather than closing a good connection. */
    private static final int DRAIN_LIMIT = 65_536;

    /** How long each piece of it is waited for. */
    private static final int DRAIN_MILLIS = 1_000;

    private static final int CONTINUE_FIRST = 100;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FINAL_FIRST = 200;

    private final ConnectStage connect;
    private final ConnectionPool pool;
    private final boolean truncationFails;

    TransferStage(ConnectStage connect, ConnectionPool pool, boolean truncationFails) {
        this.connect = connect;
        this.pool = pool;
        this.truncationFails = truncationFails;
    }

    /** Connects and sends head and body data. */
    void send(Exchange exchange) throws IOException {
        try {
            attempt(exchange, false);
        } catch (IOException e) {
            if (!mayRetry(exchange, e)) {
                throw e;
            }
            attempt(exchange, true);
        }
    }

    private void attempt(Exchange exchange, boolean fresh) throws IOException {
        Connection connection = connect.connect(exchange, fresh);
        exchange.begin(connection);
        boolean sent = false;
        try {
            HandleNode node = exchange.terms().node();
            StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_SENDING_REQUEST);
            long count = RequestSender.send(exchange, connection);
            StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_REQUEST_SENT, (int) count);
            sent = true;
        } finally {
            if (!sent) {
                discard(exchange);
            }
        }
    }

    /** Only a connection that had served before can have gone stale, and only before it answered. */
    private static boolean mayRetry(Exchange exchange, IOException failure) {
        boolean stale =
                failure instanceof SocketException || (failure instanceof NoResponseException none && !none.begun());
        return stale && exchange.wasReused() && !exchange.terms().cancellation().isCancelled();
    }

    /** Sends a part of a body that the caller writes. */
    void write(Exchange exchange, ByteBuffer source) throws IOException {
        Connection connection = exchange.connection();
        HandleNode node = exchange.terms().node();
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_SENDING_REQUEST);
        int count = source.remaining();
        if (connection != null && exchange.refusal() == null) {
            RequestSender.sendBody(exchange, connection, source);
        }
        exchange.wrote(count);
        StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_REQUEST_SENT, count);
    }

    /** Receives the response head. */
    void receive(Exchange exchange) throws IOException {
        boolean received = false;
        try {
            ResponseHead head = receiveHead(exchange);
            accept(exchange, head);
            received = true;
        } finally {
            if (!received) {
                discard(exchange);
            }
        }
    }

    private ResponseHead receiveHead(Exchange exchange) throws IOException {
        try {
            return readFinalHead(exchange);
        } catch (IOException e) {
            IOException uploadFailure = exchange.uploadFailure();
            if (uploadFailure != null) {
                throw uploadFailure;
            }
            if (exchange.isWrittenByCaller() || !mayRetry(exchange, e)) {
                throw e;
            }
        }
        discard(exchange);
        attempt(exchange, true);
        return readFinalHead(exchange);
    }

    private ResponseHead readFinalHead(Exchange exchange) throws IOException {
        HandleNode node = exchange.terms().node();
        Connection connection = exchange.requireConnection();
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
        long before = connection.bytesReceived();
        ResponseHead head = exchange.refusal();
        while (head == null) {
            ResponseHead next = ResponseHeadReader.read(connection.input(), WireLimits.DEFAULT);
            if (isIntermediate(next)) {
                StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_INTERMEDIATE_RESPONSE);
            } else if (next.isHeadless() && exchange.wasReused()) {
                // HTTP/0.9 answers once on a connection: this belongs to the response before.
                throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
            } else {
                head = next;
            }
        }
        StatusNotifier.number(
                node, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, (int) (connection.bytesReceived() - before));
        return head;
    }

    static boolean isIntermediate(ResponseHead head) {
        return head.status() >= CONTINUE_FIRST && head.status() < FINAL_FIRST && head.status() != SWITCHING_PROTOCOLS;
    }

    private void accept(Exchange exchange, ResponseHead head) throws IOException {
        Connection connection = exchange.requireConnection();
        pool.noteVersion(connection, head.isHttp10());
        ResponseBody framing = ResponseBody.of(exchange.verb(), head, connection.input());
        // After "close" from either side the connection carries no other request.
        boolean reusable = head.keepsConnection()
                && !HeaderTokens.contains(exchange.headers(), "Connection", "close")
                && head.status() != SWITCHING_PROTOCOLS
                && exchange.isBodyWhole()
                && exchange.refusal() == null
                && exchange.uploadFailure() == null;
        WireContent content = new WireContent(exchange, framing, this, truncationFails(exchange));
        exchange.respond(new HeadFields(head), framing, content, reusable);
        if (framing.ended()) {
            settle(exchange);
        }
    }

    private boolean truncationFails(Exchange exchange) {
        return truncationFails || exchange.terms().settings().get(DwordSetting.DISALLOW_PREMATURE_EOF) != 0;
    }

    /** The body has ended: the connection serves others, or ends. */
    void settle(Exchange exchange) throws IOException {
        ResponseBody framing = exchange.framing();
        Connection connection = exchange.connection();
        if (connection == null) {
            return;
        }
        if (exchange.isReusable() && framing != null && framing.complete()) {
            exchange.dropConnection();
            pool.giveBack(connection);
        } else {
            discard(exchange);
        }
    }

    /**
     * Reads a response that a redirect replaced to its end, if that is near; else gives its connection up. What is wrong with bytes
     * that nobody will see is no failure of the request.
     */
    void drain(Exchange exchange) {
        try {
            drop(exchange);
        } catch (IOException e) {
            discard(exchange);
        }
    }

    private void drop(Exchange exchange) throws IOException {
        ResponseBody framing = exchange.framing();
        Connection connection = exchange.connection();
        if (connection == null || framing == null) {
            return;
        }
        if (exchange.isReusable() && framing.remaining() <= DRAIN_LIMIT) {
            connection.setReceiveTimeout(exchange.terms().receiveTimeoutUpTo(DRAIN_MILLIS));
            byte[] waste = new byte[4096];
            for (int left = DRAIN_LIMIT; left > 0 && !framing.ended(); ) {
                left -= Math.max(framing.read(waste, 0, waste.length), 0);
            }
        }
        if (framing.ended()) {
            settle(exchange);
        } else {
            discard(exchange);
        }
    }

    /** Ends an exchange whose response nobody will read any more. */
    void abandon(Exchange exchange) {
        try {
            ResponseBody framing = exchange.framing();
            if (framing != null && framing.ended()) {
                settle(exchange);
                return;
            }
        } catch (IOException e) {
            // Then it is no good for others either.
        }
        discard(exchange);
    }

    void discard(Exchange exchange) {
        Connection connection = exchange.connection();
        if (connection != null) {
            exchange.dropConnection();
            pool.discard(connection, new ConnectStage.Events(exchange.terms().node()));
        }
    }
}
