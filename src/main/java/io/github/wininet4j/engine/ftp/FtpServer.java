package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.engine.proxy.ProxyServer;
import io.github.wininet4j.engine.session.Credentials;

/**
 * Where to log on, and how.
 *
 * @param host the server, or a gateway to it
 * @param port its port
 * @param user the user (R-CONN-5)
 * @param password the password (R-CONN-5)
 * @param passive whether the server opens the ports of data connections (R-FTP-2)
 * @param ansiNames whether names are never UTF-8 (R-PROJ-FTP-2)
 */
record FtpServer(String host, int port, String user, String password, boolean passive, boolean ansiNames) {
    private static final String ANONYMOUS = "anonymous";

    /** What stands for the e-mail address of a user, which is not known here (R-PROJ-FTP-4). */
    private static final String MAIL = "IEUser@";

    /** Returns how to log on through a gateway of the kind that takes {@code user@server} for a user. */
    FtpServer behind(ProxyServer gateway) {
        String there = port == ServiceType.INTERNET_DEFAULT_FTP_PORT ? host : host + ":" + port;
        return new FtpServer(gateway.host(), gateway.port(), user + "@" + there, password, passive, ansiNames);
    }

    static String userOf(Credentials credentials) {
        String user = credentials.user();
        return user == null ? ANONYMOUS : user;
    }

    static String passwordOf(Credentials credentials) {
        String password = credentials.password();
        if (password != null) {
            return password;
        }
        return credentials.user() == null ? MAIL : "";
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "FtpServer[" + user + "@" + host + ":" + port + "]";
    }
}
