package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.Structure;

/** {@link GOPHER_FIND_DATA} with text in the code page. */
public final class GOPHER_FIND_DATAA implements Structure {
    /** Text shown for the item, with its NUL. */
    @InPlace(129)
    public byte[] DisplayString = new byte[129];

    /** {@link io.github.wininet4j.constant.GopherType} bits. */
    public int GopherType;

    /** Low 32 bits of the size in bytes. */
    public int SizeLow;

    /** High 32 bits of the size in bytes. */
    public int SizeHigh;

    /** When the item changed last. */
    public FILETIME LastModificationTime = new FILETIME();

    /** What to pass to the other Gopher functions, with its NUL. */
    @InPlace(654)
    public byte[] Locator = new byte[654];

    /** Creates a structure of zeros. */
    public GOPHER_FIND_DATAA() {}

    void take(GOPHER_FIND_DATA wide, AnsiText text) {
        AnsiBuffers.fill(DisplayString, text.bytes(wide.DisplayString));
        GopherType = wide.GopherType;
        SizeLow = wide.SizeLow;
        SizeHigh = wide.SizeHigh;
        LastModificationTime = wide.LastModificationTime;
        AnsiBuffers.fill(Locator, text.bytes(wide.Locator));
    }

    @Override
    public int sizeof() {
        return 808;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
