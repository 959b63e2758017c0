package io.github.wininet4j.engine.http.auth;

import java.nio.charset.Charset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Basic (RFC 7617). */
final class BasicContext implements AuthContext {
    static final String NAME = "Basic";

    private final UserPassword credentials;
    private @Nullable String value;
    private boolean answered;

    BasicContext(UserPassword credentials) {
        this.credentials = credentials;
    }

    @Override
    public @Nullable String respond(@Nullable Challenge challenge, AuthRequest request) {
        if (challenge == null) {
            return value;
        }
        // A colon would move the border between name and password (RFC 7617 section 2).
        if (answered || credentials.user().indexOf(':') >= 0) {
            return null;
        }
        answered = true;
        String pair = credentials.user() + ":" + credentials.password();
        Charset charset = AuthCharset.of(challenge, pair);
        value = NAME + " " + Base64.getEncoder().encodeToString(pair.getBytes(charset));
        return value;
    }

    @Override
    public boolean isConnectionBound() {
        return false;
    }

    @Override
    public AuthContext next() {
        BasicContext next = new BasicContext(credentials);
        next.value = value;
        // What is refused now was right before: saying it again would not help.
        next.answered = value != null;
        return next;
    }
}
