package io.github.wininet4j.engine.http.ntlm;

/** NEGOTIATE flags ([MS-NLMP] section 2.2.2.5). */
final class NtlmFlags {
    static final int UNICODE = 0x0000_0001;
    static final int OEM = 0x0000_0002;
    static final int REQUEST_TARGET = 0x0000_0004;
    static final int NTLM = 0x0000_0200;
    static final int ALWAYS_SIGN = 0x0000_8000;
    /** Says what kind of target the challenge names: the server's to say. */
    static final int TARGET_TYPES = 0x0007_0000;

    static final int EXTENDED_SESSION_SECURITY = 0x0008_0000;
    static final int TARGET_INFO = 0x0080_0000;
    static final int VERSION = 0x0200_0000;
    static final int KEY_128 = 0x2000_0000;
    static final int KEY_EXCHANGE = 0x4000_0000;
    static final int KEY_56 = 0x8000_0000;

    /** What Internet Explorer on Windows 7 asks for (R-AUTH-19). */
    static final int OF_INTERNET_EXPLORER = UNICODE
            | OEM
            | REQUEST_TARGET
            | NTLM
            | ALWAYS_SIGN
            | EXTENDED_SESSION_SECURITY
            | VERSION
            | KEY_128
            | KEY_56;

    private NtlmFlags() {}
}
