package io.github.wininet4j.engine.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Ends one running operation from any thread by closing what it waits for. A thread that is about to wait on something
 * attaches it first and detaches it afterwards; what is attached must close without blocking.
 */
public final class Cancellation {
    private static final class Attached {
        final Closeable target;
        final @Nullable Attached next;

        Attached(Closeable target, @Nullable Attached next) {
            this.target = target;
            this.next = next;
        }
    }

    private static final Attached CANCELLED = new Attached(() -> {}, null);

    /** Not a reference of its own: there is a cancellation for each request. */
    private static final AtomicReferenceFieldUpdater<Cancellation, @Nullable Attached> ATTACHED =
            AtomicReferenceFieldUpdater.newUpdater(Cancellation.class, Attached.class, "attached");

    private volatile @Nullable Attached attached;

    /** Creates one that is not cancelled. */
    public Cancellation() {}

    /**
     * Lets {@link #cancel} close something.
     *
     * @param target what to close
     * @throws CancelledIoException if cancelled already; the target is left as it is
     */
    public void attach(Closeable target) throws CancelledIoException {
        while (true) {
            Attached before = attached;
            if (before == CANCELLED) {
                throw new CancelledIoException(null);
            }
            if (ATTACHED.compareAndSet(this, before, new Attached(target, before))) {
                return;
            }
        }
    }

    /**
     * Lets {@link #cancel} run something short, such as waking a waiting thread.
     *
     * @param action what to run, on the cancelling thread
     * @return the registration, for {@link #detach}
     * @throws CancelledIoException if cancelled already
     */
    public Closeable onCancel(Runnable action) throws CancelledIoException {
        Closeable registration = action::run;
        attach(registration);
        return registration;
    }

    /**
     * Takes back an {@link #attach}.
     *
     * @param target what was attached; nothing happens if it was not
     * @return false if cancelled: the target is closed or about to be, whatever its state looks like
     */
    public boolean detach(Closeable target) {
        while (true) {
            Attached before = attached;
            if (before == CANCELLED) {
                return false;
            }
            if (ATTACHED.compareAndSet(this, before, without(before, target))) {
                return true;
            }
        }
    }

    private static @Nullable Attached without(@Nullable Attached list, Closeable target) {
        if (list == null || list.target == target) {
            return list == null ? null : list.next;
        }
        return new Attached(list.target, without(list.next, target));
    }

    /** Closes what is attached and refuses what comes later. The second call does nothing. */
    public void cancel() {
        Attached list = ATTACHED.getAndSet(this, CANCELLED);
        while (list != null) {
            try {
                list.target.close();
            } catch (IOException e) {
                // It is closed anyway.
            }
            list = list.next;
        }
    }

    /** Returns whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return attached == CANCELLED;
    }

    /**
     * Stops the caller if cancelled.
     *
     * @throws CancelledIoException if so
     */
    public void check() throws CancelledIoException {
        if (isCancelled()) {
            throw new CancelledIoException(null);
        }
    }

    /**
     * Finds the reason of a failure: a socket that was closed by {@link #cancel}, or because the thread was
     * interrupted, fails like any other.
     *
     * @param failure what was caught
     * @return a {@link CancelledIoException} with that cause if cancelled or interrupted, else the failure itself
     */
    public IOException explain(IOException failure) {
        boolean ended = isCancelled() || Thread.currentThread().isInterrupted();
        return ended && !(failure instanceof CancelledIoException) ? new CancelledIoException(failure) : failure;
    }
}
