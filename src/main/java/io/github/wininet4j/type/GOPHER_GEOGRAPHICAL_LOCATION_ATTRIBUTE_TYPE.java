package io.github.wininet4j.type;

/** Gopher+ attribute: where on earth the server is. */
public final class GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE implements Structure {
    /** Latitude, degrees. */
    public int DegreesNorth;

    /** Latitude, minutes. */
    public int MinutesNorth;

    /** Latitude, seconds. */
    public int SecondsNorth;

    /** Longitude, degrees. */
    public int DegreesEast;

    /** Longitude, minutes. */
    public int MinutesEast;

    /** Longitude, seconds. */
    public int SecondsEast;

    /** Creates a structure of zeros. */
    public GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE() {}

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
