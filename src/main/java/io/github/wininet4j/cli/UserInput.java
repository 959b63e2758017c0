package io.github.wininet4j.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks the user; in the program by its terminal, in a test by a list of answers. */
interface UserInput {
    /** Asks for a line; null if there is none. */
    @Nullable
    String line(String prompt);

    /** Asks for a line that is not shown while it is typed; null if there is none. */
    @Nullable
    String secret(String prompt);

    /** Returns the terminal, or null if the program has none. */
    static @Nullable UserInput terminal() {
        Console console = Terminal.console();
        return console == null ? null : of(console);
    }

    private static UserInput of(Console console) {
        return new UserInput() {
            @Override
            public @Nullable String line(String prompt) {
                return console.readLine("%s", Printable.of(prompt));
            }

            @Override
            public @Nullable String secret(String prompt) {
                char[] typed = console.readPassword("%s", Printable.of(prompt));
                return typed == null ? null : new String(typed);
            }
        };
    }
}
