package io.github.wininet4j.constant;

/**
 * Services of {@code InternetConnect} and default ports (R-CONN).
 */
public final class ServiceType {
    private ServiceType() {}

    // Services
    public static final int INTERNET_SERVICE_FTP = 1;
    public static final int INTERNET_SERVICE_GOPHER = 2;
    /** HTTP and https alike. */
    public static final int INTERNET_SERVICE_HTTP = 3;

    // Ports
    /** Stands for the default port of the service. */
    public static final int INTERNET_INVALID_PORT_NUMBER = 0;

    public static final int INTERNET_DEFAULT_FTP_PORT = 21;
    public static final int INTERNET_DEFAULT_GOPHER_PORT = 70;
    public static final int INTERNET_DEFAULT_HTTP_PORT = 80;
    public static final int INTERNET_DEFAULT_HTTPS_PORT = 443;
    public static final int INTERNET_DEFAULT_SOCKS_PORT = 1080;
}
