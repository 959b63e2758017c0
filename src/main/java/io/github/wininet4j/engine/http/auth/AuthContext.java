package io.github.wininet4j.engine.http.auth;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logon of one request by one scheme: it answers challenges until they end or it gives up. For one thread at a
 * time.
 */
public interface AuthContext {
    /**
     * Makes the value of Authorization or Proxy-Authorization.
     *
     * @param challenge the challenge to answer, or null to speak first
     * @param request the request that carries the answer
     * @return the value, or null if there is nothing to say: the credentials were refused, or the scheme needs a
     *     challenge
     * @throws IOException if the challenge cannot be answered
     */
    @Nullable
    String respond(@Nullable Challenge challenge, AuthRequest request) throws IOException;

    /** Whether the logon belongs to the connection, so that all its steps need the same one (R-AUTH-13). */
    boolean isConnectionBound();

    /**
     * Looks at what the server says with a response that it let pass.
     *
     * @param challenges what stands in WWW-Authenticate, where Negotiate ends its handshake
     * @param info the value of Authentication-Info, or null
     * @return false if the server failed to prove that it knows the password; nothing should be remembered then
     */
    default boolean accepted(List<Challenge> challenges, @Nullable String info) {
        return true;
    }

    /** Returns a context for a later request, which may speak first with what this one learnt. */
    AuthContext next();

    /** Gives up what is held; the context is not used any more. */
    default void close() {}
}
