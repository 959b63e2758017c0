package io.github.wininet4j.constant;

/**
 * Flags of the URL functions (R-URL-1).
 */
public final class IcuFlag {
    private IcuFlag() {}

    // Escaping and decoding
    /** Decodes when cracking, encodes when creating. */
    public static final int ICU_ESCAPE = 0x80000000;
    /** Decodes {@code %XX} before anything else (R-CANON-5). */
    public static final int ICU_DECODE = 0x10000000;
    /** Does not encode unsafe characters (R-CANON-2). */
    public static final int ICU_NO_ENCODE = 0x20000000;
    /** Encodes spaces and nothing else. */
    public static final int ICU_ENCODE_SPACES_ONLY = 0x04000000;
    /** Encodes percent signs too. */
    public static final int ICU_ENCODE_PERCENT = 0x00001000;
    /** Encodes user, password and host when creating; for IPv6 scope ids (R-URL-7). */
    public static final int ICU_ESCAPE_AUTHORITY = 0x00002000;

    // What is left alone
    /** Leaves {@code .} and {@code ..} segments in the path (R-CANON-2). */
    public static final int ICU_NO_META = 0x08000000;
    /** Leaves all behind {@code ?} and {@code #}; always on (R-CANON-3). */
    public static final int ICU_BROWSER_MODE = 0x02000000;

    // Defaults
    /** Takes the name of the user when there is none in the parts. */
    public static final int ICU_USERNAME = 0x40000000;
}
