package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: the site of the server. */
public final class GOPHER_SITE_ATTRIBUTE_TYPE implements Structure {
    /** Its name. */
    public @Nullable String Site;

    /** Creates a structure of zeros. */
    public GOPHER_SITE_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
