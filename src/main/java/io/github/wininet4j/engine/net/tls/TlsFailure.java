package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.engine.fault.HasErrorCode;
import io.github.wininet4j.engine.net.TlsFindings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** TLS could not be set up, or the server's certificate is not acceptable. */
public final class TlsFailure extends IOException implements HasErrorCode {
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
