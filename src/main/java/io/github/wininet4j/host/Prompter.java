package io.github.wininet4j.host;

import io.github.wininet4j.type.CERT_CONTEXT;
import org.jspecify.annotations.Nullable;

/**
 * Answers instead of the dialogs of Windows (R-DLG-9). Called on the thread that called InternetErrorDlg; it may wait
 * for a user.
 */
public interface Prompter {
    /**
     * A name and a password.
     *
     * @param user the name
     * @param password the password
     */
    record Login(String user, String password) {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Asks for a name and a password.
     *
     * @param proxy whether a proxy asks, else a server
     * @param host who asks
     * @param realm its realm, or empty
     * @return the answer, or null if the user cancels
     */
    @Nullable
    Login askLogin(boolean proxy, String host, String realm);

    /**
     * Asks whether to go on.
     *
     * @param error the {@code ERROR_INTERNET_*} value in question
     * @param host the server
     * @return whether the user says yes
     */
    boolean confirm(int error, String host);

    /**
     * Asks which certificate to show to a server that wants one.
     *
     * @param host the server
     * @return a certificate with its key, or null for none: the request then goes on without (R-DLG-11)
     */
    default @Nullable CERT_CONTEXT chooseCertificate(String host) {
        return null;
    }
}
