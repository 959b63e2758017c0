package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on a connection of its own. With the last byte of the response the connection goes back to the pool, or is
 * closed if it cannot serve again.
 *
 * <p>A response may come before the whole body was sent: instead of the 100 that the body waits for ({@link
 * #earlyResponse}), or so that sending the rest fails ({@link #uploadError}). The rest is not sent then, and the
 * connection serves no other request.
 */
final class Http1Stream implements HttpStream, ResponseBody.Owner {
    /** How much of an unwanted response is read rather than closing a good connection, in bytes. */
    private static final int DRAIN_LIMIT = 65_536;

    /** How long each piece of it is waited for, and all of it. */
    private static final int DRAIN_MILLIS = 1_000;

    private static final int WHOLE_DRAIN_MILLIS = 10_000;

    private static final int DRAIN_PIECE = 4_096;

    /** How long to wait for a 100 before the body is sent anyway; servers are free to send none. */
    private static final int CONTINUE_MILLIS = 1_000;

    private static final int CONTINUE_FIRST = 100;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FINAL_FIRST = 200;

    private final ConnectionPool pool;
    private final StreamOptions options;
    private final boolean forwarded;
    private final boolean reused;
    private volatile @Nullable Connection connection;
    private @Nullable RequestHead request;
    /** Null before the first body data. */
    private @Nullable BodyWriter bodyWriter;

    private long bodySent;
    private @Nullable ResponseHead earlyResponse;
    private @Nullable IOException uploadError;
    private @Nullable ResponseBody body;
    private boolean reusable;
    private boolean closeAnnounced;
    private boolean holds;
    /** Whether the wait for the response was reported. */
    private boolean awaiting;

    Http1Stream(ConnectionPool pool, Connection connection, StreamOptions options, boolean forwarded) {
        this(pool, connection, options, forwarded, connection.reused());
    }

    private Http1Stream(
            ConnectionPool pool, Connection connection, StreamOptions options, boolean forwarded, boolean reused) {
        this.pool = pool;
        this.connection = connection;
        this.options = options;
        this.forwarded = forwarded;
        this.reused = reused;
        this.holds = options.holdsConnection();
    }

    @Override
    public @Nullable Connection connection() {
        return connection;
    }

    @Override
    public boolean mayBeStale() {
        return reused && uploadError == null;
    }

    private Connection requireConnection() throws IOException {
        Connection current = connection;
        if (current == null) {
            throw new SocketException("the connection is gone");
        }
        return current;
    }

    // ---- sending

    @Override
    public void send(RequestHead head, RequestBody data) throws IOException {
        request = head;
        bodySent = data.data().remaining();
        options.events().sendingRequest();
        Connection current = requireConnection();
        current.traffic().requestSent();
        long count = sendAll(current, head, data);
        options.events().requestSent((int) count);
    }

    private long sendAll(Connection current, RequestHead head, RequestBody body) throws IOException {
        RequestWriter writer = RequestWriter.begin(current, head, forwarded);
        ByteBuffer data = body.data();
        if (awaitsContinue(head, body)) {
            long count = writer.send();
            awaitContinue(current);
            if (earlyResponse == null) {
                count += data.remaining();
                sendBody(current, data.duplicate());
            }
            return count;
        }
        if (data.hasArray()) {
            return writer.send(data.array(), data.arrayOffset() + data.position(), data.remaining());
        }
        long count = writer.send() + (long) data.remaining();
        sendBody(current, data.duplicate());
        return count;
    }

    private static boolean awaitsContinue(RequestHead head, RequestBody body) {
        String expect = head.headers().first("Expect");
        return expect != null && HeaderTokens.contains(expect, "100-continue") && (body.total() > 0 || body.streamed());
    }

    /**
     * Waits for the server's decision on the body: a 100, a final response that makes the body pointless, or nothing in
     * time.
     */
    private void awaitContinue(Connection current) throws IOException {
        int limit = options.receiveTimeoutUpTo(CONTINUE_MILLIS);
        try {
            if (current.input().length() == 0 && !current.fillWithin(limit)) {
                return;
            }
        } catch (SocketTimeoutException e) {
            return;
        }
        ResponseHead head = readHead(current, new AnswerTime(receiveMillis()));
        if (isIntermediate(head)) {
            options.events().intermediateResponse();
        } else {
            earlyResponse = head;
        }
    }

    @Override
    public void write(ByteBuffer data) throws IOException {
        Connection current = connection;
        int count = data.remaining();
        options.events().sendingRequest();
        if (current != null && earlyResponse == null) {
            sendBody(current, data);
        }
        bodySent += count;
        options.events().requestSent(count);
    }

    /**
     * Sends body bytes. A server that answers early and closes makes that fail; the answer then counts for more than
     * the failure.
     */
    private void sendBody(Connection current, ByteBuffer data) throws IOException {
        if (uploadError != null) {
            return;
        }
        try {
            BodyWriter writer = bodyWriter == null ? new BodyWriter() : bodyWriter;
            bodyWriter = writer;
            writer.write(current.output(), data);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (options.cancellation().isCancelled() || !hasAnswer(current)) {
                throw e;
            }
            uploadError = e;
        }
    }

    private static boolean hasAnswer(Connection current) {
        try {
            return current.input().length() > 0 || current.input().fill();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether as much was sent as announced. If not, the server takes the next request for the rest, or the rest for a
     * request.
     */
    private boolean isBodyWhole(HeaderFields headers) {
        String announced = headers.first("Content-Length");
        return announced == null
                ? bodySent == 0 || headers.contains("Transfer-Encoding")
                : announced.equals(Long.toString(bodySent));
    }

    // ---- receiving

    @Override
    public @Nullable Connection awaitResponse() {
        reportAwaiting();
        Connection current = connection;
        return earlyResponse == null && current != null && current.input().length() == 0 ? current : null;
    }

    private void reportAwaiting() {
        if (!awaiting) {
            awaiting = true;
            options.events().receivingResponse();
        }
    }

    @Override
    public ResponseFields receive() throws IOException {
        Connection current = requireConnection();
        ResponseHead head;
        try {
            head = receiveHead(current);
        } catch (IOException e) {
            throw uploadError != null ? uploadError : e;
        }
        accept(current, head);
        return head;
    }

    private ResponseHead receiveHead(Connection current) throws IOException {
        reportAwaiting();
        long before = current.bytesReceived();
        int intermediates = 0;
        // One for all heads: a server could make one after another of them wait.
        AnswerTime time = new AnswerTime(receiveMillis());
        ResponseHead head = earlyResponse;
        while (head == null) {
            ResponseHead next = readHead(current, time);
            if (isIntermediate(next)) {
                if (++intermediates > WireLimits.DEFAULT.intermediateHeads()) {
                    throw new MalformedResponseException("too many intermediate responses");
                }
                options.events().intermediateResponse();
            } else if (next.isHeadless() && reused) {
                // HTTP/0.9 answers once on a connection: this belongs to the response before.
                throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
            } else {
                head = next;
            }
        }
        options.events().responseReceived((int) (current.bytesReceived() - before));
        return head;
    }

    private static ResponseHead readHead(Connection current, AnswerTime time) throws IOException {
        return ResponseHeadReader.read(current.input(), WireLimits.DEFAULT, time);
    }

    private static boolean isIntermediate(ResponseHead head) {
        return head.status() >= CONTINUE_FIRST && head.status() < FINAL_FIRST && head.status() != SWITCHING_PROTOCOLS;
    }

    private void accept(Connection current, ResponseHead head) throws IOException {
        RequestHead sent = request;
        if (sent == null) {
            throw new IllegalStateException("nothing was sent");
        }
        pool.noteVersion(current, head.isHttp10());
        ResponseBody framed = ResponseBody.of(sent.verb(), head, current.input(), this);
        // After "close" from either side the connection carries no other request.
        reusable = head.keepsConnection()
                && !HeaderTokens.contains(sent.headers(), "Connection", "close")
                && head.status() != SWITCHING_PROTOCOLS
                && isBodyWhole(sent.headers())
                && earlyResponse == null
                && uploadError == null;
        closeAnnounced = head.hasToken("Connection", "close");
        body = framed;
        if (framed.hasEnded()) {
            bodyEnded();
        }
    }

    @Override
    public ContentStream body() {
        ResponseBody received = body;
        if (received == null) {
            throw new IllegalStateException("nothing was received");
        }
        return received;
    }

    @Override
    public int receiveMillis() {
        return options.timeouts().receiveMillis();
    }

    @Override
    public boolean truncationFails() {
        return options.truncationFails();
    }

    @Override
    public void bodyEnded() throws IOException {
        if (!holds) {
            release();
        }
    }

    @Override
    public void releaseWhenRead() throws IOException {
        holds = false;
        ResponseBody received = body;
        if (connection != null && received != null && received.hasEnded()) {
            release();
        }
    }

    @Override
    public void bodyFailed() {
        close();
    }

    // ---- the end

    /** The response was read to its end: the connection serves others, or ends. */
    private void release() throws IOException {
        Connection current = connection;
        ResponseBody received = body;
        if (current != null && received != null && reusable && received.complete()) {
            connection = null;
            pool.giveBack(current);
        } else {
            close();
        }
    }

    private void close() {
        Connection current = connection;
        if (current != null) {
            connection = null;
            // That the server closed without a word of it is no event (R-SEND-23).
            boolean silent = current.closedByPeer() && !closeAnnounced;
            pool.discard(current, silent ? ConnectionEvents.SILENT : options.events());
        }
    }

    /** What is wrong with bytes that are dropped is no failure of the request. */
    @Override
    public void finish() {
        ResponseBody received = body;
        if (connection == null || received == null) {
            return;
        }
        try {
            if (drain(received)) {
                release();
            } else {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Reads the rest of the response if that is little; false if there is more. */
    private boolean drain(ResponseBody received) throws IOException {
        if (reusable && received.remaining() <= DRAIN_LIMIT && !received.hasEnded()) {
            requireConnection().setReceiveTimeout(options.receiveTimeoutUpTo(DRAIN_MILLIS));
            byte[] dropped = new byte[DRAIN_PIECE];
            AnswerTime time = new AnswerTime(WHOLE_DRAIN_MILLIS);
            time.begin();
            for (int left = DRAIN_LIMIT; left > 0 && !received.hasEnded(); ) {
                time.beforeWait();
                left -= Math.max(received.readAny(dropped, 0, dropped.length), 0);
            }
        }
        return received.hasEnded();
    }

    @Override
    public void abort() {
        ResponseBody received = body;
        try {
            if (received != null && received.hasEnded()) {
                release();
                return;
            }
        } catch (IOException e) {
            // Then no other request can use the connection either.
        }
        close();
    }

    @Override
    public @Nullable HttpStream renew() throws IOException {
        Connection current = connection;
        ResponseBody received = body;
        if (current == null || received == null) {
            return null;
        }
        if (!canCarryAnother(received)) {
            close();
            return null;
        }
        connection = null;
        current.setReceiveTimeout(options.timeouts().receiveMillis());
        return new Http1Stream(pool, current, options, forwarded, true);
    }

    private boolean canCarryAnother(ResponseBody received) throws IOException {
        try {
            return reusable && drain(received) && received.complete();
        } catch (IOException e) {
            if (options.cancellation().isCancelled()) {
                throw e;
            }
            // What becomes of bytes that are dropped is no failure of the request.
            return false;
        }
    }

    @Override
    public Connection upgrade() throws IOException {
        Connection current = requireConnection();
        connection = null;
        pool.detach(current);
        return current;
    }
}
