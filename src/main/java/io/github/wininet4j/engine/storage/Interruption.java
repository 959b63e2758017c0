package io.github.wininet4j.engine.storage;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLockInterruptionException;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt of a thread while it uses files. The JDK closes the channel that such a thread uses, for whoever else
 * uses it as well, which says nothing about the file system.
 */
public final class Interruption {
    private Interruption() {}

    /** Work on files. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does it.
         *
         * @return its result
         * @throws IOException if the file system refuses
         */
        T run() throws IOException;
    }

    /** Work on files that may find nothing. */
    @FunctionalInterface
    public interface Search<T> {
        /**
         * Does it.
         *
         * @return what was found, or null
         * @throws IOException if the file system refuses
         */
        @Nullable
        T run() throws IOException;
    }

    /**
     * Does a search in the same way as {@link #postponed} does work.
     *
     * @param search the search
     * @return what it found, or null
     * @throws IOException if the file system refuses
     */
    public static <T> @Nullable T postponedSearch(Search<T> search) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return search.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Does work that is short and is not to be left half done: an interrupt that was there waits until its end.
     *
     * @param work the work
     * @return its result
     * @throws IOException if the file system refuses
     */
    public static <T> T postponed(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Tells an interrupt from a file system that refuses.
     *
     * @param failure what was caught
     * @return whether it came because a channel was closed
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ClosedChannelException || each instanceof FileLockInterruptionException) {
                return true;
            }
        }
        return false;
    }
}
