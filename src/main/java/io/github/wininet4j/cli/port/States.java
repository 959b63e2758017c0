package io.github.wininet4j.cli.port;

import java.util.Map;

/** What the states of names mean, for one who reads a report alone. */
final class States {
    private static final Map<String, String> MEANINGS = Map.of(
            Item.WORKS,
            "it does what its documentation says, or what was seen on Windows",
            Item.DECLARED,
            "the value has its number; what it does belongs to the functions that take or give it",
            Item.UNKNOWN,
            "no SDK that was looked at declares it",
            "retired",
            "it gives the documented answer of a feature that is gone",
            "no source",
            "nothing public says what it does; every call fails with ERROR_CALL_NOT_IMPLEMENTED (120)",
            "accepted, no effect",
            "it can be set and queried as documented, and changes nothing else",
            "not implemented in WinInet",
            "its documentation says that Windows does not have it either; every call fails",
            "undocumented",
            "known by name and number alone; every call fails",
            "never sent",
            "no callback is ever told it",
            "no effect",
            "it is accepted and changes nothing");

    private States() {}

    /** Returns what a state means. */
    static String meaning(String state) {
        return MEANINGS.getOrDefault(state, "");
    }
}
