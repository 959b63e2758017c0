package io.github.wininet4j.engine.option;

/** How far an option goes here. */
public enum OptionSupport {
    /** It does what the documentation or observation says. */
    SUPPORTED("yes"),
    /** It is checked, kept where it can be read back, and changes nothing else; programs set it and expect success. */
    WITHOUT_EFFECT("accepted, no effect"),
    /** Documented as not implemented in WinInet itself, or retired. */
    NOT_IMPLEMENTED("not implemented in WinInet"),
    /** Known by its name alone (R-SDK-5). */
    NAME_ONLY("undocumented");

    private final String text;

    OptionSupport(String text) {
        this.text = text;
    }

    /** In words, for the table of supported options. */
    @Override
    public String toString() {
        return text;
    }
}
