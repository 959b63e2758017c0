package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** What became of the cookies for a request; declared for {@code INTERNET_STATUS_COOKIE_SENT} (R-CBX-1). */
public final class OutgoingCookieState implements Structure {
    /** Cookies sent. */
    public int cSent;

    /** Cookies held back. */
    public int cSuppressed;

    /** The URL they are for. */
    public @Nullable String pszLocation;

    /** Creates a structure of zeros. */
    public OutgoingCookieState() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
