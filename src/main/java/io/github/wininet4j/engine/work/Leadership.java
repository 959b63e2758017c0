package io.github.wininet4j.engine.work;

import io.github.wininet4j.logging.SafeLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The Leader/Followers pattern: one worker at a time, the leader, waits for events and runs the tasks that they bring
 * itself, one after the other, so that none is handed from thread to thread.
 *
 * <p>A task that blocks holds up no other: it says so before ({@link #stepDown}) or is found out by a monitor, and
 * another worker leads from then on, while the former leader ends with its task. Tasks that turn out to take long get a
 * worker each for a while, as they do from workers that do not lead.
 */
public final class Leadership {
    private static final SafeLogger LOG = SafeLogger.of(Leadership.class);

    /** How long the monitor sleeps between two looks at the leader. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    /** At so many looks on end a leader has to be in one task to be replaced, if its thread waits. */
    private static final int WAITING_LOOKS = 2;

    /** The same if it does not, so that it may have lost its processor to others or the collector. */
    private static final int BUSY_LOOKS = 8;

    /** Tasks that take longer are worth a worker each, if most do. */
    private static final long LONG_TASK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private static final int MOSTLY_LONG = 32;

    private static final int TASKS_PER_ROUND = 256;

    /** How long tasks get a worker each before the leader tries again. */
    private static final long APART_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What one leader does: even between tasks, odd during one, growing. */
    private static final class Term extends AtomicLong {
        private static final long serialVersionUID = 1;
        private static final long REPLACED = -2;

        /** Null once it is replaced: a thread refers to its task, and that to the term before. */
        private transient volatile @Nullable Thread leader = Thread.currentThread();

        private final transient AtomicBoolean challenged = new AtomicBoolean();

        boolean isInTask() {
            return (get() & 1) != 0;
        }

        boolean isRunnable() {
            Thread thread = leader;
            return thread != null && thread.getState() == Thread.State.RUNNABLE;
        }

        /** Ends it in favour of another leader, if it is in the task that it was in. */
        boolean replace(long during) {
            boolean replaced = compareAndSet(during, REPLACED);
            if (replaced) {
                leader = null;
            }
            return replaced;
        }

        boolean isOfThisThread() {
            return leader == Thread.currentThread();
        }
    }

    private final WorkerThreads workers;
    private final EventSource events;
    /** What events brought. */
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    /** What a task left to follow it, while what both work on is still in the processor's memory. */
    private final Queue<Runnable> followUps = new ConcurrentLinkedQueue<>();

    private volatile @Nullable Term term;
    private volatile long apartUntil = System.nanoTime();
    private volatile @Nullable Thread restingMonitor;
    private volatile boolean over;
    // The leader's.
    private int longTasks;
    private boolean following;

    Leadership(WorkerThreads workers, EventSource events) {
        this.workers = workers;
        this.events = events;
    }

    /** Starts a leader and a monitor. */
    void start() {
        boolean led = false;
        try {
            workers.execute(this::monitor);
            workers.execute(this::lead);
            led = true;
        } finally {
            over = !led;
        }
    }

    /** Waits for events on the calling worker until the source is closed or another worker takes over. */
    private void lead() {
        workers.leads(this);
        Term mine = new Term();
        term = mine;
        boolean replaced = false;
        try {
            while (!replaced && !events.isClosed()) {
                events.await(tasks.isEmpty() && followUps.isEmpty());
                // An interrupt that comes between tasks is for none of them.
                Thread.interrupted();
                replaced = !runTasks(mine);
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, () -> "there are no events any more", e);
        } finally {
            if (!replaced) {
                end();
            }
        }
    }

    private void end() {
        over = true;
        LockSupport.unpark(restingMonitor);
        try {
            startAll();
        } finally {
            events.end();
        }
    }

    /** Lets a task follow the one that runs, if the calling thread leads. */
    boolean add(Runnable task) {
        Term mine = term;
        if (over || mine == null || !mine.isOfThisThread()) {
            return false;
        }
        workers.taskAccepted();
        (mine.isInTask() ? followUps : tasks).add(task);
        if (over || !mine.isOfThisThread()) {
            // The next leader may wait for events already.
            startAll();
        }
        return true;
    }

    private void startAll() {
        Runnable task = next();
        while (task != null) {
            startApart(task);
            task = next();
        }
    }

    private void startApart(Runnable task) {
        try {
            workers.startAccepted(task);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, () -> "no thread for a task, which has to share one", e);
            WorkerThreads.run(task);
        }
    }

    /** Takes turns between what events brought and what follows on it. */
    private @Nullable Runnable next() {
        following = !following;
        Runnable task = (following ? followUps : tasks).poll();
        return task != null ? task : (following ? tasks : followUps).poll();
    }

    /**
     * Runs what events brought, and what follows on it up to a number, after which there may be more events; false if
     * another worker leads now.
     */
    private boolean runTasks(Term mine) {
        for (int i = 1; i <= TASKS_PER_ROUND || !tasks.isEmpty(); i++) {
            Runnable task = events.isClosed() ? null : next();
            if (task == null) {
                break;
            }
            long begin = System.nanoTime();
            if (begin - apartUntil < 0) {
                startApart(task);
            } else {
                long during = mine.get() + 1;
                mine.set(during);
                LockSupport.unpark(restingMonitor);
                // From here on this thread counts for it.
                workers.taskTaken();
                WorkerThreads.run(task);
                if (!mine.compareAndSet(during, during + 1)) {
                    return false;
                }
                note(begin, System.nanoTime());
            }
        }
        return true;
    }

    /** Counts what took long against what did not: one task may just have lost its processor. */
    private void note(long begin, long end) {
        longTasks = Math.max(0, longTasks + (end - begin > LONG_TASK_NANOS ? 1 : -1));
        if (longTasks == MOSTLY_LONG) {
            longTasks = 0;
            apartUntil = end + APART_NANOS;
        }
    }

    /** Whether the calling thread leads. */
    boolean isOfThisThread() {
        Term now = term;
        return now != null && now.isOfThisThread();
    }

    /** Called before the current task blocks: another worker leads from now on, if the calling thread does so yet. */
    void stepDown() {
        Term now = term;
        if (now != null && now.isOfThisThread()) {
            challenge(now);
        }
    }

    /** Called once the events are closed: lets another worker see that, should the leader be in a task. */
    public void close() {
        Term now = term;
        if (now != null && now.isInTask()) {
            challenge(now);
        }
    }

    private void challenge(Term old) {
        if (old.challenged.getAndSet(true)) {
            return;
        }
        try {
            // Also while all ends: what waits for the leader ends with it.
            workers.taskAccepted();
            workers.startAccepted(() -> succeed(old));
        } catch (RejectedExecutionException e) {
            old.challenged.set(false);
        }
    }

    /** Takes over from a leader that is in a task still. */
    private void succeed(Term old) {
        do {
            long state = old.get();
            while ((state & 1) != 0) {
                if (old.replace(state)) {
                    lead();
                    return;
                }
                state = old.get();
            }
            old.challenged.set(false);
        } while (old.isInTask() && !old.challenged.getAndSet(true));
    }

    /** Replaces leaders that do not get on, until the end of the events. */
    private void monitor() {
        int looks = 0;
        while (!over) {
            Term now = term;
            long state = now == null ? 0 : now.get();
            LockSupport.parkNanos(this, LOOK_NANOS);
            if (now == null || now != term || now.get() != state) {
                looks = 0;
            } else if ((state & 1) == 0) {
                rest(now, state);
            } else if (++looks >= (now.isRunnable() ? BUSY_LOOKS : WAITING_LOOKS)) {
                looks = 0;
                apartUntil = System.nanoTime() + APART_NANOS;
                challenge(now);
            }
        }
    }

    private void rest(Term now, long state) {
        restingMonitor = Thread.currentThread();
        if (now.get() == state && now == term && !over) {
            LockSupport.park(this);
        }
        restingMonitor = null;
    }
}
