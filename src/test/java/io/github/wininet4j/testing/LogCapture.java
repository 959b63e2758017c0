package io.github.wininet4j.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this JVM's library logs while a test runs, at all levels. */
public final class LogCapture extends Handler {
    // Held, as the JDK holds loggers weakly only.
    private final Logger logger = Logger.getLogger("io.github.wininet4j");
    private final Level levelBefore = logger.getLevel();
    private final boolean toParentBefore = logger.getUseParentHandlers();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogCapture() {}

    /** Starts to capture; the program's logging configuration gets no lines meanwhile. */
    public static LogCapture start() {
        LogCapture capture = new LogCapture();
        capture.setLevel(Level.ALL);
        capture.logger.setLevel(Level.ALL);
        capture.logger.setUseParentHandlers(false);
        capture.logger.addHandler(capture);
        return capture;
    }

    /** Returns the messages at a level, with class and text of their cause if they have one. */
    public List<String> messages(Level level) {
        return records.stream()
                .filter(record -> record.getLevel().equals(level))
                .map(record -> record.getThrown() == null
                        ? record.getMessage()
                        : record.getMessage() + " | " + record.getThrown())
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(levelBefore);
        logger.setUseParentHandlers(toParentBefore);
    }
}
