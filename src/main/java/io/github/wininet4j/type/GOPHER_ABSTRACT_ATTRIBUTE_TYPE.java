package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Gopher+ attribute: what the item is about. */
public final class GOPHER_ABSTRACT_ATTRIBUTE_TYPE implements Structure {
    /** A summary. */
    public @Nullable String ShortAbstract;

    /** File with a longer one. */
    public @Nullable String AbstractFile;

    /** Creates a structure of zeros. */
    public GOPHER_ABSTRACT_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
