package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.engine.fault.HasErrorCode;
import io.github.wininet4j.engine.net.TlsFindings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** TLS could not be set up, or the server's certificate is not acceptable. */
public final class TlsFailure extends IOException implements HasErrorCode {
    private static final long serialVersionUID = 1L;

    private final int errorCode;
    private final String host;
    private final int remedies;
    private final transient TlsFindings findings;

    TlsFailure(int errorCode, String host, int remedies, TlsFindings findings, @Nullable Throwable cause) {
        super("TLS error " + errorCode + " with " + host, cause);
        this.errorCode = errorCode;
        this.host = host;
        this.remedies = remedies;
        this.findings = findings;
    }

    /** Returns the {@code ERROR_INTERNET_*} code. */
    @Override
    public int errorCode() {
        return errorCode;
    }

    /** Returns the server, in lower case. */
    public String host() {
        return host;
    }

    /**
     * Returns the {@code SECURITY_FLAG_IGNORE_*} bits that would make the certificate acceptable; 0 if it is not about
     * that.
     */
    public int remedies() {
        return remedies;
    }

    /** Returns what was found before it failed; without certificates if the server did not get that far. */
    public TlsFindings findings() {
        return findings;
    }
}
