package io.github.wininet4j.type;

/** Gopher+ attribute: what scores can be. */
public final class GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE implements Structure {
    /** The least score. */
    public int LowerBound;

    /** The greatest score. */
    public int UpperBound;

    /** Creates a structure of zeros. */
    public GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 8;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
