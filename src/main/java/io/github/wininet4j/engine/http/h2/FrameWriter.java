package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.hc.core5.http2.H2Error;

/**
 * Whose turn it is to write on a connection. Requests wait for theirs as long as their send timeout; what nobody waits
 * for is queued and written by who has the turn, so that ending a stream never means to wait for a stuck one. Who sees
 * others wait leaves the system call to the last of them.
 */
final class FrameWriter {
    /** How long a write may be stuck, unless a request says less (R-PROJ-H2-7). */
    private static final int WRITE_MILLIS = 30_000;

    private static final int GOODBYE_MILLIS = 1_000;

    /** How many answers a server may ask for without taking any (R-PROJ-H2-2). */
    private static final int MAX_ANSWERS = 1_000;

    /** What is done in turn. */
    interface Write {
        void to(FrameOutput output) throws IOException;
    }

    /** Writes some frames. */
    private interface Frames {
        void write() throws IOException;
    }

    private final Connection connection;
    private final FrameOutput output;
    private final Consumer<IOException> failed;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Write> queued = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();

    /**
     * Creates one.
     *
     * @param connection where it writes
     * @param failed learns of a write that failed, which ends the connection
     */
    FrameWriter(Connection connection, Consumer<IOException> failed) {
        this.connection = connection;
        this.output = new FrameOutput(connection, turn::hasQueuedThreads);
        this.failed = failed;
    }

    /**
     * Writes for a request.
     *
     * @param timeoutMillis how long to wait for the turn, and how long the write may be stuck; 0 or less is infinite
     * @param write what to write
     */
    void write(int timeoutMillis, Write write) throws IOException {
        try {
            takeTurn(timeoutMillis);
            try {
                connection.setSendTimeout(timeoutMillis > 0 ? Math.min(timeoutMillis, WRITE_MILLIS) : WRITE_MILLIS);
                putTogether(write);
            } finally {
                turn.unlock();
            }
        } finally {
            writeQueued();
        }
    }

    private void putTogether(Write write) throws IOException {
        try {
            undisturbed(() -> {
                write.to(output);
                if (!turn.hasQueuedThreads()) {
                    output.flush();
                }
            });
        } catch (Http2Failure e) {
            // Nothing was written: the connection takes no more streams.
            throw e;
        } catch (IOException e) {
            failed.accept(e);
            throw e;
        }
    }

    /** The JDK closes a socket that an interrupted thread writes to; the requests of others go on here. */
    private static void undisturbed(Frames frames) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            frames.write();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void takeTurn(int timeoutMillis) throws IOException {
        try {
            if (turn.tryLock() || turn.tryLock(Http2Stream.patience(timeoutMillis), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledIoException(null);
        }
        throw new SocketTimeoutException("send timed out");
    }

    /** Writes soon, in order, by this thread or by the one whose turn it is. */
    void soon(Write write) {
        queued.add(write);
        writeQueued();
    }

    /**
     * Writes soon what a frame of the server asks for.
     *
     * @param write what to write
     * @throws Http2Failure if too much of that waits already: the server asks and does not read
     */
    void answer(Write write) throws Http2Failure {
        if (answers.incrementAndGet() > MAX_ANSWERS) {
            throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, "answers that nobody reads");
        }
        soon(output -> {
            answers.decrementAndGet();
            write.to(output);
        });
    }

    /** Whoever has the turn meanwhile looks again when it ends. */
    private void writeQueued() {
        while ((!queued.isEmpty() || output.isPending()) && turn.tryLock()) {
            try {
                connection.setSendTimeout(WRITE_MILLIS);
                undisturbed(() -> {
                    for (Write next = queued.poll(); next != null; next = queued.poll()) {
                        next.to(output);
                    }
                    output.flush();
                });
            } catch (IOException e) {
                queued.clear();
                failed.accept(e);
            } finally {
                turn.unlock();
            }
        }
    }

    /** Tells the server why the connection ends, unless somebody is stuck in a write. */
    void sayGoodbye(H2Error error) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            connection.setSendTimeout(GOODBYE_MILLIS);
            undisturbed(() -> {
                output.goAway(error);
                output.flush();
            });
        } catch (IOException e) {
            // It is gone already.
        } finally {
            turn.unlock();
        }
    }
}
