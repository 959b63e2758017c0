package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class OutgoingCookieState implements Structure {
    /** TODO-DOC */
    public int cSent;

    /** TODO-DOC */
    public int cSuppressed;

    /** TODO-DOC */
    public @Nullable String pszLocation;

    /** TODO-DOC */
    public OutgoingCookieState() {}

    @Override
    public int sizeof() {
        return 16;
    }
}
