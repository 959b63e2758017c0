package io.github.wininet4j.engine.handle;

import io.github.wininet4j.logging.SafeLogger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says why an engine does not close: after two seconds, one warning for each callback that has not returned, with its
 * thread, handle and stack (R-PROJ-CALL-2). A thread of its own looks, as the closing thread may be in such a callback
 * itself.
 */
public final class SlowCloseWarning {
    private static final SafeLogger LOG = SafeLogger.of(SlowCloseWarning.class);
    private static final long PATIENCE_SECONDS = 2;

    private final HandleTable handles;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final @Nullable Thread watcher;

    private SlowCloseWarning(HandleTable handles) {
        this.handles = handles;
        // Without a session nothing can hold the engine up, and most programs close theirs.
        this.watcher = handles.notEnded().isEmpty() ? null : new Thread(this::watch, "wininet4j-close");
    }

    /** Starts to wait for {@link #close}. */
    public static SlowCloseWarning start(HandleTable handles) {
        SlowCloseWarning warning = new SlowCloseWarning(handles);
        if (warning.watcher != null) {
            warning.watcher.setDaemon(true);
            warning.watcher.start();
        }
        return warning;
    }

    private void watch() {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                handles.notEnded().forEach(SlowCloseWarning::warn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void warn(HandleNode node) {
        Thread thread = node.callbackThread();
        if (thread != null) {
            Throwable place = new Throwable("stack of " + thread);
            place.setStackTrace(thread.getStackTrace());
            LOG.log(
                    Level.WARNING,
                    () -> "closing the engine waits for a callback of " + node.handle() + " (" + node.kind()
                            + ") on thread " + thread.getName(),
                    place);
        }
    }

    /** Ends the wait: the engine is closed. */
    public void close() {
        closed.countDown();
        try {
            if (watcher != null) {
                watcher.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
