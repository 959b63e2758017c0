package io.github.wininet4j.engine.handle;

import io.github.wininet4j.engine.work.SerialQueue;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a handle stands for: one node of the three-level tree (R-HANDLE-2).
 *
 * <p>Life: a node is held by its open handle, by every call that runs on it and by every child. Closing takes the
 * handle away at once; the node ends when the last hold is gone, children before parents, and {@code HANDLE_CLOSING} is
 * its last word (R-HANDLE-9 to R-HANDLE-16).
 */
public abstract class HandleNode {
    private static final int CLOSING = 1 << 31;
    /** No thread's: the call that pended is over for its caller before a worker runs it (R-ASYNC-52). */
    private static final Object HANDED_OVER = new Object();

    private static final HINTERNET NO_HANDLE = new HINTERNET(0);

    // These cost less to start with than variable handles do.
    private static final AtomicIntegerFieldUpdater<HandleNode> HOLDS =
            AtomicIntegerFieldUpdater.newUpdater(HandleNode.class, "holds");
    private static final AtomicReferenceFieldUpdater<HandleNode, Object> OWNER =
            AtomicReferenceFieldUpdater.newUpdater(HandleNode.class, Object.class, "owner");

    private static final Logger LOG = System.getLogger(HandleNode.class.getName());

    private final HandleKind kind;
    private final @Nullable HandleNode parent;
    private final boolean async;
    private final boolean reportsZeroContext;
    private final SerialQueue queue = new SerialQueue();

    /** Copied from the parent at creation; a later change of the parent's has no effect here (R-CB-4). */
    private volatile @Nullable StatusCallback callback;

    /** Belongs to this handle alone: not inherited, not changed by later calls (R-CTX-2, R-CTX-3). */
    private volatile long context;

    /** Number of holds; the sign bit says that the handle was closed. */
    @SuppressWarnings("FieldMayBeFinal") // changed through HOLDS
    private volatile int holds = 1;

    /** The thread whose operation has this node, or {@link #HANDED_OVER} until a worker takes the operation up. */
    private volatile @Nullable Object owner;

    /** The thread that is telling the callback of a completion. */
    private volatile @Nullable Thread completingThread;

    /** The thread that is in a callback of this node; the latest one if there are several. */
    private volatile @Nullable Thread callbackThread;

    /** The thread that waits for that callback to return, to be woken then. */
    private volatile @Nullable Thread awaitingThread;

    /** Set once by the table, before anyone else sees the node. */
    private HINTERNET handle = NO_HANDLE;

    /** The list that a session leaves when it ends. Set with the handle. */
    private @Nullable Children sessions;

    final @Nullable Children children;
    final Children.Link link = new Children.Link(this);

    /**
     * Creates a node that has no handle yet; {@link HandleTable#open} gives it one.
     *
     * @param kind its kind
     * @param parent the parent, or null for a session
     * @param async whether operations may pend
     * @param context its context value
     * @param reportsZeroContext whether callbacks are made although the context is 0 (R-ASYNC-26)
     */
    protected HandleNode(
            HandleKind kind, @Nullable HandleNode parent, boolean async, long context, boolean reportsZeroContext) {
        this.kind = kind;
        this.parent = parent;
        this.async = async;
        this.context = context;
        this.reportsZeroContext = reportsZeroContext;
        this.callback = parent == null ? null : parent.callback;
        this.children = kind.isLeaf() ? null : new Children();
    }

    /** Aborts the operation that runs now; it fails soon after. Called once, when the handle is closed. */
    protected abstract void cancel();

    /** Gives back what the node owns; the last moment at which statuses may be sent. */
    protected abstract void dispose();

    final void setHandle(HINTERNET value) {
        handle = value;
    }

    final void setSessions(Children list) {
        sessions = list;
    }

    /** Marks that the calling thread enters a callback; returns what {@link #endCallback} is to be given. */
    final @Nullable Thread beginCallback() {
        Thread before = callbackThread;
        callbackThread = Thread.currentThread();
        return before;
    }

    /** Marks that the callback has returned. */
    final void endCallback(@Nullable Thread before) {
        callbackThread = before;
    }

    final @Nullable Thread callbackThread() {
        return callbackThread;
    }

    /** Returns the handle, by which callers know this node. */
    public final HINTERNET handle() {
        return handle;
    }

    /** Returns the kind. */
    public final HandleKind kind() {
        return kind;
    }

    /** Returns the parent, or null for a session. */
    public final @Nullable HandleNode parent() {
        return parent;
    }

    /** Returns whether operations may pend: the mode of the session. */
    public final boolean isAsync() {
        return async;
    }

