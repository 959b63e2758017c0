package io.github.wininet4j.testing;

/**
 * What a test may change about {@link NginxServer}.
 *
 * @param keepAliveRequests how many requests a connection takes; 0 closes each after its response
 * @param certificate what the port with TLS shows
 * @param extra further directives for both ports
 */
public record NginxSettings(int keepAliveRequests, TestCertificate certificate, String extra) {

    /** Returns the default: connections stay open, the certificate is {@link TestCertificates#good}. */
    public static NginxSettings defaults() {
        return new NginxSettings(1_000_000, TestCertificates.good(), "");
    }

    /**
     * Limits the requests on a connection.
     *
     * @param value how many; 0 closes each connection after its response
     * @return the changed copy
     */
    public NginxSettings withKeepAliveRequests(int value) {
        return new NginxSettings(value, certificate, extra);
    }

    /**
     * Changes the certificate.
     *
     * @param value the certificate
     * @return the changed copy
     */
    public NginxSettings withCertificate(TestCertificate value) {
        return new NginxSettings(keepAliveRequests, value, extra);
    }

    /**
     * Adds directives.
     *
     * @param value what to add to the server blocks
     * @return the changed copy
     */
    public NginxSettings withExtra(String value) {
        return new NginxSettings(keepAliveRequests, certificate, value);
    }
}
