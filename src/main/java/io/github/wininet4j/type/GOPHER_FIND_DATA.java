package io.github.wininet4j.type;

/** TODO-DOC */
public final class GOPHER_FIND_DATA implements Structure {
    /** TODO-DOC */
    public int GopherType;

    /** TODO-DOC */
    public int SizeLow;

    /** TODO-DOC */
    public int SizeHigh;

    /** TODO-DOC */
    public FILETIME LastModificationTime = new FILETIME();

    /** TODO-DOC */
    public GOPHER_FIND_DATA() {}

    @Override
    public int sizeof() {
        return 1588;
    }
}
