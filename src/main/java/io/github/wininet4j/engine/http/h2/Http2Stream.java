package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.NoResponseException;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;
import org.jspecify.annotations.Nullable;

/** One request and its response as a stream of a connection that others share. */
final class Http2Stream implements HttpStream {
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int MAX_INTERMEDIATE = 100;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Http2Connection shared;
    private final StreamOptions options;
    private final boolean reused;
    private final Condition changed;
    private final IncomingData data;
    private final Closeable cancel = this::cancel;

    // What came before the final head, which waits; guarded by the connection's lock like all that follows.
    private int intermediates;
    private int reported;
    private @Nullable Http2Head head;
    int sendWindow;
    private int id;
    private int headBytes;
    private boolean answered;
    private boolean numbered;
    private boolean over;
    private boolean released;
    private long receivedBefore;
    private @Nullable IOException failure;
    private volatile long length = -1;
    private volatile boolean untouched;
    private volatile boolean bodiless;

    private volatile boolean sentAll;

    // Of the request's thread.
    private boolean headOnly;
    private boolean dropped;

    /**
     * Creates a stream on a connection that has reserved it.
     *
     * @param shared the connection
     * @param options its options
     * @param reused whether the connection has served others before
     * @throws CancelledIoException if the request is cancelled already
     */
    Http2Stream(Http2Connection shared, StreamOptions options, boolean reused) throws CancelledIoException {
        this.shared = shared;
        this.options = options;
        this.reused = reused;
        this.changed = shared.lock().newCondition();
        this.data = new IncomingData(this);
        options.cancellation().attach(cancel);
    }

    Http2Connection shared() {
        return shared;
    }

    StreamOptions options() {
        return options;
    }

    int id() {
        return id;
    }

    /** The connection has given it a number. */
    void numbered(int number, int window, long received) {
        id = number;
        sendWindow = window;
        receivedBefore = received;
        numbered = true;
    }

    // ---- waiting, with the lock held

    void signal() {
        changed.signalAll();
    }

    /** When a wait that begins now is to end, by {@link System#nanoTime}. */
    static long deadline(int millis) {
        return System.nanoTime() + patience(millis);
    }

    /** How long a timeout is, in nanoseconds. */
    static long patience(int millis) {
        return millis > 0 ? TimeUnit.MILLISECONDS.toNanos(millis) : Long.MAX_VALUE / 2;
    }

    /** Fails if the stream has failed, or its request was cancelled. */
    void requireLive() throws IOException {
        IOException told = failure;
        if (told != null) {
            throw told(told);
        }
    }

