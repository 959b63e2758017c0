package io.github.wininet4j.type;

import io.github.wininet4j.annotation.Ansi;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a server, for {@code INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT} (R-TLS-11). In C its texts are
 * ANSI in the wide form too, and the caller frees them (R-TLS-12).
 */
public final class INTERNET_CERTIFICATE_INFO implements Structure {
    /** When it expires. */
    public FILETIME ftExpiry = new FILETIME();

    /** When it becomes valid. */
    public FILETIME ftStart = new FILETIME();

    /** Whom it was issued to. */
    @Ansi
    public @Nullable String lpszSubjectInfo;

    /** Who issued it. */
    @Ansi
    public @Nullable String lpszIssuerInfo;

    /** Name of the protocol; null (R-OPTN-32). */
    @Ansi
    public @Nullable String lpszProtocolName;

    /** Name of the signature algorithm; null (R-OPTN-32). */
    @Ansi
    public @Nullable String lpszSignatureAlgName;

    /** Name of the encryption algorithm; null (R-OPTN-32). */
    @Ansi
    public @Nullable String lpszEncryptionAlgName;

    /** Length of the encryption key in bits. */
    public int dwKeySize;

    /** Creates a structure of zeros. */
    public INTERNET_CERTIFICATE_INFO() {}

    @Override
    public int sizeof() {
        return 64;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
