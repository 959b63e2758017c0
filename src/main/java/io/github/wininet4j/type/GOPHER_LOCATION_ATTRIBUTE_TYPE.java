package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: where the server is. */
public final class GOPHER_LOCATION_ATTRIBUTE_TYPE implements Structure {
    /** Place in words. */
    public @Nullable String Location;

    /** Creates a structure of zeros. */
    public GOPHER_LOCATION_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
