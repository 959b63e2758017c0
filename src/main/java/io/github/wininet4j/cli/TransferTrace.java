package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints the calls and callbacks of one transfer, or of none; pauses while a body is read in many pieces. */
final class TransferTrace {
    private static final int READS_SHOWN = 4;

    private final String label;
    private final @Nullable Consumer<String> lines;
    private final boolean verbose;
    private volatile boolean muted;
    private int reads;

    private TransferTrace(String label, @Nullable Consumer<String> lines, boolean verbose) {
        this.label = label;
        this.lines = lines;
        this.verbose = verbose;
    }

    /** A trace that prints nothing. */
    static TransferTrace silent() {
        return new TransferTrace("", null, false);
    }

    /**
     * Creates a trace.
     *
     * @param label stands at the start of each line
     * @param lines takes the lines
     * @param verbose whether each piece of a body is shown
     */
    static TransferTrace to(String label, Consumer<String> lines, boolean verbose) {
        return new TransferTrace(label, lines, verbose);
    }

    /** Returns a back end whose calls are printed. */
    WinInet wrap(WinInet wininet) {
        return lines == null ? wininet : CallTrace.of(wininet, this::print);
    }

    /** Prints a callback. */
    void status(HINTERNET handle, long context, int status, @Nullable LPVOID info, int length) {
        if (lines != null && !muted) {
            print("  <- " + StatusText.describe(handle, context, status, info, length));
        }
    }

    /** Says that the next call reads. */
    void reading() {
        if (lines != null && ++reads > READS_SHOWN && !verbose) {
            muted = true;
        }
    }

    /** Says that the last read has ended. */
    void readingEnded() {
        if (muted) {
            muted = false;
            print("... " + (reads - READS_SHOWN) + " more calls to read the body; --verbose shows them");
        }
    }

    private void print(String text) {
        if (lines != null && !muted) {
            lines.accept(label + "[" + threadName() + "] " + text);
        }
    }

    /** Virtual threads have no name unless one was given. */
    private static String threadName() {
        String name = Thread.currentThread().getName();
        return name.isEmpty() ? "thread" : name;
    }
}
