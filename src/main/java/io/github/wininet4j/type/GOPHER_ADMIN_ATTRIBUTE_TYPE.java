package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: who looks after the item. */
public final class GOPHER_ADMIN_ATTRIBUTE_TYPE implements Structure {
    /** Name and remarks. */
    public @Nullable String Comment;

    /** Mail address. */
    public @Nullable String EmailAddress;

    /** Creates a structure of zeros. */
    public GOPHER_ADMIN_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
