package io.github.wininet4j.host;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One logon by security tokens, as GSS-API and SSPI make them. For one thread at a time. */
public interface SecurityTokens extends Closeable {
    /**
     * Makes the next token.
     *
     * @param received what the server sent, or null for the first token
     * @return the token, or null if nothing is left to be sent
     * @throws IOException if the logon fails: no ticket, no server of that name, wrong password
     */
    byte @Nullable [] next(byte @Nullable [] received) throws IOException;

    /** Ends the logon; it does not fail. */
    @Override
    void close();
}
