package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: a form in which the item can be had. */
public final class GOPHER_VIEW_ATTRIBUTE_TYPE implements Structure {
    /** MIME type. */
    public @Nullable String ContentType;

    /** Language. */
    public @Nullable String Language;

    /** Size in bytes. */
    public int Size;

    /** Creates a structure of zeros. */
    public GOPHER_VIEW_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
