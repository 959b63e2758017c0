package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class IncomingCookieState implements Structure {
    /** TODO-DOC */
    public int cSession;

    /** TODO-DOC */
    public int cPersistent;

    /** TODO-DOC */
    public int cAccepted;

    /** TODO-DOC */
    public int cLeashed;

    /** TODO-DOC */
    public int cDowngraded;

    /** TODO-DOC */
    public int cBlocked;

    /** TODO-DOC */
    public @Nullable String pszLocation;

    /** TODO-DOC */
    public IncomingCookieState() {}

    @Override
    public int sizeof() {
        return 32;
    }
}
