package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: the organisation behind the server. */
public final class GOPHER_ORGANIZATION_ATTRIBUTE_TYPE implements Structure {
    /** Its name. */
    public @Nullable String Organization;

    /** Creates a structure of zeros. */
    public GOPHER_ORGANIZATION_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
