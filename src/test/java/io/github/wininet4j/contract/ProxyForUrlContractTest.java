package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.WININET_PROXY_INFO;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which proxies InternetGetProxyForUrl names. */
@ContractTest
final class ProxyForUrlContractTest {
    private static final String SCRIPT = "data:,function FindProxyForURL(url, host) { "
            + "return shExpMatch(host, 'in.*') ? 'DIRECT' : 'PROXY a:1; SOCKS b; DIRECT; PROXY [::1]:2'; }";

    private final BackEnd api;

    ProxyForUrlContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open(config -> config.withProxySettings(ProxySettingsSource.NONE));
    }

    private HINTERNET session(int type, @Nullable String servers, @Nullable String bypass) {
        HINTERNET session = api.InternetOpen("test", type, servers, bypass, 0);
        assertThat(session).isNotNull();
        return session;
    }

    private String ways(HINTERNET session, String url) {
        WININET_PROXY_INFO_LIST list = new WININET_PROXY_INFO_LIST();
        assertThat(api.InternetGetProxyForUrl(session, url, list)).isZero();
        assertThat(list.pProxyInfo).hasSize(list.dwProxyInfoCount);
        List<String> ways = new ArrayList<>();
        for (WININET_PROXY_INFO each : list.pProxyInfo) {
            ways.add(text(each));
        }
        api.InternetFreeProxyInfoList(list);
        assertThat(list.pProxyInfo).isNull();
        assertThat(list.dwProxyInfoCount).isZero();
        return String.join(" ", ways);
    }

    private static String text(WININET_PROXY_INFO way) {
        if (!way.fProxy) {
            assertThat(way.pwszProxy).isNull();
            return way.fBypass ? "bypass" : "direct";
        }
        return way.ProxyScheme + "/" + way.pwszProxy + "/" + way.ProxyPort + (way.fBypass ? "!" : "");
    }

    @ParameterizedTest
    @Rule({"R-PROXY-38", "R-PROJ-PROXY-7", "R-PROXY-1", "R-PROXY-4", "R-PROXY-7", "R-PROXY-35"})
    @CsvSource(
            delimiter = '|',
            value = {
                "a:1 | x | http://server.test/ | 3/a/1",
                "a | x | https://server.test/ | 3/a/80",
                "http=a:1;https=b:2 | x | https://server.test:444/x?y | 3/b/2",
                "http=a:1;socks=c | x | ftp://server.test/x | 8/c/1080",
                "ftp=ftp://gate | x | ftp://server.test/x | 1/gate/21",
                "a:1 b:2 | x | http://server.test/ | 3/a/1 3/b/2",
                "a:1 | *.test | http://server.test/ | bypass",
                "a:1 | x | http://localhost/ | bypass",
                "a:1 | <-loopback> | http://user:secret@127.0.0.1/ | 3/a/1",
                "[::1]:3128 | <local> | http://server.test/ | 3/::1/3128",
                "http=a:1 | x | https://server.test/ | direct"
            })
    void sessionWithProxies_namesThem_orTheDirectWay(String servers, String bypass, String url, String expected) {
        HINTERNET session = session(InternetFlag.INTERNET_OPEN_TYPE_PROXY, servers, bypass);

        assertThat(ways(session, url)).isEqualTo(expected);
    }

    @Test
    @Rule({"R-PROXY-38", "R-PROXY-23", "R-PROXY-33"})
    void sessionOfTheUsersSettings_asksTheScript() {
        HINTERNET session = session(InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null);
        assertThat(ways(session, "http://server.test/")).isEqualTo("direct");
        configure(session, SCRIPT);

        assertThat(ways(session, "http://server.test/x")).isEqualTo("3/a/1 8/b/1080 direct 3/::1/2");
        assertThat(ways(session, "https://in.test/x")).isEqualTo("direct");
        assertThat(ways(session(InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null), "http://server.test/"))
                .isEqualTo("direct");
    }

    @Test
    @Rule({"R-PROXY-38", "R-ERRN-12166", "R-PROXY-40"})
    void scriptThatFails_isItsError_andTheListStaysAsItWas() {
        HINTERNET session = session(InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null);
        configure(session, "data:,function FindProxyForURL(url, host) { throw 1; }");
        WININET_PROXY_INFO_LIST list = new WININET_PROXY_INFO_LIST();

        assertThat(api.InternetGetProxyForUrl(session, "http://server.test/", list))
                .isEqualTo(WinInetError.ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT);

        assertThat(list.pProxyInfo).isNull();
        assertThat(list.dwProxyInfoCount).isZero();
    }

    private void configure(HINTERNET session, String script) {
        INTERNET_PER_CONN_OPTION flags = new INTERNET_PER_CONN_OPTION();
        flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        flags.dwValue = ProxyType.PROXY_TYPE_AUTO_PROXY_URL;
        INTERNET_PER_CONN_OPTION url = new INTERNET_PER_CONN_OPTION();
        url.dwOption = ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL;
        url.pszValue = script;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {flags, url};
        list.dwOptionCount = 2;
        assertThat(api.InternetSetOption(
                        session, InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION, list, list.sizeof()))
                .isTrue();
    }

    @Test
    @Rule({"R-PROXY-38", "R-ERRN-6", "R-ERRN-12018", "R-ERRN-12005", "R-ERRN-12006", "R-GEN-3"})
    void badArguments_areErrorsAtOnce() {
        HINTERNET session = session(InternetFlag.INTERNET_OPEN_TYPE_PROXY, "a:1", null);
        HINTERNET connect = api.InternetConnect(session, "server.test", 80, null, null, 3, 0, 0);
        WININET_PROXY_INFO_LIST list = new WININET_PROXY_INFO_LIST();
        String url = "http://server.test/";

        assertThat(api.InternetGetProxyForUrl(null, url, list)).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.InternetGetProxyForUrl(connect, url, list))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(api.InternetGetProxyForUrl(session, null, list)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetGetProxyForUrl(session, url, null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        for (String none : List.of("", "server.test", "mailto:a@b", "file:///x", "http://")) {
            assertThat(api.InternetGetProxyForUrl(session, none, list))
                    .as(none)
                    .isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        assertThat(api.InternetGetProxyForUrl(session, "http://a:99999/", list))
                .isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
        assertThat(list.dwProxyInfoCount).isZero();
        api.InternetFreeProxyInfoList(null);
        api.InternetFreeProxyInfoList(list);
    }
}
