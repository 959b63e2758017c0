package io.github.wininet4j.bench.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;

/** A proxy script such as offices have, whose answer for the server is that there is no proxy. */
final class ProxyScript {
    /** Another name of this machine: 127.0.0.1 would pass by the script (R-PROXY-7). */
    static final String HOST = "127.0.0.2";

    private static final String TEXT = "data:,function FindProxyForURL(url, host) {"
            + " if (isPlainHostName(host) || dnsDomainIs(host, '.intranet.test')) return 'DIRECT';"
            + " if (shExpMatch(host, '*.partner.test') || shExpMatch(url, '*/files/*')) return 'PROXY second.test:8080';"
            + " if (host.substring(0, 4) == '127.') return 'DIRECT';"
            + " return 'PROXY first.test:8080; PROXY second.test:8080; DIRECT'; }";

    private ProxyScript() {}

    static void use(WinInet wininet, HINTERNET session) {
        INTERNET_PER_CONN_OPTION flags = new INTERNET_PER_CONN_OPTION();
        flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        flags.dwValue = ProxyType.PROXY_TYPE_AUTO_PROXY_URL;
        INTERNET_PER_CONN_OPTION script = new INTERNET_PER_CONN_OPTION();
        script.dwOption = ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL;
        script.pszValue = TEXT;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {flags, script};
        list.dwOptionCount = list.pOptions.length;
        Facade.check(
                wininet,
                "InternetSetOption",
                wininet.InternetSetOption(
                        session, InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION, list, list.sizeof()));
    }
}
