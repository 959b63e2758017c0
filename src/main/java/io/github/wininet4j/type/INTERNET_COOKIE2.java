package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * A cookie, for {@code InternetGetCookieEx2} and {@code InternetSetCookieEx2}; name and value must not both be null
 * (R-COOKIE2-6).
 */
public final class INTERNET_COOKIE2 implements Structure {
    /** Name, or null. */
    public @Nullable String pwszName;

    /** Value, or null. */
    public @Nullable String pwszValue;

    /** Domain, or null for the host of the URL. */
    public @Nullable String pwszDomain;

    /** Path, or null for that of the URL. */
    public @Nullable String pwszPath;

    /** {@code INTERNET_COOKIE_*} bits (R-COOKIE2-7). */
    public int dwFlags;

    /** When it expires; read only if {@link #fExpiresSet} is true. */
    public FILETIME ftExpires = new FILETIME();

    /** Whether it expires; false for a session cookie. */
    public boolean fExpiresSet;

    /** Creates a cookie without name and value. */
    public INTERNET_COOKIE2() {}

    @Override
    public int sizeof() {
        return 48;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
