package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * The certificate of a server, for {@code INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT} (R-TLS-11). In C the caller
 * frees the texts (R-TLS-12); here nobody does.
 */
public final class INTERNET_CERTIFICATE_INFO implements Structure {
    /** When it expires. */
    public FILETIME ftExpiry = new FILETIME();

    /** When it becomes valid. */
    public FILETIME ftStart = new FILETIME();

    /** Whom it was issued to. */
    public @Nullable String lpszSubjectInfo;

    /** Who issued it. */
    public @Nullable String lpszIssuerInfo;

    /** Name of the protocol; null (R-OPTN-32). */
    public @Nullable String lpszProtocolName;

    /** Name of the signature algorithm; null (R-OPTN-32). */
    public @Nullable String lpszSignatureAlgName;

    /** Name of the encryption algorithm; null (R-OPTN-32). */
    public @Nullable String lpszEncryptionAlgName;

    /** Length of the encryption key in bits. */
    public int dwKeySize;

    /** Creates a structure of zeros. */
    public INTERNET_CERTIFICATE_INFO() {}

    @Override
    public int sizeof() {
        return 64;
    }
}
