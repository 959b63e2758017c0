package io.github.wininet4j.ansi;

import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.Structure;
import org.jspecify.annotations.Nullable;

/** {@link INTERNET_CERTIFICATE_INFO} with text in the code page. */
public final class INTERNET_CERTIFICATE_INFOA implements Structure {
    /** When it expires. */
    public FILETIME ftExpiry = new FILETIME();

    /** When it becomes valid. */
    public FILETIME ftStart = new FILETIME();

    /** Whom it was issued to. */
    public byte @Nullable [] lpszSubjectInfo;

    /** Who issued it. */
    public byte @Nullable [] lpszIssuerInfo;

    /** Name of the protocol; null (R-OPTN-32). */
    public byte @Nullable [] lpszProtocolName;

    /** Name of the signature algorithm; null (R-OPTN-32). */
    public byte @Nullable [] lpszSignatureAlgName;

    /** Name of the encryption algorithm; null (R-OPTN-32). */
    public byte @Nullable [] lpszEncryptionAlgName;

    /** Length of the encryption key in bits. */
    public int dwKeySize;

    /** Creates a structure of zeros. */
    public INTERNET_CERTIFICATE_INFOA() {}

    void take(INTERNET_CERTIFICATE_INFO wide, AnsiText text) {
        ftExpiry = wide.ftExpiry;
        ftStart = wide.ftStart;
        lpszSubjectInfo = AnsiBuffers.terminated(wide.lpszSubjectInfo, text::bytes);
        lpszIssuerInfo = AnsiBuffers.terminated(wide.lpszIssuerInfo, text::bytes);
        lpszProtocolName = AnsiBuffers.terminated(wide.lpszProtocolName, text::bytes);
        lpszSignatureAlgName = AnsiBuffers.terminated(wide.lpszSignatureAlgName, text::bytes);
        lpszEncryptionAlgName = AnsiBuffers.terminated(wide.lpszEncryptionAlgName, text::bytes);
        dwKeySize = wide.dwKeySize;
    }

    @Override
    public int sizeof() {
        return 64;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
