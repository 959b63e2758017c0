package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.constant.InternetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What happened to one handle from its making to its end. */
final class Life {
    final AtomicInteger pended = new AtomicInteger();
    final AtomicInteger completed = new AtomicInteger();
    final AtomicInteger closings = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private @Nullable Thread inside;
    private int depth;

    /** Takes note of a status whose callback begins. */
    void enter(int status) {
        if (closings.get() != 0) {
            late.incrementAndGet();
        }
        if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            completed.incrementAndGet();
        } else if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            closings.incrementAndGet();
        }
        begin(Thread.currentThread());
    }

    /** A call from a callback may make another one, on the same thread. */
    private synchronized void begin(Thread thread) {
        if (depth > 0 && inside != thread) {
            overlaps.incrementAndGet();
        }
        inside = thread;
        depth++;
    }

    /** The callback returns. */
    synchronized void leave() {
        depth--;
    }

    /** What was promised and not kept. */
    List<String> violations() {
        List<String> found = new ArrayList<>();
        if (closings.get() != 1) {
            found.add(closings + " times HANDLE_CLOSING");
        }
        if (completed.get() != pended.get()) {
            found.add(pended + " calls pended, " + completed + " completed");
        }
        if (late.get() != 0) {
            found.add(late + " statuses after HANDLE_CLOSING");
        }
        if (overlaps.get() != 0) {
            found.add(overlaps + " callbacks at the same time as another on another thread");
        }
        return found;
    }
}
