package io.github.wininet4j.type;

/** TODO-DOC */
public final class CookieDecision implements Structure {
    /** TODO-DOC */
    public int dwCookieState;

    /** TODO-DOC */
    public boolean fAllowSession;

    /** TODO-DOC */
    public CookieDecision() {}

    @Override
    public int sizeof() {
        return 8;
    }
}
