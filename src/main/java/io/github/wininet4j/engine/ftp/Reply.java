package io.github.wininet4j.engine.ftp;

import java.util.List;

/**
 * What a server answers to a command (RFC 959, section 4.2).
 *
 * @param code three digits
 * @param lines its lines, with the code
 */
record Reply(int code, List<String> lines) {
    /** The server closes the control connection. */
    static final int CLOSING = 421;

    private static final int CLASS = 100;
    private static final int PRELIMINARY = 1;
    private static final int COMPLETION = 2;
    private static final int INTERMEDIATE = 3;
    private static final int NOT_IMPLEMENTED_FIRST = 500;
    private static final int NOT_IMPLEMENTED_LAST = 504;

    boolean isPreliminary() {
        return code / CLASS == PRELIMINARY;
    }

    boolean isCompletion() {
        return code / CLASS == COMPLETION;
    }

    boolean isIntermediate() {
        return code / CLASS == INTERMEDIATE;
    }

    boolean isRefusal() {
        return code / CLASS > INTERMEDIATE;
    }

    /** Whether the server does not know the command, or not this way. */
    boolean isNotImplemented() {
        return isNotImplemented(code);
    }

    static boolean isNotImplemented(int code) {
        return code >= NOT_IMPLEMENTED_FIRST && code <= NOT_IMPLEMENTED_LAST;
    }

    /** The first line without its code. */
    String message() {
        return lines.get(0).substring(4);
    }
}
