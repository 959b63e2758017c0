package io.github.wininet4j.engine.session;

import org.jspecify.annotations.Nullable;

/**
 * Names and passwords to log on with (R-AUTH-4, R-AUTH-11).
 *
 * @param user the user at the server, or null
 * @param password the password there, or null
 * @param proxyUser the user at the proxy, or null
 * @param proxyPassword the password there, or null
 */
public record Credentials(
        @Nullable String user,
        @Nullable String password,
        @Nullable String proxyUser,
        @Nullable String proxyPassword) {
    /** No names at all. */
    public static final Credentials NONE = new Credentials(null, null, null, null);

    /**
     * Fills what is missing.
     *
     * @param other what to take it from
     * @return the filled copy
     */
    public Credentials or(Credentials other) {
        if (equals(NONE)) {
            return other;
        }
        return new Credentials(
                user != null ? user : other.user,
                password != null ? password : other.password,
                proxyUser != null ? proxyUser : other.proxyUser,
                proxyPassword != null ? proxyPassword : other.proxyPassword);
    }

    /** Returns a copy with another user. */
    public Credentials withUser(String value) {
        return new Credentials(value, password, proxyUser, proxyPassword);
    }

    /** Returns a copy with another password. */
    public Credentials withPassword(String value) {
        return new Credentials(user, value, proxyUser, proxyPassword);
    }

    /** Returns a copy with another user at the proxy. */
    public Credentials withProxyUser(String value) {
        return new Credentials(user, password, value, proxyPassword);
    }

    /** Returns a copy with another password at the proxy. */
    public Credentials withProxyPassword(String value) {
        return new Credentials(user, password, proxyUser, value);
    }

    /** Tells nothing: it is meant to stay secret. */
    @Override
    public String toString() {
        return "Credentials";
    }
}
