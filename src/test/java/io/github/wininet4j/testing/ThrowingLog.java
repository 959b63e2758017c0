package io.github.wininet4j.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** While this is open, the program's log handler fails at every record of the library. */
public final class ThrowingLog implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.github.wininet4j");
    private final boolean printing = logger.getUseParentHandlers();
    private final AtomicInteger records = new AtomicInteger();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.incrementAndGet();
            throw new IllegalStateException("a broken log handler");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Breaks the log. */
    public ThrowingLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** Returns how many records there were. */
    public int records() {
        return records.get();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(printing);
    }
}
