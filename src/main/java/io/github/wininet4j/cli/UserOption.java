package io.github.wininet4j.cli;

import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --user} and {@code --proxy-user}.
 *
 * @param name the name, with a domain in front of a backslash if there is one
 * @param password the password, or null if the user is to be asked for it
 */
record UserOption(String name, @Nullable String password) {
    /**
     * Reads a value.
     *
     * @param option the option, for the message
     * @param value {@code NAME} or {@code NAME:PASSWORD}
     * @return what it says
     * @throws UsageException if there is no name
     */
    static UserOption parse(String option, String value) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        if (name.isEmpty()) {
            throw new UsageException(option + " needs a name");
        }
        return new UserOption(name, colon < 0 ? null : value.substring(colon + 1));
    }

    /**
     * Asks for the password if it is missing.
     *
     * @param option the option, for the messages
     * @param input asks the user, or null if there is nobody to ask
     * @return the name with a password
     * @throws UsageException if no password can be had
     */
    UserOption complete(String option, @Nullable UserInput input) {
        if (password != null) {
            return this;
        }
        String typed = input == null ? null : input.secret("Password of " + name + " (" + option + "): ");
        if (typed == null) {
            throw new UsageException(option + " has no password, and there is no terminal to ask for it");
        }
        return new UserOption(name, typed);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return name;
    }
}
