package io.github.wininet4j.engine.net;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.HasErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** TLS could not be set up, or the server's certificate is not acceptable. */
public final class TlsFailure extends IOException implements HasErrorCode {
    /** {@code ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED}: the server wants a certificate and none was chosen (R-TLS-13). */
    static final int CLIENT_CERTIFICATE_NEEDED = WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED;

    /** {@code ERROR_INTERNET_SECURITY_CHANNEL_ERROR}: the handshake failed for another reason (R-TLS-19). */
    static final int CHANNEL_ERROR = WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR;

    private static final long serialVersionUID = 1L;

    private final int errorCode;
    private final transient TlsFindings findings;

    TlsFailure(int errorCode, TlsFindings findings, @Nullable Throwable cause) {
        super("TLS error " + errorCode, cause);
        this.errorCode = errorCode;
        this.findings = findings;
    }

    /**
     * Returns the error.
     *
     * @return an {@code ERROR_INTERNET_*} code
     */
    @Override
    public int errorCode() {
        return errorCode;
    }

    /**
     * Returns what was learnt before it failed.
     *
     * @return the findings; without certificates if the server did not get that far
     */
    public TlsFindings findings() {
        return findings;
    }
}
