package io.github.wininet4j.constant;

/**
 * Services of {@code InternetConnect} and default ports (R-CONN).
 */
public final class ServiceType {
    private ServiceType() {}

    // Services
    /** The FTP service. */
    public static final int INTERNET_SERVICE_FTP = 1;
    /** The Gopher service. */
    public static final int INTERNET_SERVICE_GOPHER = 2;
    /** HTTP and https alike. */
    public static final int INTERNET_SERVICE_HTTP = 3;

    // Ports
    /** Stands for the default port of the service. */
    public static final int INTERNET_INVALID_PORT_NUMBER = 0;

    /** The port of FTP. */
    public static final int INTERNET_DEFAULT_FTP_PORT = 21;
    /** The port of Gopher. */
    public static final int INTERNET_DEFAULT_GOPHER_PORT = 70;
    /** The port of HTTP. */
    public static final int INTERNET_DEFAULT_HTTP_PORT = 80;
    /** The port of HTTPS. */
    public static final int INTERNET_DEFAULT_HTTPS_PORT = 443;
    /** The port of SOCKS. */
    public static final int INTERNET_DEFAULT_SOCKS_PORT = 1080;
}
