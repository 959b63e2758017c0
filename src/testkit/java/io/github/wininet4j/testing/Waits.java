package io.github.wininet4j.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one bound on every wait of the test code. It is never reached by a test that passes, not even where ten times as
 * many processes want the processors as there are.
 */
public final class Waits {
    /** The bound on one event, in seconds. */
    public static final int SECONDS = 300;

    /** The bound on one program, compilers included, in seconds. */
    public static final int PROGRAM_SECONDS = 1_800;

    private Waits() {}

    /** Work that may fail in any way. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does the work.
         *
         * @throws Exception as it likes
         */
        void run() throws Exception;
    }

    /**
     * Runs something on a thread of its own and waits for it.
     *
     * @param what names it in the failure
     * @param work what to run
     * @throws Exception what the work threw
     * @throws AssertionError if it is still running when the bound is reached; shows where it hangs
     */
    public static void within(String what, Work work) throws Exception {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        Thread runner = daemon(what, () -> {
            try {
                work.run();
                outcome.complete(null);
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            outcome.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            AssertionError failure = new AssertionError(what + " took longer than " + SECONDS + " s");
            failure.setStackTrace(runner.getStackTrace());
            runner.interrupt();
            throw failure;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /**
     * Starts a daemon thread.
     *
     * @param name its name
     * @param work what it runs
     * @return the running thread
     */
    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Throws one error for all failures, or none if there is none. */
    static void throwAll(String what, List<? extends Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.get(0);
        AssertionError all = new AssertionError(what + ": " + first.getMessage(), first);
        failures.stream().skip(1).forEach(all::addSuppressed);
        throw all;
    }
}
