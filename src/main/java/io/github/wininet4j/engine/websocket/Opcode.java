package io.github.wininet4j.engine.websocket;

import org.jspecify.annotations.Nullable;

/** What a frame is (RFC 6455 section 5.2). */
enum Opcode {
    CONTINUATION(0),
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private static final int FIRST_CONTROL = 8;

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Returns whether it may stand between the fragments of a message. */
    boolean isControl() {
        return code >= FIRST_CONTROL;
    }

    /** Returns the opcode of a number, or null if there is none. */
    static @Nullable Opcode of(int code) {
        for (Opcode each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        return null;
    }
}
