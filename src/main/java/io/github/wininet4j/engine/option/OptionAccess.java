package io.github.wininet4j.engine.option;

/** What may be done with an option. */
public enum OptionAccess {
    /** Neither; every call fails with the code of its row. */
    NONE("-"),
    /** Queried only; setting fails with {@code ERROR_INTERNET_OPTION_NOT_SETTABLE} (R-OPT-9). */
    GET("get"),
    /** Set only; a query fails with {@code ERROR_INTERNET_INVALID_OPTION}. */
    SET("set"),
    /** Both. */
    GET_SET("get, set");

    private final String text;

    OptionAccess(String text) {
        this.text = text;
    }

    static OptionAccess of(boolean get, boolean set) {
        if (get) {
            return set ? GET_SET : GET;
        }
        return set ? SET : NONE;
    }

    /** In words, for the table of supported options. */
    @Override
    public String toString() {
        return text;
    }
}
