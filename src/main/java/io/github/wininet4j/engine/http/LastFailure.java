package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What options report about the last sending if it failed.
 *
 * @param refusedTls what TLS found out, if it failed because of that
 * @param timedOut whether it, or the wait for the response, took too long
 */
record LastFailure(@Nullable TlsFindings refusedTls, boolean timedOut) {
    static final LastFailure NONE = new LastFailure(null, false);

    static LastFailure of(IOException failure) {
        // Also that of a server which a redirect led to, or the refusal of the client's certificate.
        TlsFindings refused = failure instanceof TlsFailure tls ? tls.findings() : null;
        return new LastFailure(refused, failure instanceof SocketTimeoutException);
    }
}
