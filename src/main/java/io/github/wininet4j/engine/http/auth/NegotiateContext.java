package io.github.wininet4j.engine.http.auth;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Negotiate (RFC 4559): Kerberos where it can be had, else NTLM for a user who gave a password. */
final class NegotiateContext implements AuthContext {
    static final String NAME = "Negotiate";

    private final TokenContext kerberos;
    private final @Nullable NtlmContext ntlm;
    private AuthContext chosen;
    private boolean begun;

    NegotiateContext(TokenContext kerberos, @Nullable NtlmContext ntlm) {
        this.kerberos = kerberos;
        this.ntlm = ntlm;
        this.chosen = kerberos;
    }

    @Override
    public boolean isConnectionBound() {
        return true;
    }

    @Override
    public AuthContext next() {
        AuthContext fallback = ntlm == null ? null : ntlm.next();
        return new NegotiateContext(
                (TokenContext) kerberos.next(), fallback instanceof NtlmContext context ? context : null);
    }

    @Override
    public @Nullable String respond(@Nullable Challenge challenge, AuthRequest request) throws IOException {
        if (begun) {
            return chosen.respond(challenge, request);
        }
        begun = true;
        String first = firstOfKerberos(challenge, request);
        if (first != null || ntlm == null) {
            return first;
        }
        chosen = ntlm;
        return ntlm.respond(challenge, request);
    }

    private @Nullable String firstOfKerberos(@Nullable Challenge challenge, AuthRequest request) throws IOException {
        try {
            return kerberos.respond(challenge, request);
        } catch (IOException e) {
            // No realm, no ticket or no such service: the usual case outside of a domain.
            return null;
        }
    }

    @Override
    public boolean accepted(List<Challenge> challenges, @Nullable String info) {
        return chosen.accepted(challenges, info);
    }

    @Override
    public void close() {
        kerberos.close();
    }
}
