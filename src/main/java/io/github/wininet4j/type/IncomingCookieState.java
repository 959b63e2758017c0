package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** What became of the cookies of an answer; declared for {@code INTERNET_STATUS_COOKIE_RECEIVED} (R-CBX-1). */
public final class IncomingCookieState implements Structure {
    /** Session cookies. */
    public int cSession;

    /** Persistent cookies. */
    public int cPersistent;

    /** Cookies accepted. */
    public int cAccepted;

    /** Cookies accepted for first-party use only. */
    public int cLeashed;

    /** Cookies accepted as session cookies. */
    public int cDowngraded;

    /** Cookies rejected. */
    public int cBlocked;

    /** The URL that set them. */
    public @Nullable String pszLocation;

    /** Creates a structure of zeros. */
    public IncomingCookieState() {}

    @Override
    public int sizeof() {
        return 32;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