    /**
     * Waits for any change; fails if the stream has failed or the deadline is over. Callers look first at what they
     * wait for: it may have come together with the end.
     */
    @SuppressWarnings("WaitNotInLoop") // the callers loop, each over its own condition
    void await(long deadline, String message) throws IOException {
        requireLive();
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException(message);
        }
        try {
            changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledIoException(null);
        }
    }

    /** What a failure means to this request: one that the server has not begun with may be sent again. */
    IOException told(IOException reason) {
        if (reason instanceof CancelledIoException) {
            return new CancelledIoException(reason);
        }
        untouched = !answered && (reason instanceof Http2Failure known ? known.isUntouched() : wasIdle());
        if (untouched) {
            NoResponseException again = new NoResponseException(false);
            again.initCause(reason);
            return again;
        }
        if (reason instanceof Http2Failure known) {
            return known.again();
        }
        SocketException lost = new SocketException("the connection has ended");
        lost.initCause(reason);
        return lost;
    }

    /** Whether nothing at all has come since the request, on a connection that had served: it was dead already. */
    private boolean wasIdle() {
        return reused && (!numbered || shared.server().frames() == receivedBefore);
    }

    /** Whether the server has answered and reset the stream: it wants no more of the body. */
    boolean takesNoMore() {
        return answered && (over || data.hasEnded());
    }

    // ---- what the reader brings

    /** A header block has come. */
    void received(List<Header> fields, int bytes, boolean ends) {
        shared.lock().lock();
        try {
            headBytes += bytes;
            if (answered) {
                HeaderBlocks.requireTrailers(fields);
                if (!ends) {
                    throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "trailers that end nothing");
                }
            } else {
                take(HeaderBlocks.head(fields), ends);
            }
            if (ends) {
                data.end();
            }
            signal();
        } catch (Http2Failure e) {
            failure = failure == null ? e : failure;
            signal();
        } finally {
            shared.lock().unlock();
        }
        releaseIfOver();
    }

    private void take(Http2Head next, boolean ends) throws Http2Failure {
        if (next.status() >= FIRST_FINAL) {
            answered = true;
            length = next.contentLength();
            bodiless = next.status() == NO_CONTENT || next.status() == NOT_MODIFIED;
            head = next;
        } else if (ends || ++intermediates > MAX_INTERMEDIATE) {
            throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "no final head");
        }
    }

    /**
     * Data has come.
     *
     * @param content the data
     * @param size its size with the padding, which counts for the window
     * @param ends whether it is the last
     * @return how many bytes were dropped
     */
    int received(ByteBuffer content, int size, boolean ends) {
        int count = content.remaining();
        shared.lock().lock();
        try {
            if (failure != null || over) {
                return count;
            }
            if (!answered || !data.add(content, size)) {
                failure = Http2Failure.violation(
                        H2Error.PROTOCOL_ERROR, "data out of place, or more than announced or than the window");
                signal();
                return count;
            }
            if (ends) {
                data.end();
            }
            signal();
        } finally {
            shared.lock().unlock();
        }
        releaseIfOver();
        return 0;
    }

    /** Another stream may begin once both sides are through with this one, whoever still reads what has come. */
    private void releaseIfOver() {
        shared.lock().lock();
        try {
            if (released || !(over || (data.hasEnded() && sentAll))) {
                return;
            }
            over = true;
            released = true;
        } finally {
            shared.lock().unlock();
        }
        shared.ended(this);
    }

    void wasReset(H2Error error) {
        boolean untouched = error == H2Error.REFUSED_STREAM || error == H2Error.HTTP_1_1_REQUIRED;
        if (error == H2Error.HTTP_1_1_REQUIRED) {
            shared.refuseProtocol();
        }
        shared.lock().lock();
        try {
            over = true;
            if (!data.hasEnded() && failure == null) {
                failure = new Http2Failure(error, untouched, "the server reset the stream: " + error, null);
            }
            signal();
        } finally {
            shared.lock().unlock();
        }
        releaseIfOver();
    }

    void fail(IOException reason) {
        shared.lock().lock();
        try {
            over = true;
            if (!data.hasEnded() && failure == null) {
                failure = reason;
            }
            signal();
        } finally {
            shared.lock().unlock();
        }
    }

    void windowGrows(int growth) throws Http2Failure {
        shared.lock().lock();
        try {
            grow(growth);
        } finally {
            shared.lock().unlock();
        }
    }

    /** Changes the window, with the lock held; it may become negative. */
    void grow(int change) throws Http2Failure {
        long grown = (long) sendWindow + change;
        if (grown > Integer.MAX_VALUE) {
            throw Http2Failure.violation(H2Error.FLOW_CONTROL_ERROR, "window of a stream");
        }
        sendWindow = (int) grown;
        signal();
    }

    /** Counts what the caller took, with the lock held; returns by how much the window is to grow now. */
    int growth(int count) {
        return over ? 0 : data.growth(count);
    }

    /** Closes nothing: the connection is others' as well. Only wakes who waits. */
    private void cancel() {
        shared.lock().lock();
        try {
            if (failure == null) {
                failure = new CancelledIoException(null);
            }
            signal();
        } finally {
            shared.lock().unlock();
        }
    }

    // ---- sending

    @Override
    public void send(RequestHead head, RequestBody body) throws IOException {
        options.events().sendingRequest();
        shared.connection().traffic().requestSent();
        headOnly = head.verb().equals("HEAD");
        boolean bodiless = body.total() == 0 && !body.streamed();
        sentAll = bodiless;
        int count = sendHead(head, bodiless);
        if (body.data().hasRemaining()) {
            sendData(body.data(), !body.streamed());
        }
        options.events().requestSent(count + body.data().remaining());
    }

    private int sendHead(RequestHead head, boolean last) throws IOException {
        try {
            return shared.sendHead(this, head, last);
        } catch (IOException e) {
            throw told(e);
        }
    }

    private void sendData(ByteBuffer bytes, boolean last) throws IOException {
        dropped |= !shared.sendData(this, bytes, last, options.timeouts().sendMillis());
        if (last && !dropped) {
            sentAll = true;
            releaseIfOver();
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        options.events().sendingRequest();
        if (count > 0 && !dropped) {
            sendData(bytes, false);
        }
        options.events().requestSent(count);
    }

    // ---- receiving

    @Override
    public ResponseFields receive() throws IOException {
        if (!sentAll && !dropped) {
            sendData(NOTHING, true);
        }
        options.events().receivingResponse();
        int millis = options.timeouts().receiveMillis();
        Http2Head received = awaitHead(deadline(millis));
        // One time for all heads behind the first: a server could make one after another of them wait.
        long deadline = deadline(millis);
        while (received == null) {
            options.events().intermediateResponse();
            received = awaitHead(deadline);
        }
        options.events().responseReceived(headBytes);
        return received;
    }

    /** Returns the final head, or null for one before it. */
    private @Nullable Http2Head awaitHead(long deadline) throws IOException {
        shared.lock().lock();
        try {
            while (head == null && reported == intermediates) {
                await(deadline, "receive timed out");
            }
            if (reported < intermediates) {
                reported++;
                return null;
            }
            return head;
        } finally {
            shared.lock().unlock();
        }
    }

    @Override
    public ContentStream body() {
        return data;
    }

    /** The announced length of what comes; -1 if unknown. */
    long length() {
        return length;
    }

    /** Whether the announced bytes never come. */
    boolean isHeadOnly() {
        return headOnly || bodiless;
    }

    @Override
    public boolean mayBeStale() {
        return untouched;
    }

    @Override
    public @Nullable Connection connection() {
        return shared.connection();
    }

    // ---- the end

    /** What logs on a connection goes on over HTTP/1.1, on one of its own; so do later requests of that user. */
    @Override
    public @Nullable HttpStream renew() {
        shared.refuseProtocol();
        end();
        return null;
    }

    @Override
    public Connection upgrade() throws IOException {
        throw new SocketException("the connection is shared");
    }

    @Override
    public void finish() {
        end();
    }

    @Override
    public void abort() {
        end();
    }

    /** Gives the stream up unless it is over; the second time there is nothing to do. */
    void end() {
        boolean open;
        int unread;
        shared.lock().lock();
        try {
            if (data.isClosed()) {
                return;
            }
            unread = data.close();
            open = numbered && !(data.hasEnded() && sentAll) && !over;
            over = true;
        } finally {
            shared.lock().unlock();
        }
        options.cancellation().detach(cancel);
        if (open) {
            shared.reset(this, H2Error.CANCEL);
        }
        releaseIfOver();
        if (unread > 0) {
            shared.taken(null, unread);
        }
    }
}
