package io.github.wininet4j.engine.http.auth;

import org.jspecify.annotations.Nullable;

/** The credentials that a request was given (R-AUTH-4). */
public interface CredentialSource {
    /** Has none. */
    CredentialSource NONE = new CredentialSource() {
        @Override
        public @Nullable UserPassword forServer() {
            return null;
        }

        @Override
        public @Nullable UserPassword forProxy() {
            return null;
        }
    };

    /** Returns those for the server; null if there are none. */
    @Nullable
    UserPassword forServer();

    /** Returns those for proxies; null if there are none. */
    @Nullable
    UserPassword forProxy();
}
