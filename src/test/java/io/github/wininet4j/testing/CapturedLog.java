package io.github.wininet4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs while this is open: kept for the test instead of printed. */
public final class CapturedLog implements AutoCloseable {
    /** Held here: the log manager keeps loggers by weak references. */
    private final Logger logger = Logger.getLogger("io.github.wininet4j");

    private final Level level = logger.getLevel();
    private final boolean printing = logger.getUseParentHandlers();
    private final Handler handler = new Recorder();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final List<LogRecord> records = new ArrayList<>();

    private CapturedLog(Level lowest) {
        handler.setLevel(lowest);
        logger.setLevel(lowest);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /**
     * Captures what is printed by default.
     *
     * @return the open capture
     */
    public static CapturedLog start() {
        return new CapturedLog(Level.INFO);
    }

    /**
     * Captures records of level DEBUG as well.
     *
     * @return the open capture
     */
    public static CapturedLog withDebug() {
        return new CapturedLog(Level.FINE);
    }

    /** Returns the records so far. */
    public List<LogRecord> records() {
        lock.lock();
        try {
            return List.copyOf(records);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the messages so far, without stack traces. */
    public List<String> messages() {
        return records().stream().map(LogRecord::getMessage).toList();
    }

    /**
     * Waits for a record.
     *
     * @param text what its message contains
     * @return the first such record
     */
    public LogRecord await(String text) {
        return await(text, found -> found.getMessage().contains(text));
    }

    /**
     * Waits for the record of a failure.
     *
     * @param message the message of what was thrown
     * @return the first such record
     */
    public LogRecord awaitThrown(String message) {
        return await(message, found -> threw(found, message));
    }

    /** Returns whether a record is about something thrown with this message. */
    public static boolean threw(LogRecord found, String message) {
        return found.getThrown() != null && message.equals(found.getThrown().getMessage());
    }

    /**
     * Waits for a record.
     *
     * @param what names it in the failure
     * @param wanted which it is
     * @return the first such record
     */
    public LogRecord await(String what, Predicate<LogRecord> wanted) {
        long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        lock.lock();
        try {
            while (true) {
                for (LogRecord found : records) {
                    if (wanted.test(found)) {
                        return found;
                    }
                }
                if (left <= 0) {
                    throw new AssertionError("nothing logged about: " + what + "; so far: "
                            + records.stream().map(LogRecord::getMessage).toList());
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for: " + what, e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(printing);
        logger.setLevel(level);
    }

    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord found) {
            if (!isLoggable(found)) {
                return;
            }
            lock.lock();
            try {
                records.add(found);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
