package io.github.wininet4j.cli.port;

/**
 * What is known about a name.
 *
 * @param name the name as C has it
 * @param kind what it stands for
 * @param state how far it goes here
 * @param differs what a porter has to know; empty for nothing
 * @param access how an option is reached, by handle; empty for anything else
 * @param java the call or constant in Java; empty if there is none
 * @param client what does the same in the package client; empty if nothing does
 */
record Item(String name, Kind kind, String state, String differs, String access, String java, String client) {
    Item(String name, Kind kind, String state, String differs, String java) {
        this(name, kind, state, differs, "", java, "");
    }

    /** Returns the same with how the option is reached. */
    Item withAccess(String text) {
        return new Item(name, kind, state, differs, text, java, client);
    }

    /** Returns the same with what does it in the package client. */
    Item withClient(String text) {
        return new Item(name, kind, state, differs, access, java, text);
    }

    /** The state of what does all that it should. */
    static final String WORKS = "works";

    /** The state of a value that has its number, and no effect of its own that could be missing. */
    static final String DECLARED = "declared";

    /** The state of a name that looks like one of WinInet but is not known. */
    static final String UNKNOWN = "unknown";

    /** Returns what stands against it, in words. */
    String reason() {
        return differs.isEmpty() ? States.meaning(state) : differs;
    }

    /** Returns whether a porter has to look at it. */
    boolean needsAttention() {
        return !state.equals(WORKS) && !state.equals(DECLARED);
    }
}
