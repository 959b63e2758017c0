package io.github.wininet4j.constant;

/**
 * Modifiers of {@code HttpAddRequestHeaders} (R-HDR).
 */
public final class HttpAddReq {
    private HttpAddReq() {}

    // How a header is added
    /** Only if there is none of that name; else 12155. */
    public static final int HTTP_ADDREQ_FLAG_ADD_IF_NEW = 0x10000000;
    /** Adds; with {@code REPLACE} also when there was none. */
    public static final int HTTP_ADDREQ_FLAG_ADD = 0x20000000;
    /** Replaces, or removes if the new value is empty. */
    public static final int HTTP_ADDREQ_FLAG_REPLACE = 0x80000000;
    /** Appends to the value of that name after a comma. */
    public static final int HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA = 0x40000000;
    /** Another name of {@link #HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA}. */
    public static final int HTTP_ADDREQ_FLAG_COALESCE = 0x40000000;
    /** Appends to the value of that name after a semicolon. */
    public static final int HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON = 0x01000000;

    // Declared by newer SDKs without description (R-CBX-8)
    /** Changes the headers of the response, by its name. */
    public static final int HTTP_ADDREQ_FLAG_RESPONSE_HEADERS = 0x02000000;
    /** Headers may be empty, by its name. */
    public static final int HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES = 0x04000000;

    // Parts of the modifier
    /** Bits that number headers of one name. */
    public static final int HTTP_ADDREQ_INDEX_MASK = 0x0000FFFF;
    /** Bits that are flags. */
    public static final int HTTP_ADDREQ_FLAGS_MASK = 0xFFFF0000;
}
