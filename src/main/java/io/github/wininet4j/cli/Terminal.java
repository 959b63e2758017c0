package io.github.wininet4j.cli;

import java.io.Console;

/** Whether the output is a terminal. */
final class Terminal {
    private Terminal() {}

    /** Returns whether the output is a terminal on which a line can be redrawn. */
    @SuppressWarnings("SystemConsoleNull") // null says no, and later versions are asked in another way
    static boolean isInteractive() {
        Console console = System.console();
        return console != null && System.getenv("TERM") != null && isTerminal(console);
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
