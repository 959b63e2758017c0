package io.github.wininet4j.host;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Logs on by security tokens: Kerberos by the JDK, SSPI on Windows, or a double in a test. */
@FunctionalInterface
public interface SecurityPackage {
    /**
     * Begins a logon.
     *
     * @param scheme {@code Negotiate} or {@code NTLM}
     * @param host the name of the server or proxy; its service is {@code HTTP}
     * @param user the user's name, or null for the user who is logged on to this machine
     * @param password the password; without meaning if there is no user
     * @return the logon, or null if this package has nothing for the scheme
     * @throws IOException if the user cannot be logged on
     */
    @Nullable
    SecurityTokens begin(String scheme, String host, @Nullable String user, @Nullable String password)
            throws IOException;
}
