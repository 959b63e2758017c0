package io.github.wininet4j.type;

/** What happened to the cookies of a site so far; declared for {@code INTERNET_STATUS_COOKIE_HISTORY} (R-CBX-2). */
public final class InternetCookieHistory implements Structure {
    /** One was accepted. */
    public boolean fAccepted;

    /** One was accepted for first-party use only. */
    public boolean fLeashed;

    /** One was accepted as a session cookie. */
    public boolean fDowngraded;

    /** One was rejected. */
    public boolean fRejected;

    /** Creates a structure of zeros. */
    public InternetCookieHistory() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
