package io.github.wininet4j.type;

/** Gopher+ attribute: how long a copy of the item may be kept. */
public final class GOPHER_TTL_ATTRIBUTE_TYPE implements Structure {
    /** Minutes. */
    public int Ttl;

    /** Creates a structure of zeros. */
    public GOPHER_TTL_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 4;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
