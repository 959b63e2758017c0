package io.github.wininet4j.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal that the program runs on, if there is one. */
final class Terminal {
    private Terminal() {}

    /** Returns whether the output is a terminal on which a line can be redrawn. */
    static boolean isInteractive() {
        return console() != null && System.getenv("TERM") != null;
    }

    /** Returns the terminal, or null if there is none that a user sits at. */
    @SuppressWarnings("SystemConsoleNull") // null says no, and later versions are asked in another way
    static @Nullable Console console() {
        Console console = System.console();
        return console != null && isTerminal(console) ? console : null;
    }

    /** From Java 22 on there may be a console although the output goes elsewhere, and a method that says so. */
    private static boolean isTerminal(Console console) {
        if (Runtime.version().feature() < 22) {
            return true;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
