package io.github.wininet4j.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what has been done, and draws it from time to time on the thread that happens to bring news. */
final class Progress {
    private static final int BAR_WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Screen screen;
    private final boolean drawn;
    private final int requests;
    private final long start = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private final LongAdder bytes = new LongAdder();
    /** What is known to come: bytes of bodies that have begun. */
    private final LongAdder announced = new LongAdder();

    private final AtomicLong nextDraw = new AtomicLong(start);

    /**
     * Starts the clock.
     *
     * @param screen where to draw
     * @param drawn whether to draw at all
     * @param requests how many requests there are
     */
    Progress(Screen screen, boolean drawn, int requests) {
        this.screen = screen;
        this.drawn = drawn;
        this.requests = requests;
    }

    /** Says how long a body will be that begins now. */
    void announce(long length) {
        announced.add(length);
    }

    /** Says that bytes of a body have been moved. */
    void moved(int count) {
        bytes.add(count);
        if (!drawn) {
            return;
        }
        long now = System.nanoTime();
        long due = nextDraw.get();
        if (now - due >= 0 && nextDraw.compareAndSet(due, now + REDRAW_NANOS)) {
            screen.bar(render(now - start));
        }
    }

    /** Says that a request has ended. */
    void requestEnded() {
        done.incrementAndGet();
        moved(0);
    }

    /** Draws the last state and leaves it on the screen. */
    void finish() {
        if (drawn) {
            String last = render(System.nanoTime() - start);
            screen.bar("");
            screen.line(last);
        }
    }

    private String render(long nanos) {
        return render(done.get(), requests, bytes.sum(), announced.sum(), nanos);
    }

    /**
     * Puts a state into words. With one request the bar shows bytes, with several the requests that have ended: the
     * lengths of those that have not begun are unknown.
     *
     * @param done requests that have ended
     * @param requests all requests
     * @param bytes bytes moved
     * @param announced bytes that are known to come in all, or 0
     * @param nanos time since the start
     * @return one line of less than 80 characters
     */
    static String render(int done, int requests, long bytes, long announced, long nanos) {
        double fraction = (double) done / requests;
        if (requests == 1 && done == 0 && announced > 0) {
            fraction = Math.min(1, (double) bytes / announced);
        }
        int filled = (int) (fraction * BAR_WIDTH);
        String arrow = "=".repeat(filled) + (filled < BAR_WIDTH ? ">" : "");
        String of = requests == 1 && announced > 0 ? " of " + size(announced) : "";
        String rate = size((long) (bytes * 1e9 / Math.max(nanos, 1)));
        return String.format(
                Locale.ROOT,
                "[%s] %3d%%  %d/%d  %s%s  %s/s",
                TextTable.padded(arrow, BAR_WIDTH),
                (int) (fraction * 100),
                done,
                requests,
                size(bytes),
                of,
                rate);
    }

    /** Returns a number of bytes with a unit. */
    static String size(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
