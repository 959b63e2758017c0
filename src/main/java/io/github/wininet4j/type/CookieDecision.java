package io.github.wininet4j.type;

/** What was decided about a cookie, as newer SDKs declare it beside {@link InternetCookieHistory} (R-CBX-2). */
public final class CookieDecision implements Structure {
    /** A {@code COOKIE_STATE_*} value. */
    public int dwCookieState;

    /** Whether the cookie may live as a session cookie. */
    public boolean fAllowSession;

    /** Creates a structure of zeros. */
    public CookieDecision() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
