package io.github.wininet4j.engine.http.auth;

/**
 * A name and a password.
 *
 * @param user the name as it was given, with a domain in front of a backslash if there is one
 * @param password the password, possibly empty
 */
public record UserPassword(String user, String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "UserPassword[" + user + "]";
    }
}
