package io.github.wininet4j.type;

import io.github.wininet4j.annotation.InPlace;

/** An item of a Gopher menu, as {@code GopherFindFirstFile} would give it (R-GOPHER-4). */
public final class GOPHER_FIND_DATA implements Structure {
    /** Text shown for the item, up to 128 characters. */
    @InPlace(129)
    public String DisplayString = "";

    /** {@link io.github.wininet4j.constant.GopherType} bits. */
    public int GopherType;

    /** Low 32 bits of the size in bytes. */
    public int SizeLow;

    /** High 32 bits of the size in bytes. */
    public int SizeHigh;

    /** When the item changed last. */
    public FILETIME LastModificationTime = new FILETIME();

    /** What to pass to the other Gopher functions, up to 653 characters. */
    @InPlace(654)
    public String Locator = "";

    /** Creates a structure of zeros. */
    public GOPHER_FIND_DATA() {}

    @Override
    public int sizeof() {
        return 1588;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
