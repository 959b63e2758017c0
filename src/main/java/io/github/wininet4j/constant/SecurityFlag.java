package io.github.wininet4j.constant;

/**
 * Bits of {@code INTERNET_OPTION_SECURITY_FLAGS} (R-TLS-4, R-TLS-5). After a certificate error the option also
 * reports the {@code DLG_FLAGS_*} bits of {@link DialogFlag} (R-TLS-8).
 */
public final class SecurityFlag {
    private SecurityFlag() {}

    // What the connection has, read-only
    /** TLS is in use; cannot be set (R-TLS-7). */
    public static final int SECURITY_FLAG_SECURE = 0x00000001;

    /** SSL 2 was used. */
    public static final int SECURITY_FLAG_SSL = 0x00000002;
    /** SSL 3 was used. */
    public static final int SECURITY_FLAG_SSL3 = 0x00000004;
    /** PCT was used. */
    public static final int SECURITY_FLAG_PCT = 0x00000008;
    /** PCT 4 was used. */
    public static final int SECURITY_FLAG_PCT4 = 0x00000010;
    /** Version 4 of SSL by the IETF, by its name. */
    public static final int SECURITY_FLAG_IETFSSL4 = 0x00000020;
    /** Key shorter than 56 bits. */
    public static final int SECURITY_FLAG_STRENGTH_WEAK = 0x10000000;
    /** Key of 56 to 127 bits. */
    public static final int SECURITY_FLAG_STRENGTH_MEDIUM = 0x40000000;
    /** Key of 128 bits or more. */
    public static final int SECURITY_FLAG_STRENGTH_STRONG = 0x20000000;
    /** Key of unknown length. */
    public static final int SECURITY_FLAG_UNKNOWNBIT = 0x80000000;

    /** A Fortezza card was used, by its name. */
    public static final int SECURITY_FLAG_FORTEZZA = 0x08000000;
    /** Another name of {@link #SECURITY_FLAG_STRENGTH_WEAK}. */
    public static final int SECURITY_FLAG_40BIT = 0x10000000;
    /** Another name of {@link #SECURITY_FLAG_STRENGTH_WEAK}. */
    public static final int SECURITY_FLAG_NORMALBITNESS = 0x10000000;
    /** Another name of {@link #SECURITY_FLAG_STRENGTH_MEDIUM}. */
    public static final int SECURITY_FLAG_56BIT = 0x40000000;
    /** Another name of {@link #SECURITY_FLAG_STRENGTH_STRONG}. */
    public static final int SECURITY_FLAG_128BIT = 0x20000000;

    // What is forgiven
    /** Revocation that cannot be checked (12056, 12057). */
    public static final int SECURITY_FLAG_IGNORE_REVOCATION = 0x00000080;
    /** An authority that is not trusted (12045). */
    public static final int SECURITY_FLAG_IGNORE_UNKNOWN_CA = 0x00000100;
    /** A certificate for another use. */
    public static final int SECURITY_FLAG_IGNORE_WRONG_USAGE = 0x00000200;
    /** A certificate for another host (12038). */
    public static final int SECURITY_FLAG_IGNORE_CERT_CN_INVALID = 0x00001000;
    /** A certificate outside its time of validity (12037). */
    public static final int SECURITY_FLAG_IGNORE_CERT_DATE_INVALID = 0x00002000;
    /** A redirect from http to https (12039). */
    public static final int SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS = 0x00004000;
    /** A redirect from https to http (12040). */
    public static final int SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP = 0x00008000;
    /** A weak signature (12062). */
    public static final int SECURITY_FLAG_IGNORE_WEAK_SIGNATURE = 0x00010000;

    // What is asked for
    /** Weak signatures become errors. */
    public static final int SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE = 0x00020000;

    // Masks
    /** The bits that are also {@code INTERNET_FLAG_*}. */
    public static final int SECURITY_INTERNET_MASK = 0x0000F000;
    /** The bits that the header lets callers set. */
    public static final int SECURITY_SET_MASK = 0x00003380;
    /** The bits that forgive certificate errors. */
    public static final int SECURITY_IGNORE_ERROR_MASK = 0x00013180;
}
