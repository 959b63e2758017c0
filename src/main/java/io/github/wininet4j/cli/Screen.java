package io.github.wininet4j.cli;

import io.github.wininet4j.trace.HiddenSecrets;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/** The output of one run: whole lines from any thread, and below them a progress bar that is redrawn in place. */
final class Screen {
    private final PrintStream out;
    private final ReentrantLock printing = new ReentrantLock();
    private String bar = "";

    Screen(PrintStream out) {
        this.out = out;
    }

    /** Prints a line above the bar; control characters in it are escaped. */
    void line(String text) {
        printing.lock();
        try {
            String shown = bar;
            draw("");
            out.println(HiddenSecrets.inText(Printable.of(text)));
            draw(shown);
        } finally {
            printing.unlock();
        }
    }

    /**
     * Draws the bar anew.
     *
     * @param text the bar, shorter than the terminal is wide; empty for none
     */
    void bar(String text) {
        printing.lock();
        try {
            draw(text);
        } finally {
            printing.unlock();
        }
    }

    /** Goes back to the start of the line instead of using escape sequences, which not every terminal knows. */
    private void draw(String text) {
        if (bar.isEmpty() && text.isEmpty()) {
            return;
        }
        out.print('\r' + TextTable.padded(text, bar.length()));
        if (text.isEmpty()) {
            out.print('\r');
        }
        out.flush();
        bar = text;
    }
}
