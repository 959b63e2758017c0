package io.github.wininet4j.engine.http.auth;

import io.github.wininet4j.host.SecurityPackage;
import io.github.wininet4j.host.SecurityTokens;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scheme whose tokens are made elsewhere: Kerberos under Negotiate (RFC 4559), or the logged-on user of Windows. */
final class TokenContext implements AuthContext {
    private final String scheme;
    private final @Nullable UserPassword credentials;
    private final SecurityPackage source;
    private @Nullable SecurityTokens tokens;
    private boolean ended;

    TokenContext(String scheme, @Nullable UserPassword credentials, SecurityPackage source) {
        this.scheme = scheme;
        this.credentials = credentials;
        this.source = source;
    }

    @Override
    public boolean isConnectionBound() {
        return true;
    }

    @Override
    public AuthContext next() {
        return new TokenContext(scheme, credentials, source);
    }

    @Override
    public @Nullable String respond(@Nullable Challenge challenge, AuthRequest request) throws IOException {
        String token = challenge == null ? null : challenge.token();
        SecurityTokens current = tokens;
        // A bare challenge in the middle of a logon is a refusal.
        if (ended || (current != null && token == null)) {
            return null;
        }
        if (current == null) {
            current = source.begin(
                    scheme,
                    request.host(),
                    credentials == null ? null : credentials.user(),
                    credentials == null ? null : credentials.password());
            tokens = current;
        }
        byte[] next = current == null ? null : current.next(token == null ? null : Tokens.decode(token));
        ended = next == null;
        return next == null ? null : scheme + " " + Base64.getEncoder().encodeToString(next);
    }

    /** The last token proves that the server is the one it claims to be. */
    @Override
    public boolean accepted(List<Challenge> challenges, @Nullable String info) {
        SecurityTokens current = tokens;
        for (Challenge challenge : challenges) {
            String token = challenge.token();
            if (current != null && !ended && challenge.isFor(scheme) && token != null) {
                try {
                    ended = true;
                    current.next(Tokens.decode(token));
                } catch (IOException e) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        SecurityTokens current = tokens;
        if (current != null) {
            current.close();
        }
    }
}
