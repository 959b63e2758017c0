package io.github.wininet4j.type;

/** Gopher+ attribute: whether search engines may index the server. */
public final class GOPHER_VERONICA_ATTRIBUTE_TYPE implements Structure {
    /** True if they may. */
    public boolean TreeWalk;

    /** Creates a structure of zeros. */
    public GOPHER_VERONICA_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 4;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
