package io.github.wininet4j.type;

/** Gopher+ attribute: how well the item fits a search. */
public final class GOPHER_SCORE_ATTRIBUTE_TYPE implements Structure {
    /** The score. */
    public int Score;

    /** Creates a structure of zeros. */
    public GOPHER_SCORE_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 4;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
