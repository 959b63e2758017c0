package io.github.wininet4j.testing;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Text that scripted servers send and receive, for whoever has to know it: the project's tests search logs for it. */
final class WireText {
    private static final AtomicReference<Consumer<String>> READER = new AtomicReference<>(text -> {});

    private WireText() {}

    /** Names the one who is told from now on. */
    static void onEach(Consumer<String> reader) {
        READER.set(reader);
    }

    static void tell(String text) {
        READER.get().accept(text);
    }
}
