package io.github.wininet4j.engine.http.ntlm;

import java.io.IOException;

/** The server's message is malformed, or wants what NTLMv2 does not have. */
public final class NtlmException extends IOException {
    private static final long serialVersionUID = 1;

    NtlmException(String message) {
        super(message);
    }
}
