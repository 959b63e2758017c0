package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: who provides the item. */
public final class GOPHER_PROVIDER_ATTRIBUTE_TYPE implements Structure {
    /** The name. */
    public @Nullable String Provider;

    /** Creates a structure of zeros. */
    public GOPHER_PROVIDER_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