    /** Returns the callback, or null for none. */
    public final @Nullable StatusCallback callback() {
        return callback;
    }

    /**
     * Replaces the callback of this node; children keep theirs.
     *
     * @param value the callback, or null for none
     */
    public final void setCallback(@Nullable StatusCallback value) {
        callback = value;
    }

    /** Returns the context value. */
    public final long context() {
        return context;
    }

    /**
     * Replaces the context value.
     *
     * @param value the context value
     */
    public final void setContext(long value) {
        context = value;
    }

    /**
     * Returns whether statuses reach anyone: true if there is a callback and the context does not forbid it (R-CTX-1).
     */
    public final boolean hasListener() {
        return callback != null && (context != 0 || reportsZeroContext);
    }

    /** Returns the queue of this node's asynchronous operations. */
    public final SerialQueue queue() {
        return queue;
    }

    /**
     * Marks that an operation runs; a node has one at a time (R-ASYNC-22).
     *
     * @return false if one runs already
     */
    public final boolean tryBeginOperation() {
        return OWNER.compareAndSet(this, null, Thread.currentThread());
    }

    /** Leaves the operation that the calling thread began to whichever worker takes it up. */
    public final void handOverOperation() {
        owner = HANDED_OVER;
    }

    /** Takes up an operation that another thread began. */
    public final void takeUpOperation() {
        owner = Thread.currentThread();
    }

    /**
     * Returns whether the calling thread runs the operation, so that the call comes from inside one of its callbacks.
     */
    public final boolean isOperationOfThisThread() {
        return owner == Thread.currentThread();
    }

    /** Returns whether an operation runs that the calling thread is not inside of. */
    public final boolean isBusyElsewhere() {
        Object current = owner;
        return current != null && current != Thread.currentThread();
    }

    /** Marks that the operation has ended. */
    public final void endOperation() {
        owner = null;
    }

    /** Marks that the calling thread reports a completion, during which the next operation may be started already. */
    public final void beginCompletion() {
        completingThread = Thread.currentThread();
    }

    /** Marks that the callback has returned. */
    public final void endCompletion() {
        completingThread = null;
        Thread waiting = awaitingThread;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /**
     * Waits for a completion callback to return. Only the thread whose operation has the node may do that.
     *
     * @param completing the thread that is in the callback
     * @param nanos how long at most
     * @return false if it has not returned by then
     */
    public final boolean awaitCompletion(Thread completing, long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        awaitingThread = Thread.currentThread();
        try {
            while (completingThread == completing) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                // An interrupted thread would not wait any more; what it means is for the operation to say.
                interrupted |= Thread.interrupted();
            }
            return true;
        } finally {
            awaitingThread = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the thread in a completion callback, or null if every one has returned. */
    public final @Nullable Thread completingThread() {
        return completingThread;
    }

    /** Returns whether the handle was closed: true from the moment of closing on. */
    public final boolean isClosing() {
        return holds < 0;
    }

    /**
     * Keeps the node from ending.
     *
     * @return false if the handle is closed
     */
    public final boolean hold() {
        while (true) {
            int now = holds;
            if (now < 0) {
                return false;
            }
            if (HOLDS.compareAndSet(this, now, now + 1)) {
                return true;
            }
        }
    }

    /** Ends a hold, and with the last one the node. */
    public final void release() {
        int before = HOLDS.getAndAdd(this, -1);
        if ((before & ~CLOSING) == 1) {
            end();
        }
    }

    private void end() {
        guarded("dispose", HandleNode::dispose);
        StatusNotifier.handleClosing(this);
        if (parent != null) {
            parent.childEnded(this);
            parent.release();
        } else if (sessions != null) {
            sessions.remove(this);
        }
    }

    /** Aborts what runs; whatever that meets, the rest of the subtree is closed as well. */
    final void cancelForClosing() {
        guarded("cancel", HandleNode::cancel);
    }

    /** A file that cannot be deleted or a socket that fails must not keep HANDLE_CLOSING from coming (R-HANDLE-12). */
    private void guarded(String step, Consumer<HandleNode> action) {
        try {
            action.accept(this);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, () -> "closing " + handle + ": " + step + " failed", e);
        }
    }

    private void childEnded(HandleNode child) {
        if (children != null) {
            children.remove(child);
        }
    }

    final boolean beginClosing() {
        while (true) {
            int now = holds;
            if (now < 0) {
                return false;
            }
            if (HOLDS.compareAndSet(this, now, now | CLOSING)) {
                return true;
            }
        }
    }

    /** Whether anyone besides the open handle holds the closing node. */
    final boolean isInUse() {
        return (holds & ~CLOSING) > 1;
    }
}
