package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that many requests share. A worker reads it from its first to its last byte and hands what comes to the
 * streams; each request's own thread writes what it sends, one frame at a time.
 */
final class Http2Connection {
    /** What one stream may receive before its reader takes it, in bytes. */
    static final int STREAM_WINDOW = 1 << 20;

    /** The same for all streams together (R-PROJ-H2-3). */
    static final int CONNECTION_WINDOW = 1 << 24;

    /** How long it stays open without a stream, as idle connections of HTTP/1.1 do (R-TIMEOUT-8). */
    static final int IDLE_MILLIS = 60_000;

    private static final int DEFAULT_WINDOW = 65_535;
    /** One that comes too early could be refused. */
    private static final int STREAMS_BEFORE_SETTINGS = 1;

    private static final int STREAMS_WITHOUT_LIMIT = 100;
    private static final int MAX_ID = Integer.MAX_VALUE - 2;

    private final Connection connection;
    private final Http2Owner owner;
    private final FrameWriter writer;

    /** Encoding belongs to who has the turn to write, decoding to the reader. */
    private final HeaderBlocks blocks = new HeaderBlocks();

    /** Guards all that follows, and the state of the streams. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Integer, Http2Stream> streams = new HashMap<>();
    private int open;
    private int nextId = 1;
    private int maxStreams = STREAMS_BEFORE_SETTINGS;
    private boolean limitKnown;
    private int initialWindow = DEFAULT_WINDOW;
    private long sendWindow = DEFAULT_WINDOW;
    private final ReceiveWindow receiveWindow = new ReceiveWindow(CONNECTION_WINDOW);
    private boolean retired;
    private @Nullable IOException failure;

    private volatile long idleSince = System.nanoTime();
    private final AtomicLong sentData = new AtomicLong();
    private final Liveness server;

    private Http2Connection(Connection connection, Http2Owner owner, InstantSource clock) {
        this.connection = connection;
        this.owner = owner;
        this.server = new Liveness(lock, clock);
        this.writer = new FrameWriter(connection, failure -> end(failure, H2Error.INTERNAL_ERROR));
    }

    /**
     * Begins to speak HTTP/2.
     *
     * @param connection a connection whose server chose it
     * @param owner what it belongs to
     * @param workers where it is read
     * @param clock says how long it was silent
     * @return the connection
     * @throws IOException if it fails
     */
    static Http2Connection begin(Connection connection, Http2Owner owner, Executor workers, InstantSource clock)
            throws IOException {
        Http2Connection made = new Http2Connection(connection, owner, clock);
        // Streams have timeouts of their own; this one is for the rest of a frame that has begun (R-TIMEOUT-8).
        connection.setReceiveTimeout(IDLE_MILLIS);
        connection.unbind();
        made.writer.write(
                0,
                output -> output.begin(
                        CONNECTION_WINDOW - DEFAULT_WINDOW,
                        new H2Setting(H2Param.ENABLE_PUSH, 0),
                        new H2Setting(H2Param.INITIAL_WINDOW_SIZE, STREAM_WINDOW),
                        new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, HeaderBlocks.MAX_LIST)));
        FrameReader reader = new FrameReader(made, new FrameInput(connection), made.blocks);
        workers.execute(new ConnectionReader(made, connection, reader, owner));
        return made;
    }

    Connection connection() {
        return connection;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Reserves a stream; false if there can be none now. */
    boolean tryReserve() {
        lock.lock();
        try {
            if (retired || open >= maxStreams) {
                return false;
            }
            open++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether a stream can be reserved at the moment. */
    boolean hasRoom() {
        lock.lock();
        try {
            return !retired && open < maxStreams;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back {@link #tryReserve} for a stream that was not made. */
    void giveUp() {
        release(0);
    }

    /** Retires the connection if no stream is open. */
    boolean retireIfUnused() {
        lock.lock();
        try {
            boolean unused = open == 0;
            retired |= unused;
            return unused;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the server whether it is still there, if nothing has come from it for long (R-PROJ-H2-5). One that does not
     * answer gets no more streams.
     *
     * @param mostMillis the longest wait; 0 or less for the usual one
     * @return whether it is
     * @throws CancelledIoException if the thread is interrupted
     */
    boolean answers(int mostMillis) throws CancelledIoException {
        if (!server.isInDoubt()) {
            return true;
        }
        long before = server.frames();
        writer.soon(output -> output.ping(before, false));
        if (server.awaitFrame(before, mostMillis, () -> failure != null)) {
            return true;
        }
        retire();
        return false;
    }

    private void retire() {
        lock.lock();
        try {
            retired = true;
        } finally {
            lock.unlock();
        }
        owner.retired(this);
    }

    boolean isRetired() {
        lock.lock();
        try {
            return retired;
        } finally {
            lock.unlock();
        }
    }

    // ---- writing

    /** Sends the head of a stream, which gets its number by that; returns the bytes sent. */
    int sendHead(Http2Stream stream, RequestHead head, boolean ends) throws IOException {
        AtomicInteger sent = new AtomicInteger();
        writer.write(stream.options().timeouts().sendMillis(), output -> {
            // Encoded first: a head that cannot be leaves no number behind. If there is no number, no head follows.
            ByteArrayBuffer block = blocks.encode(head);
            int id = number(stream);
            sent.set(block.length());
            output.headers(id, block.array(), block.length(), ends);
        });
        return sent.get();
    }

    private int number(Http2Stream stream) throws IOException {
        lock.lock();
        try {
            IOException dead = failure;
            if (dead != null) {
                throw dead;
            }
            if (retired) {
                throw new Http2Failure(H2Error.REFUSED_STREAM, true, "the connection takes no more streams", null);
            }
            int id = nextId;
            nextId += 2;
            retired = nextId > MAX_ID;
            streams.put(id, stream);
            stream.numbered(id, initialWindow, server.frames());
            return id;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends data as the windows have room for it.
     *
     * @return false if the server wants no more, so that the rest was dropped
     */
    boolean sendData(Http2Stream stream, ByteBuffer data, boolean ends, int timeoutMillis) throws IOException {
        ByteBuffer rest = data.duplicate();
        do {
            int room = reserveRoom(stream, rest.remaining(), timeoutMillis);
            if (room < 0) {
                return false;
            }
            ByteBuffer piece = rest.slice(rest.position(), room);
            rest.position(rest.position() + room);
            boolean last = ends && !rest.hasRemaining();
            writer.write(timeoutMillis, output -> output.data(stream.id(), piece, last));
            sentData.incrementAndGet();
        } while (rest.hasRemaining());
        return true;
    }

    /** Waits until something can be sent; returns how much, or -1 if the server wants no more. */
    private int reserveRoom(Http2Stream stream, int wanted, int timeoutMillis) throws IOException {
        long deadline = Http2Stream.deadline(timeoutMillis);
        lock.lock();
        try {
            while (true) {
                if (stream.takesNoMore()) {
                    return -1;
                }
                stream.requireLive();
                if (wanted == 0) {
                    return 0;
                }
                long room =
                        Math.min(Math.min(sendWindow, stream.sendWindow), Math.min(wanted, FrameOutput.MAX_PAYLOAD));
                if (room > 0) {
                    sendWindow -= room;
                    stream.sendWindow -= (int) room;
                    return (int) room;
                }
                stream.await(deadline, "send timed out");
            }
        } finally {
            lock.unlock();
        }
    }

    void refuseProtocol() {
        owner.refusedProtocol();
    }

    void reset(Http2Stream stream, H2Error error) {
        writer.soon(output -> output.reset(stream.id(), error));
    }

    void acknowledgeSettings() throws Http2Failure {
        boolean unlimited;
        lock.lock();
        try {
            unlimited = !limitKnown;
        } finally {
            lock.unlock();
        }
        if (unlimited) {
            setMaxStreams(STREAMS_WITHOUT_LIMIT);
        }
        writer.answer(FrameOutput::settingsAck);
    }

    void answerPing(long data) throws Http2Failure {
        writer.answer(output -> output.ping(data, true));
    }

    /** Data has come, padding included. */
    void arrived(int bytes) throws Http2Failure {
        lock.lock();
        try {
            receiveWindow.arrived(bytes);
        } finally {
            lock.unlock();
        }
    }

    /** The reader of a stream took so much, or it was dropped: lets the server send as much again. */
    void taken(@Nullable Http2Stream stream, int count) {
        int ofStream = 0;
        int ofConnection = 0;
        lock.lock();
        try {
            ofConnection = receiveWindow.taken(count);
            ofStream = stream == null ? 0 : stream.growth(count);
        } finally {
            lock.unlock();
        }
        int more = ofStream;
        int moreOfAll = ofConnection;
        if (more > 0 && stream != null) {
            writer.soon(output -> output.windowUpdate(stream.id(), more));
        }
        if (moreOfAll > 0) {
            writer.soon(output -> output.windowUpdate(0, moreOfAll));
        }
    }

    // ---- reading

    /** Retires the connection if nobody has used it for long. */
    boolean retireIfIdle() {
        return System.nanoTime() - idleSince >= TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS) && retireIfUnused();
    }

    /** Returns whether the server is there, by the frames that come. */
    Liveness server() {
        return server;
    }

    /** Counts what was sent, by which the reader sees that frames without data are answers. */
    long sentData() {
        return sentData.get();
    }

    /** Finds the stream of a frame; null if it has ended already. */
    @Nullable
    Http2Stream stream(int id) throws Http2Failure {
        lock.lock();
        try {
            Http2Stream found = streams.get(id);
            if (found == null && (id % 2 == 0 || id >= nextId)) {
                throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "a stream that was never opened");
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    void setMaxStreams(int count) {
        lock.lock();
        try {
            maxStreams = count < 0 ? Integer.MAX_VALUE : count;
            limitKnown = true;
        } finally {
            lock.unlock();
        }
        owner.roomChanged();
    }

    void limitTable(int size) throws Http2Failure {
        writer.answer(output -> blocks.limitTable(size < 0 ? Integer.MAX_VALUE : size));
    }

    void setInitialWindow(int bytes) throws Http2Failure {
        lock.lock();
        try {
            int change = bytes - initialWindow;
            initialWindow = bytes;
            for (Http2Stream stream : streams.values()) {
                stream.grow(change);
            }
        } finally {
            lock.unlock();
        }
    }

    void growWindow(int growth) throws Http2Failure {
        lock.lock();
        try {
            sendWindow += growth;
            if (sendWindow > Integer.MAX_VALUE) {
                throw Http2Failure.violation(H2Error.FLOW_CONTROL_ERROR, "window of the connection");
            }
            streams.values().forEach(Http2Stream::signal);
        } finally {
            lock.unlock();
        }
    }

    /** The server takes no more streams; those above the last one it may not have begun with. */
    void goAway(int last, H2Error error) {
        List<Http2Stream> refused = new ArrayList<>();
        boolean unused;
        lock.lock();
        try {
            retired = true;
            unused = open == 0;
            streams.forEach((id, stream) -> {
                if (id > last) {
                    refused.add(stream);
                }
            });
        } finally {
            lock.unlock();
        }
        Http2Failure told = new Http2Failure(error, true, "the server takes no more streams", null);
        refused.forEach(stream -> stream.fail(told));
        owner.retired(this);
        if (unused) {
            close();
        }
    }

    // ---- the end

    /** A stream is over. */
    void ended(Http2Stream stream) {
        release(stream.id());
    }

    private void release(int id) {
        boolean unused;
        boolean over;
        lock.lock();
        try {
            streams.remove(id);
            open--;
            idleSince = System.nanoTime();
            unused = open == 0;
            over = unused && retired;
        } finally {
            lock.unlock();
        }
        owner.streamEnded();
        if (over) {
            close();
        } else if (unused) {
            owner.unused(this);
        }
    }

    /** Ends all streams and the connection. */
    void end(IOException reason, H2Error error) {
        List<Http2Stream> concerned;
        lock.lock();
        try {
            if (failure != null) {
                return;
            }
            failure = reason;
            retired = true;
            concerned = new ArrayList<>(streams.values());
            server.wake();
        } finally {
            lock.unlock();
        }
        owner.retired(this);
        concerned.forEach(stream -> stream.fail(reason));
        writer.sayGoodbye(error);
        connection.close();
    }

    /** Ends the connection; whoever still uses it fails. */
    void close() {
        end(new IOException("closed"), H2Error.NO_ERROR);
    }
}
