package io.github.wininet4j.engine.http.auth;

import io.github.wininet4j.host.SecurityTokens;
import java.io.IOException;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.jspecify.annotations.Nullable;

/** The tokens of one security context of the JDK. */
final class JgssTokens implements SecurityTokens {
    private final GSSContext context;
    private final Subject subject;

    JgssTokens(GSSContext context, Subject subject) {
        this.context = context;
        this.subject = subject;
    }

    @Override
    public byte @Nullable [] next(byte @Nullable [] received) throws IOException {
        if (context.isEstablished()) {
            return null;
        }
        byte[] input = received == null ? new byte[0] : received;
        return JgssPackage.as(subject, () -> context.initSecContext(input, 0, input.length));
    }

    @Override
    public void close() {
        try {
            context.dispose();
        } catch (GSSException e) {
            // Nothing is left to be given up.
        }
    }
}
