package io.github.wininet4j.engine.http.ntlm;

/**
 * Who logs on.
 *
 * @param domain the domain, empty for the server's own or none
 * @param user the user's name
 * @param password the password
 * @param workstation the name of this machine, or empty to keep it
 */
public record NtlmIdentity(String domain, String user, String password, String workstation) {
    /**
     * Reads a name as Windows does: {@code DOMAIN\\user}, or a name that stands alone; {@code user@domain} stays a user
     * name.
     *
     * @param name the name as typed
     * @param password the password
     * @return the identity without a workstation
     */
    public static NtlmIdentity of(String name, String password) {
        int slash = name.indexOf('\\');
        return slash < 0
                ? new NtlmIdentity("", name, password, "")
                : new NtlmIdentity(name.substring(0, slash), name.substring(slash + 1), password, "");
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NtlmIdentity[" + domain + "\\" + user + "]";
    }
}
