package io.github.wininet4j.engine.work;

import io.github.wininet4j.logging.SafeLogger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one engine: virtual threads where the JVM has them, else daemon threads that are kept for a few idle
 * seconds.
 *
 * <p>Nothing here bounds the number of workers; connection limits do (R-LIMIT).
 */
public final class WorkerThreads implements Executor, AutoCloseable {
    private static final SafeLogger LOG = SafeLogger.of(WorkerThreads.class);
    private static final String NAME = "wininet4j-";
    private static final long IDLE_SECONDS = 5;
    private static final long CLOSE_SECONDS = 30;

    /** Whose worker the current thread is; one for all engines, so that none leaves an entry in a caller's thread. */
    private static final ThreadLocal<WorkerThreads> OWNER = new ThreadLocal<>();

    /** What the current thread leads, or led when its task began. */
    private static final ThreadLocal<Leadership> LED = new ThreadLocal<>();

    /** The pool's threads that may not have ended yet: a pool counts as ended a moment before they do. */
    private final Set<Thread> daemons = ConcurrentHashMap.newKeySet();

    /** Made at the first task, since programs whose first calls are synchronous should not wait for it. */
    private volatile @Nullable ThreadFactory virtualThreads;
    /** Null where there are virtual threads, which need no pooling. */
    private final @Nullable ThreadPoolExecutor platformPool;

    private final AtomicLong running = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition taskEnded = lock.newCondition();
    private volatile boolean closed;

    /** Starts no thread. */
    public WorkerThreads() {
        this(true);
    }

    /**
     * Starts no thread.
     *
     * @param mayBeVirtual whether to use virtual threads where the JVM has them
     */
    public WorkerThreads(boolean mayBeVirtual) {
        this.platformPool = mayBeVirtual && VirtualThreads.exist()
                ? null
                : new ThreadPoolExecutor(
                        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons());
    }

    private ThreadFactory virtualThreads() {
        ThreadFactory known = virtualThreads;
        if (known == null) {
            known = VirtualThreads.factory(NAME + "virtual");
            virtualThreads = known;
        }
        return known;
    }

    private ThreadFactory daemons() {
        AtomicLong number = new AtomicLong();
        return task -> {
            Thread thread = new Thread(task, NAME + number.getAndIncrement());
            thread.setDaemon(true);
            daemons.removeIf(former -> former.getState() == Thread.State.TERMINATED);
            daemons.add(thread);
            return thread;
        };
    }

    /**
     * Runs a task on a worker.
     *
     * @param task the task
     * @throws RejectedExecutionException if this was closed or the system gives no thread
     */
    @Override
    public void execute(Runnable task) {
        taskAccepted();
        if (closed) {
            taskTaken();
            throw new RejectedExecutionException("closed");
        }
        startAccepted(task);
    }

    /** Notes a task that is going to run, for which this does not end before. */
    void taskAccepted() {
        running.incrementAndGet();
    }

    /** Notes that such a task has ended, or runs on a worker that counts for itself. */
    void taskTaken() {
        running.decrementAndGet();
        if (closed) {
            lock.lock();
            try {
                taskEnded.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Runs a task that was accepted.
     *
     * @throws RejectedExecutionException if the system gives no thread; the task counts no longer
     */
    void startAccepted(Runnable task) {
        boolean started = false;
        try {
            Runnable counted = () -> runCounted(task);
            if (platformPool == null) {
                virtualThreads().newThread(counted).start();
            } else {
                platformPool.execute(counted);
            }
            started = true;
        } catch (OutOfMemoryError e) {
            // What the JVM throws when the system refuses a thread.
            throw new RejectedExecutionException(e);
        } finally {
            if (!started) {
                taskTaken();
            }
        }
    }

    private void runCounted(Runnable task) {
        OWNER.set(this);
        try {
            run(task);
        } finally {
            LED.remove();
            OWNER.remove();
            taskTaken();
        }
    }

    /** Runs a task whose failures and interrupts are nobody else's. */
    static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            LOG.log(Level.ERROR, () -> "a worker's task failed", t);
        }
        Thread.interrupted();
    }

    /**
     * Has a worker wait for events and run what they bring.
     *
     * @param events the events; closing them ends it
     * @return what is to be closed after the events
     * @throws RejectedExecutionException if this was closed or the system gives no thread
     */
    public Leadership lead(EventSource events) {
        Leadership leadership = new Leadership(this, events);
        leadership.start();
        return leadership;
    }

    /** Notes that the current thread leads. */
    void leads(Leadership leadership) {
        LED.set(leadership);
    }

    /**
     * Runs a task that is short, or calls {@link #beforeBlocking}: on the current thread after its task, if that one
     * leads, else on a worker.
     *
     * @param task the task
     * @throws RejectedExecutionException if this was closed or the system gives no thread
     */
    public void executeSoon(Runnable task) {
        Leadership led = OWNER.get() == this ? LED.get() : null;
        if (led == null || !led.add(task)) {
            execute(task);
        }
    }

    /** Returns whether the current thread leads, so that other tasks wait for its own. */
    public static boolean isLeading() {
        Leadership led = LED.get();
        return led != null && led.isOfThisThread();
    }

    /** Called on any thread before it waits for a peer or another thread, so that no other task waits with it. */
    public static void beforeBlocking() {
        Leadership led = LED.get();
        if (led != null) {
            led.stepDown();
        }
    }

    /**
     * Returns whether the current thread is one of these workers, and workers can wait for a selector like for anything
     * else; false from Java 21 to 23, where a selector keeps the thread of the system that carries the virtual one.
     */
    public boolean mayWaitForSelector() {
        return (platformPool != null || VirtualThreads.waitForSelectors()) && OWNER.get() == this;
    }

    /** Returns whether workers are virtual threads, which take turns on few threads of the system. */
    public boolean areVirtual() {
        return platformPool == null;
    }

    /**
     * Refuses new tasks and waits until those that run have ended; the caller cancels their blocking work before.
     * A worker that calls it does not wait for itself.
     */
    @Override
    public void close() {
        boolean ended = false;
        lock.lock();
        try {
            closed = true;
            long own = OWNER.get() == this ? 1 : 0;
            long left = TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
            while (running.get() > own && left > 0) {
                left = taskEnded.awaitNanos(left);
            }
            ended = running.get() <= own;
            if (!ended) {
                LOG.log(Level.WARNING, () -> "workers still run after the engine was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        if (platformPool == null) {
            return;
        }
        platformPool.shutdown();
        if (ended && OWNER.get() != this) {
            await(platformPool);
        }
    }

    private void await(ThreadPoolExecutor pool) {
        try {
            if (pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                for (Thread daemon : daemons) {
                    daemon.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
