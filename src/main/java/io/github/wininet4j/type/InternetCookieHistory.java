package io.github.wininet4j.type;

/** TODO-DOC */
public final class InternetCookieHistory implements Structure {
    /** TODO-DOC */
    public boolean fAccepted;

    /** TODO-DOC */
    public boolean fLeashed;

    /** TODO-DOC */
    public boolean fDowngraded;

    /** TODO-DOC */
    public boolean fRejected;

    /** TODO-DOC */
    public InternetCookieHistory() {}

    @Override
    public int sizeof() {
        return 16;
    }
}
