package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: an attribute that is not known. */
public final class GOPHER_UNKNOWN_ATTRIBUTE_TYPE implements Structure {
    /** Its text. */
    public @Nullable String Text;

    /** Creates a structure of zeros. */
    public GOPHER_UNKNOWN_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
