package io.github.wininet4j.type;

/** Gopher+ attribute: the time zone of the server. */
public final class GOPHER_TIMEZONE_ATTRIBUTE_TYPE implements Structure {
    /** Hours from GMT. */
    public int Zone;

    /** Creates a structure of zeros. */
    public GOPHER_TIMEZONE_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 4;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
