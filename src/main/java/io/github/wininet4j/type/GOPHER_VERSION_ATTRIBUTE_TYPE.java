package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: the version of the item or server. */
public final class GOPHER_VERSION_ATTRIBUTE_TYPE implements Structure {
    /** The version. */
    public @Nullable String Version;

    /** Creates a structure of zeros. */
    public GOPHER_VERSION_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
