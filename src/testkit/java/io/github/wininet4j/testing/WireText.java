package io.github.wininet4j.testing;

import java.util.function.Consumer;

/**
 * Heads and commands that scripted servers send and receive, for whoever has to know them: the project's tests search
 * logs for what is secret in them.
 */
final class WireText {
    private static volatile Consumer<String> reader = text -> {};

    private WireText() {}

    /** Names the one who is told from now on. */
    static void onEach(Consumer<String> told) {
        reader = told;
    }

    static void tell(String text) {
        reader.accept(text);
    }
}
