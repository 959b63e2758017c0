package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.h1.RequestWriter;
import io.github.wininet4j.engine.http.h1.ResponseHead;
import io.github.wininet4j.engine.http.h1.ResponseHeadReader;
import io.github.wininet4j.engine.http.h1.WireLimits;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/** Writes a request: head and body in as few packets as possible, or with a pause in between for a server that is to agree first. */
final class RequestSender {
    private static final String VERSION = "HTTP/1.1";
    private static final int COPY_SIZE = 16_384;
    /** How long to wait for a 100 before the body goes out all the same; servers are free to send none. */
    private static final int CONTINUE_MILLIS = 1_000;

    private RequestSender() {}

    /** Sends head and data; returns how many bytes that were. */
    static long send(Exchange exchange, Connection connection) throws IOException {
        RequestWriter writer =
                RequestWriter.begin(connection, exchange.verb(), exchange.url().target(), VERSION);
        HeaderList headers = exchange.headers();
        for (int i = 0; i < headers.size(); i++) {
            writer.header(headers.name(i), headers.value(i));
        }
        ByteBuffer data = exchange.body().data().duplicate();
        if (asksFirst(exchange)) {
            long count = writer.send();
            awaitContinue(exchange, connection);
            if (exchange.refusal() != null) {
                return count;
            }
            count += data.remaining();
            sendBody(exchange, connection, data);
            return count;
        }
        if (data.hasArray()) {
            return writer.send(data.array(), data.arrayOffset() + data.position(), data.remaining());
        }
        long count = writer.send() + (long) data.remaining();
        sendBody(exchange, connection, data);
        return count;
    }

    private static boolean asksFirst(Exchange exchange) {
        String expect = exchange.headers().first("Expect");
        return expect != null
                && HeaderTokens.contains(expect, "100-continue")
                && (exchange.body().total() > 0 || exchange.body().streamed());
    }

    /** Waits for the server's word on the body: a 100, a final answer that makes the body pointless, or nothing in time. */
    private static void awaitContinue(Exchange exchange, Connection connection) throws IOException {
        int limit = exchange.terms().receiveTimeoutUpTo(CONTINUE_MILLIS);
        try {
            if (connection.input().length() == 0 && !connection.fillWithin(limit)) {
                return;
            }
        } catch (SocketTimeoutException e) {
            return;
        }
        ResponseHead head = ResponseHeadReader.read(connection.input(), WireLimits.DEFAULT);
        if (TransferStage.isIntermediate(head)) {
            StatusNotifier.plain(exchange.terms().node(), InternetStatus.INTERNET_STATUS_INTERMEDIATE_RESPONSE);
        } else {
            exchange.refuse(head);
        }
    }

    /**
     * Sends body bytes. A server that answers early and closes makes the sending fail; the answer then counts for more than the
     * failure.
     */
    static void sendBody(Exchange exchange, Connection connection, ByteBuffer data) throws IOException {
        if (exchange.uploadFailure() != null) {
            return;
        }
        try {
            write(connection.output(), data);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (exchange.terms().cancellation().isCancelled() || !hasAnswer(connection)) {
                throw e;
            }
            exchange.setUploadFailure(e);
        }
    }

    private static void write(OutputStream out, ByteBuffer data) throws IOException {
        if (data.hasArray()) {
            out.write(data.array(), data.arrayOffset() + data.position(), data.remaining());
            data.position(data.limit());
            return;
        }
        byte[] copy = new byte[Math.min(COPY_SIZE, Math.max(data.remaining(), 1))];
        while (data.hasRemaining()) {
            int count = Math.min(copy.length, data.remaining());
            data.get(copy, 0, count);
            out.write(copy, 0, count);
        }
    }

    private static boolean hasAnswer(Connection connection) {
        try {
            return connection.input().length() > 0 || connection.input().fill();
        } catch (IOException e) {
            return false;
        }
    }
}
