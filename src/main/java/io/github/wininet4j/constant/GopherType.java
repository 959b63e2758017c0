package io.github.wininet4j.constant;

/**
 * Types of Gopher items and declared lengths in characters; Windows retired Gopher (R-GOPHER).
 */
public final class GopherType {
    private GopherType() {}

    // Documents
    public static final int GOPHER_TYPE_TEXT_FILE = 0x00000001;
    public static final int GOPHER_TYPE_MAC_BINHEX = 0x00000010;
    public static final int GOPHER_TYPE_DOS_ARCHIVE = 0x00000020;
    public static final int GOPHER_TYPE_UNIX_UUENCODED = 0x00000040;
    public static final int GOPHER_TYPE_BINARY = 0x00000200;
    public static final int GOPHER_TYPE_GIF = 0x00001000;
    public static final int GOPHER_TYPE_IMAGE = 0x00002000;
    public static final int GOPHER_TYPE_BITMAP = 0x00004000;
    public static final int GOPHER_TYPE_MOVIE = 0x00008000;
    public static final int GOPHER_TYPE_SOUND = 0x00010000;
    public static final int GOPHER_TYPE_HTML = 0x00020000;
    public static final int GOPHER_TYPE_PDF = 0x00040000;
    public static final int GOPHER_TYPE_CALENDAR = 0x00080000;
    public static final int GOPHER_TYPE_INLINE = 0x00100000;
    /** All types that are documents. */
    public static final int GOPHER_TYPE_FILE_MASK = 0x001FF271;

    // Other items
    public static final int GOPHER_TYPE_DIRECTORY = 0x00000002;
    /** A phone book server. */
    public static final int GOPHER_TYPE_CSO = 0x00000004;

    public static final int GOPHER_TYPE_ERROR = 0x00000008;
    /** A search server. */
    public static final int GOPHER_TYPE_INDEX_SERVER = 0x00000080;

    public static final int GOPHER_TYPE_TELNET = 0x00000100;
    /** A mirror of the item before it. */
    public static final int GOPHER_TYPE_REDUNDANT = 0x00000400;

    public static final int GOPHER_TYPE_TN3270 = 0x00000800;
    public static final int GOPHER_TYPE_UNKNOWN = 0x20000000;
    /** Asks questions (Gopher+). */
    public static final int GOPHER_TYPE_ASK = 0x40000000;
    /** A Gopher+ item. */
    public static final int GOPHER_TYPE_GOPHER_PLUS = 0x80000000;

    // Lengths without the NUL
    public static final int MAX_GOPHER_DISPLAY_TEXT = 128;
    public static final int MAX_GOPHER_SELECTOR_TEXT = 256;
    public static final int MAX_GOPHER_HOST_NAME = 256;
    /** Length of a locator, from those of its parts. */
    public static final int MAX_GOPHER_LOCATOR_LENGTH = 653;

    public static final int MAX_GOPHER_CATEGORY_NAME = 128;
    public static final int MAX_GOPHER_ATTRIBUTE_NAME = 128;
    /** Smallest buffer for attributes, in bytes. */
    public static final int MIN_GOPHER_ATTRIBUTE_LENGTH = 256;
}
