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

    /**
     * Returns whether the user who is logged on to this machine is named to a server that asks: on Windows as the zone
     * of the server says (R-AUTH-22), elsewhere to intranet hosts, whose names have no dot (R-AUTH-23).
     *
     * @param secure whether the server is reached by TLS
     * @param host its name or address
     * @param port its port
     * @return true to log on without asking the user
     */
    default boolean logsOnUserAt(boolean secure, String host, int port) {
        return host.indexOf('.') < 0 && host.indexOf(':') < 0;
    }
}
