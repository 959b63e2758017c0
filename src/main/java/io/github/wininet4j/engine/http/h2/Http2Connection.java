package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http2.H2Error;
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
    private static final int IDLE_MILLIS = 60_000;

    private static final int DEFAULT_WINDOW = 65_535;
    private static final int STREAMS_BEFORE_SETTINGS = 100;
    private static final int MAX_ID = Integer.MAX_VALUE - 2;

    private static final int ENABLE_PUSH = 2;
    private static final int INITIAL_WINDOW = 4;
    private static final int MAX_HEADER_LIST = 6;

    /** Learns of what changes who may use the connection. */
    interface Owner {
        /** A stream has ended, or more are allowed. */
        void roomChanged();

        /** No stream can be opened any more. */
        void retired(Http2Connection connection);

        /** The server wants HTTP/1.1. */
        void refusedProtocol();

        /** The socket is to be closed. */
        void discard(Connection connection);
    }

    private final Connection connection;
    private final Owner owner;
    private final FrameOutput output;
    private final HeaderBlocks blocks = new HeaderBlocks();

    /** Whose turn it is to write. Held while a frame is written, since frames must not mix. */
    private final ReentrantLock turn = new ReentrantLock();

    /** Guards all that follows, and the state of the streams. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Integer, Http2Stream> streams = new HashMap<>();
    private int open;
    private int nextId = 1;
    private int maxStreams = STREAMS_BEFORE_SETTINGS;
    private int maxPayload = FrameType.MAX_PAYLOAD;
    private int initialWindow = DEFAULT_WINDOW;
    private long sendWindow = DEFAULT_WINDOW;
    private int receiveWindow = CONNECTION_WINDOW;
    private int consumed;
    private boolean retired;
    private @Nullable IOException failure;

    private volatile long idleSince = System.nanoTime();
    private final AtomicLong sentData = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    private Http2Connection(Connection connection, Owner owner) {
        this.connection = connection;
        this.owner = owner;
        this.output = new FrameOutput(connection);
    }

    /**
     * Begins to speak HTTP/2.
     *
     * @param connection a connection whose server chose it
     * @param owner what it belongs to
     * @param workers where it is read
     * @return the connection
     * @throws IOException if it fails
     */
    static Http2Connection begin(Connection connection, Owner owner, Executor workers) throws IOException {
        Http2Connection made = new Http2Connection(connection, owner);
        // Streams have timeouts of their own.
        connection.setReceiveTimeout(0);
        connection.unbind();
        made.output.begin(
                new int[][] {{ENABLE_PUSH, 0}, {INITIAL_WINDOW, STREAM_WINDOW}, {MAX_HEADER_LIST, HeaderBlocks.MAX_LIST}
                },
                CONNECTION_WINDOW - DEFAULT_WINDOW);
        FrameReader reader = new FrameReader(made, new FrameInput(connection), made.blocks);
        workers.execute(() -> made.read(reader));
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

    /** Takes back {@link #tryReserve} for a stream that was not made. */
    void giveUp() {
        lock.lock();
        try {
            open--;
        } finally {
            lock.unlock();
        }
        owner.roomChanged();
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

    /** What is done in turn. */
    private interface Write {
        void run() throws IOException;
    }

    private void inTurn(Write write) throws IOException {
        turn.lock();
        try {
            write.run();
        } catch (IOException e) {
            end(e, H2Error.INTERNAL_ERROR);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /** Sends the head of a stream, which gets its number by that; returns the bytes sent. */
    int sendHead(Http2Stream stream, RequestHead head, boolean ends) throws IOException {
        turn.lock();
        try {
            // A connection that takes no more streams goes on with those it has.
            int id = number(stream);
            ByteArrayBuffer block = blocks.encode(head);
            inTurn(() -> output.headers(id, block.array(), block.length(), ends, maxPayload));
            return block.length();
        } finally {
            turn.unlock();
        }
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
            stream.numbered(id, initialWindow, received.get());
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
            int room = rest.hasRemaining() ? reserveRoom(stream, rest.remaining(), timeoutMillis) : 0;
            if (room < 0) {
                return false;
            }
            ByteBuffer piece = rest.slice(rest.position(), room);
            rest.position(rest.position() + room);
            boolean last = ends && !rest.hasRemaining();
            inTurn(() -> output.data(stream.id(), piece, last));
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
                long room = Math.min(Math.min(sendWindow, stream.sendWindow), Math.min(wanted, maxPayload));
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
        write(() -> output.reset(stream.id(), error));
    }

    /** Writes what no request waits for. */
    private void write(Write write) {
        try {
            inTurn(write);
        } catch (IOException e) {
            // It has ended the connection, which tells who is concerned.
        }
    }

    void acknowledgeSettings() {
        write(output::settingsAck);
    }

    void answerPing(ByteBuffer data) {
        write(() -> output.pingAck(data));
    }

    /** Data has come, padding included. */
    void arrived(int bytes) throws Http2Failure {
        lock.lock();
        try {
            receiveWindow -= bytes;
            if (receiveWindow < 0) {
                throw Http2Failure.violation(H2Error.FLOW_CONTROL_ERROR, "more data than the window");
            }
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
            consumed += count;
            if (consumed >= CONNECTION_WINDOW / 4) {
                ofConnection = consumed;
                receiveWindow += consumed;
                consumed = 0;
            }
            ofStream = stream == null ? 0 : stream.growth(count);
        } finally {
            lock.unlock();
        }
        int more = ofStream;
        int moreOfAll = ofConnection;
        if (more > 0 && stream != null) {
            write(() -> output.windowUpdate(stream.id(), more));
        }
        if (moreOfAll > 0) {
            write(() -> output.windowUpdate(0, moreOfAll));
        }
    }

    // ---- reading

    private void read(FrameReader reader) {
        try {
            while (awaitBytes() && reader.readOne()) {
                // On to the next frame.
            }
            end(new IOException("the server closed the connection"), H2Error.NO_ERROR);
        } catch (Http2Failure e) {
            end(e, e.error());
        } catch (IOException | RuntimeException e) {
            end(e instanceof IOException io ? io : new IOException(e), H2Error.INTERNAL_ERROR);
        } finally {
            owner.discard(connection);
        }
    }

    /** Waits for bytes; false once nobody has used the connection for long. */
    private boolean awaitBytes() throws IOException {
        while (connection.input().length() == 0) {
            try {
                return connection.fillWithin(IDLE_MILLIS);
            } catch (SocketTimeoutException e) {
                if (retireIfIdle()) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean retireIfIdle() {
        lock.lock();
        try {
            boolean idle = open == 0 && System.nanoTime() - idleSince >= TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
            retired |= idle;
            return idle;
        } finally {
            lock.unlock();
        }
    }

    /** A frame has come. */
    void countReceived() {
        received.incrementAndGet();
    }

    /** Returns how many frames have come. */
    long received() {
        return received.get();
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
        } finally {
            lock.unlock();
        }
        owner.roomChanged();
    }

    void setMaxPayload(int bytes) {
        lock.lock();
        try {
            maxPayload = Math.min(bytes, FrameType.MAX_PAYLOAD);
        } finally {
            lock.unlock();
        }
    }

    void limitTable(int size) {
        turn.lock();
        try {
            blocks.limitTable(size < 0 ? Integer.MAX_VALUE : size);
        } finally {
            turn.unlock();
        }
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
        lock.lock();
        try {
            retired = true;
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
    }

    // ---- the end

    /** A stream is over. */
    void ended(Http2Stream stream) {
        boolean last;
        lock.lock();
        try {
            streams.remove(stream.id());
            open--;
            idleSince = System.nanoTime();
            last = retired && open == 0;
        } finally {
            lock.unlock();
        }
        owner.roomChanged();
        if (last) {
            connection.close();
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
        } finally {
            lock.unlock();
        }
        owner.retired(this);
        sayGoodbye(error);
        connection.close();
        concerned.forEach(stream -> stream.fail(reason));
    }

    /** Tells the server why, unless somebody is stuck in a write. */
    private void sayGoodbye(H2Error error) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            output.goAway(error);
        } catch (IOException e) {
            // It is gone already.
        } finally {
            turn.unlock();
        }
    }

    /** Closes the connection of an engine that ends. */
    void close() {
        end(new IOException("closed"), H2Error.NO_ERROR);
    }
}
