package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.host.SecurityPackage;
import io.github.wininet4j.host.SecurityTokens;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The logon of the user of the machine; users with a password are left to another package. */
final class SspiPackage implements SecurityPackage {
    private final SecurityContexts contexts;
    private final SecurityPackage forPasswords;

    SspiPackage(SecurityContexts contexts, SecurityPackage forPasswords) {
        this.contexts = contexts;
        this.forPasswords = forPasswords;
    }

    @Override
    public @Nullable SecurityTokens begin(String scheme, String host, @Nullable String user, @Nullable String password)
            throws IOException {
        return user == null
                ? new Tokens(contexts.begin(scheme, "HTTP/" + host))
                : forPasswords.begin(scheme, host, user, password);
    }

    /** The tokens of one context. */
    private static final class Tokens implements SecurityTokens {
        private final SecurityContexts.Context context;
        private boolean over;

        Tokens(SecurityContexts.Context context) {
            this.context = context;
        }

        @Override
        public byte @Nullable [] next(byte @Nullable [] received) throws IOException {
            if (over) {
                return null;
            }
            SecurityContexts.Step step = context.step(received);
            over = !step.more();
            return step.token().length == 0 ? null : step.token();
        }

        @Override
        public void close() {
            context.release();
        }
    }
}
