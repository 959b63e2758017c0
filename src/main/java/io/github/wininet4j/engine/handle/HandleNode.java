package io.github.wininet4j.engine.handle;

import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a handle stands for: one node of the three-level tree (R-HANDLE-2).
 *
 * <p>Life: a node is held by its open handle, by every call that runs on it and by every child. Closing takes the
 * handle away at once; the node ends when the last hold is gone, children before parents, and {@code HANDLE_CLOSING} is
 * its last word (R-HANDLE-9 to R-HANDLE-16).
 *
 * <p>A node is the slot of its operations; being one, rather than having one, spares each handle an object.
 */
public abstract non-sealed class HandleNode extends OperationSlot {
    private static final int CLOSING = 1 << 31;
    private static final HINTERNET NO_HANDLE = new HINTERNET(0);

    // Costs less to start with than a variable handle does.
    private static final AtomicIntegerFieldUpdater<HandleNode> HOLDS =
            AtomicIntegerFieldUpdater.newUpdater(HandleNode.class, "holds");

    private static final SafeLogger LOG = SafeLogger.of(HandleNode.class);

    private final HandleKind kind;
    private final @Nullable HandleNode parent;
    private final boolean async;
    private final boolean reportsZeroContext;

    /** Copied from the parent at creation; a later change of the parent's has no effect here (R-CB-4). */
    private volatile @Nullable StatusCallback callback;

    /** Belongs to this handle alone: not inherited, not changed by later calls (R-CTX-2, R-CTX-3). */
    private volatile long context;

    /** Number of holds; the sign bit says that the handle was closed. */
    @SuppressWarnings("FieldMayBeFinal") // changed through HOLDS
    private volatile int holds = 1;

    /** Whether HANDLE_CREATED has come, without which there is no HANDLE_CLOSING. */
    private volatile boolean announced;

    /** The thread that is in a callback of this node; the latest one if there are several. */
    private volatile @Nullable Thread callbackThread;

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

    /** Returns the room for operations beside those of the node itself; null if there is none. */
    public @Nullable SideSlot sideSlot() {
        return null;
    }

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
        return hasListener(context);
    }

    /**
     * Returns the same for the statuses of a call with a context of its own.
     *
     * @param ofCall the context value of the call
     */
    public final boolean hasListener(long ofCall) {
        return callback != null && (ofCall != 0 || reportsZeroContext);
    }

    /** Lets this handle end with HANDLE_CLOSING, as HANDLE_CREATED comes now (R-PROJ-CALL-3). */
    final void markAnnounced() {
        announced = true;
    }

    /** Returns whether it was announced; nothing announces a session. */
    final boolean isAnnounced() {
        return announced || parent == null;
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

    /** Keeps the node from ending, be its handle closed; returns false if it has ended. */
    final boolean holdUnlessEnded() {
        while (true) {
            int now = holds;
            if ((now & ~CLOSING) == 0) {
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
