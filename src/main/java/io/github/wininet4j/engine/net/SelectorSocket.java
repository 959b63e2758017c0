package io.github.wininet4j.engine.net;

import io.github.wininet4j.engine.work.WorkerThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A blocking socket whose waiting is done by a {@link SelectorLoop}. It is for one reader and one writer at a time; any
 * thread may close it.
 */
// A close must not wait for a lock.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class SelectorSocket extends ChannelSocket {
    /** How the reader and the loop share the work. */
    private enum Reading {
        /** The loop does not listen; the reader reads by itself. */
        DIRECT,
        /** The loop listens and no reader waits. */
        LISTENING,
        /** The loop listens and the reader waits. */
        WAITING,
        /** The loop listens, and a task waits instead of a reader. */
        LEFT,
        /** The loop listens and has found something, which nobody has read yet. */
        READY,
        /** The loop reads into the reader's array. */
        UNDER_WAY
    }

    private static final int NOTHING = Integer.MIN_VALUE;
    private static final byte[] NO_TARGET = {};

    private final SelectorLoop loop;
    private final AtomicReference<Reading> reading = new AtomicReference<>(Reading.DIRECT);
    private volatile @Nullable SelectionKey key;
    private volatile boolean closed;
    private volatile int timeoutMillis;
    private volatile @Nullable Thread writer;

    // What the reader asks for and what the loop answers, handed over with the state.
    private @Nullable Thread reader;
    private byte[] target = NO_TARGET;
    private int offset;
    private int count;
    private int result;
    private @Nullable IOException failure;
    /** Handed over with the state as well, as is what measures its wait. */
    private @Nullable Runnable task;

    private @Nullable StallTimer stall;

    SelectorSocket(SelectorLoop loop, SocketChannel channel) throws SocketException {
        super(channel);
        this.loop = loop;
    }

    @Override
    public void connect(SocketAddress address, int millis) throws IOException {
        super.connect(address, millis);
        channel.configureBlocking(false);
        reading.set(Reading.LISTENING);
        key = loop.register(this, channel);
    }

    /** The loop's part: does what the other threads wait for. */
    void ready(SelectionKey ready) {
        try {
            int operations = ready.readyOps();
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                ready.interestOpsAnd(~SelectionKey.OP_WRITE);
                LockSupport.unpark(writer);
            }
            if ((operations & SelectionKey.OP_READ) != 0) {
                readable(ready);
            }
        } catch (CancelledKeyException e) {
            // The thread that closed it wakes the others.
        }
    }

    private void readable(SelectionKey ready) {
        if (reading.compareAndSet(Reading.WAITING, Reading.UNDER_WAY)) {
            readForReader(ready);
            return;
        }
        if (reading.compareAndSet(Reading.LEFT, Reading.READY)) {
            resume();
            return;
        }
        Reading state = reading.get();
        if (state == Reading.LISTENING || state == Reading.READY) {
            ready.interestOpsAnd(~SelectionKey.OP_READ);
            if (!reading.compareAndSet(state, Reading.DIRECT)) {
                // A reader came meanwhile and counts on the loop.
                ready.interestOpsOr(SelectionKey.OP_READ);
            }
        }
    }

    /**
     * Has a task run once there is something to read, the end and a failure included. Only instead of a read.
     *
     * @param follow the task; it may run before this returns
     * @param timer measures the wait
     * @return false if it will not run, since the socket is closed or a read would have a timeout of its own
     */
    boolean whenReadable(Runnable follow, StallTimer timer) {
        if (timeoutMillis > 0) {
            return false;
        }
        timer.begin();
        task = follow;
        stall = timer;
        Reading state = reading.get();
        while (!reading.compareAndSet(state, Reading.LEFT)) {
            state = reading.get();
        }
        try {
            if (state == Reading.DIRECT) {
                listen(SelectionKey.OP_READ);
            }
        } catch (IOException e) {
            close();
        }
        boolean waits = !closed || !reading.compareAndSet(Reading.LEFT, Reading.DIRECT);
        if (!waits) {
            timer.end();
        }
        return waits;
    }

    private void readForReader(SelectionKey ready) {
        int got = NOTHING;
        try {
            got = channel.read(ByteBuffer.wrap(target, offset, count));
            if (got == 0) {
                reading.set(Reading.WAITING);
                wakeIfClosed();
                return;
            }
        } catch (IOException e) {
            failure = asSocketFailure(e);
        }
        if (got < 0) {
            stopListening(ready);
        }
        result = got;
        Thread waiting = reader;
        reading.set(got > 0 ? Reading.LISTENING : Reading.DIRECT);
        LockSupport.unpark(waiting);
    }

    /** What has ended or failed stays readable for ever, and would keep the loop awake. */
    private static void stopListening(SelectionKey ready) {
        try {
            ready.interestOpsAnd(~SelectionKey.OP_READ);
        } catch (CancelledKeyException e) {
            // Closed meanwhile, so the loop does not listen any more.
        }
    }

    private int read(byte[] bytes, int start, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (true) {
            checkOpen();
            Reading state = reading.get();
            if (state != Reading.LISTENING || loop.mayReadInVain()) {
                int got = readNow(bytes, start, most);
                if (got > 0 && state == Reading.READY) {
                    reading.compareAndSet(Reading.READY, Reading.LISTENING);
                }
                if (got != 0) {
                    return got;
                }
            }
            reader = Thread.currentThread();
            target = bytes;
            offset = start;
            count = most;
            result = NOTHING;
            failure = null;
            if (reading.compareAndSet(state, Reading.WAITING)) {
                if (state == Reading.DIRECT) {
                    listen(SelectionKey.OP_READ);
                }
                return await();
            }
        }
    }

    private int readNow(byte[] bytes, int start, int most) throws IOException {
        try {
            return channel.read(ByteBuffer.wrap(bytes, start, most));
        } catch (IOException e) {
            throw asSocketFailure(e);
        }
    }

    private int await() throws IOException {
        int millis = timeoutMillis;
        long begin = millis == 0 ? 0 : System.nanoTime();
        wakeIfClosed();
        WorkerThreads.beforeBlocking();
        while (isWaiting()) {
            if (millis == 0) {
                LockSupport.park(this);
            } else {
                long left = TimeUnit.MILLISECONDS.toNanos(millis) - (System.nanoTime() - begin);
                if (left > 0) {
                    LockSupport.parkNanos(this, left);
                } else if (reading.compareAndSet(Reading.WAITING, Reading.LISTENING)) {
                    throw new SocketTimeoutException("read timed out");
                }
            }
            closeIfInterrupted();
        }
        target = NO_TARGET;
        if (failure != null) {
            throw failure;
        }
        if (result == NOTHING) {
            throw new SocketException("socket closed");
        }
        return result;
    }

    private boolean isWaiting() {
        Reading state = reading.get();
        return state == Reading.WAITING || state == Reading.UNDER_WAY;
    }

    private void wakeIfClosed() {
        if (closed && reading.compareAndSet(Reading.WAITING, Reading.DIRECT)) {
            LockSupport.unpark(reader);
        }
        if (closed && reading.compareAndSet(Reading.LEFT, Reading.DIRECT)) {
            resume();
        }
    }

    private void resume() {
        StallTimer timer = stall;
        if (timer != null) {
            timer.end();
        }
        Runnable left = task;
        task = null;
        if (left != null) {
            loop.resume(left);
        }
    }

    private void write(byte[] bytes, int start, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, start, length);
        try {
            while (left.hasRemaining()) {
                if (channel.write(left) == 0) {
                    writer = Thread.currentThread();
                    listen(SelectionKey.OP_WRITE);
                    WorkerThreads.beforeBlocking();
                    LockSupport.park(this);
                    closeIfInterrupted();
                }
            }
        } catch (IOException e) {
            throw asSocketFailure(e);
        }
    }

    private void listen(int operation) throws IOException {
        SelectionKey registered = key;
        if (registered == null) {
            throw new SocketException("socket is not connected");
        }
        try {
            SelectorLoop.listen(registered, operation);
        } catch (CancelledKeyException e) {
            close();
        }
    }

    private void checkOpen() throws SocketException {
        if (closed) {
            throw new SocketException("socket closed");
        }
    }

    /** What the JDK's sockets do to virtual threads that are interrupted. */
    private void closeIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            close();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Input(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() {
        return new Output();
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left to be closed.
        }
        SelectionKey registered = key;
        if (registered != null) {
            // The system closes the descriptor in the loop.
            registered.selector().wakeup();
        }
        wakeIfClosed();
        LockSupport.unpark(writer);
    }

    private final class Input extends ArrayInput {
        Input(InputStream below) {
            super(below);
        }

        @Override
        public int read(byte[] bytes, int start, int most) throws IOException {
            return SelectorSocket.this.read(bytes, start, most);
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            SelectorSocket.this.write(bytes, start, length);
        }
    }
}
