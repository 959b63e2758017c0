package io.github.wininet4j.constant;

/**
 * Flags of {@code InternetErrorDlg} (R-DLG).
 */
public final class DialogFlag {
    private DialogFlag() {}

    // What the dialog does
    /** Looks for errors that hide behind success, as 401 does. */
    public static final int FLAGS_ERROR_UI_FILTER_FOR_ERRORS = 0x00000001;
    /** Stores the choice in the request. */
    public static final int FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS = 0x00000002;
    /** Asks the request for what the dialog needs to know. */
    public static final int FLAGS_ERROR_UI_FLAGS_GENERATE_DATA = 0x00000004;
    /** Shows nothing; only tells what to do. */
    public static final int FLAGS_ERROR_UI_FLAGS_NO_UI = 0x00000008;
    /** Shows one dialog for the same question of several requests. */
    public static final int FLAGS_ERROR_UI_SERIALIZE_DIALOGS = 0x00000010;
    /** Shows international host names as such (R-CBX-9). */
    public static final int FLAGS_ERROR_UI_SHOW_IDN_HOSTNAME = 0x00000020;

    // Certificate errors, as option 31 reports them (R-CBX-9, R-TLS-8)
    /** The signature of the certificate is weak. */
    public static final int DLG_FLAGS_WEAK_SIGNATURE = 0x00200000;
    /** The connection fell back to an older protocol, by its name. */
    public static final int DLG_FLAGS_INSECURE_FALLBACK = 0x00400000;
    /** Whether the certificate is revoked could not be checked. */
    public static final int DLG_FLAGS_SEC_CERT_REV_FAILED = 0x00800000;
    /** The certificate comes from an unknown authority. */
    public static final int DLG_FLAGS_INVALID_CA = 0x01000000;
    /** The certificate is for another host. */
    public static final int DLG_FLAGS_SEC_CERT_CN_INVALID = 0x02000000;
    /** The certificate is not valid at this time. */
    public static final int DLG_FLAGS_SEC_CERT_DATE_INVALID = 0x04000000;
}
