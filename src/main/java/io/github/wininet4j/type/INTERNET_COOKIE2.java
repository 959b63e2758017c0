package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class INTERNET_COOKIE2 implements Structure {
    /** TODO-DOC */
    public @Nullable String pwszName;

    /** TODO-DOC */
    public @Nullable String pwszValue;

    /** TODO-DOC */
    public @Nullable String pwszDomain;

    /** TODO-DOC */
    public @Nullable String pwszPath;

    /** TODO-DOC */
    public int dwFlags;

    /** TODO-DOC */
    public FILETIME ftExpires = new FILETIME();

    /** TODO-DOC */
    public boolean fExpiresSet;

    /** TODO-DOC */
    public INTERNET_COOKIE2() {}

    @Override
    public int sizeof() {
        return 48;
    }
}
