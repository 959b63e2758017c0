package io.github.wininet4j.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds one side back until the other opens it; once open it stays open. */
public final class Gate {
    private final String name;
    private final CountDownLatch latch = new CountDownLatch(1);

    /** Creates a closed gate. */
    public Gate() {
        this("gate");
    }

    /**
     * Creates a closed gate with a name.
     *
     * @param name appears in failures
     */
    public Gate(String name) {
        this.name = name;
    }

    /** Lets everyone pass. */
    public void open() {
        latch.countDown();
    }

    /** Returns whether the gate is open: true once {@link #open} was called. */
    public boolean isOpen() {
        return latch.getCount() == 0;
    }

    /**
     * Waits until the gate is open.
     *
     * @throws AssertionError if it stays closed or the wait is interrupted
     */
    public void await() {
        try {
            awaitInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted before " + this + " was opened", e);
        }
    }

    void awaitInterruptibly() throws InterruptedException {
        if (!isOpen() && !latch.await(Waits.SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(this + " was not opened within " + Waits.SECONDS + " s");
        }
    }

    @Override
    public String toString() {
        return "gate '" + name + "'";
    }
}
