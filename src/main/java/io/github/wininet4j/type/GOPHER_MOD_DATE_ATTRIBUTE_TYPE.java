package io.github.wininet4j.type;

/** Gopher+ attribute: when the item changed last. */
public final class GOPHER_MOD_DATE_ATTRIBUTE_TYPE implements Structure {
    /** The date. */
    public FILETIME DateAndTime = new FILETIME();

    /** Creates a structure of zeros. */
    public GOPHER_MOD_DATE_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
