package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class INTERNET_CERTIFICATE_INFO implements Structure {
    /** TODO-DOC */
    public FILETIME ftExpiry = new FILETIME();

    /** TODO-DOC */
    public FILETIME ftStart = new FILETIME();

    /** TODO-DOC */
    public @Nullable String lpszSubjectInfo;

    /** TODO-DOC */
    public @Nullable String lpszIssuerInfo;

    /** TODO-DOC */
    public @Nullable String lpszProtocolName;

    /** TODO-DOC */
    public @Nullable String lpszSignatureAlgName;

    /** TODO-DOC */
    public @Nullable String lpszEncryptionAlgName;

    /** TODO-DOC */
    public int dwKeySize;

    /** TODO-DOC */
    public INTERNET_CERTIFICATE_INFO() {}

    @Override
    public int sizeof() {
        return 64;
    }
}
