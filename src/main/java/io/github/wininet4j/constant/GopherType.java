package io.github.wininet4j.constant;

/**
 * Types of Gopher items and declared lengths in characters; Windows retired Gopher (R-GOPHER).
 */
public final class GopherType {
    private GopherType() {}

    // Documents
    /** A text file. */
    public static final int GOPHER_TYPE_TEXT_FILE = 0x00000001;
    /** A Macintosh file in BinHex. */
    public static final int GOPHER_TYPE_MAC_BINHEX = 0x00000010;
    /** A DOS archive. */
    public static final int GOPHER_TYPE_DOS_ARCHIVE = 0x00000020;
    /** A file in uuencode. */
    public static final int GOPHER_TYPE_UNIX_UUENCODED = 0x00000040;
    /** A binary file. */
    public static final int GOPHER_TYPE_BINARY = 0x00000200;
    /** A GIF image. */
    public static final int GOPHER_TYPE_GIF = 0x00001000;
    /** An image. */
    public static final int GOPHER_TYPE_IMAGE = 0x00002000;
    /** A bitmap. */
    public static final int GOPHER_TYPE_BITMAP = 0x00004000;
    /** A movie. */
    public static final int GOPHER_TYPE_MOVIE = 0x00008000;
    /** A sound. */
    public static final int GOPHER_TYPE_SOUND = 0x00010000;
    /** An HTML page. */
    public static final int GOPHER_TYPE_HTML = 0x00020000;
    /** A PDF file. */
    public static final int GOPHER_TYPE_PDF = 0x00040000;
    /** A calendar. */
    public static final int GOPHER_TYPE_CALENDAR = 0x00080000;
    /** Text for the display. */
    public static final int GOPHER_TYPE_INLINE = 0x00100000;
    /** All types that are documents. */
    public static final int GOPHER_TYPE_FILE_MASK = 0x001FF271;

    // Other items
    /** A directory. */
    public static final int GOPHER_TYPE_DIRECTORY = 0x00000002;
    /** A phone book server. */
    public static final int GOPHER_TYPE_CSO = 0x00000004;

    /** An error. */
    public static final int GOPHER_TYPE_ERROR = 0x00000008;
    /** A search server. */
    public static final int GOPHER_TYPE_INDEX_SERVER = 0x00000080;

    /** A Telnet session. */
    public static final int GOPHER_TYPE_TELNET = 0x00000100;
    /** A mirror of the item before it. */
    public static final int GOPHER_TYPE_REDUNDANT = 0x00000400;

    /** A session of TN3270. */
    public static final int GOPHER_TYPE_TN3270 = 0x00000800;
    /** A type without a number. */
    public static final int GOPHER_TYPE_UNKNOWN = 0x20000000;
    /** Asks questions (Gopher+). */
    public static final int GOPHER_TYPE_ASK = 0x40000000;
    /** A Gopher+ item. */
    public static final int GOPHER_TYPE_GOPHER_PLUS = 0x80000000;

    // Lengths without the NUL
    /** Most characters of a display text. */
    public static final int MAX_GOPHER_DISPLAY_TEXT = 128;
    /** Most characters of a selector. */
    public static final int MAX_GOPHER_SELECTOR_TEXT = 256;
    /** Most characters of a host name. */
    public static final int MAX_GOPHER_HOST_NAME = 256;
    /** Length of a locator, from those of its parts. */
    public static final int MAX_GOPHER_LOCATOR_LENGTH = 653;

    /** Most characters of the name of a category. */
    public static final int MAX_GOPHER_CATEGORY_NAME = 128;
    /** Most characters of the name of an attribute. */
    public static final int MAX_GOPHER_ATTRIBUTE_NAME = 128;
    /** Smallest buffer for attributes, in bytes. */
    public static final int MIN_GOPHER_ATTRIBUTE_LENGTH = 256;
}
