package io.github.wininet4j.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of proxy strings and of bypass lists. */
final class ProxyGrammarTest {
    @ParameterizedTest
    @Rule({"R-PROXY-1", "R-PROXY-2", "R-PROXY-3", "R-PROXY-10", "R-PROXY-34", "R-PROXY-35"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "proxy:8080 | http | HTTP proxy 8080",
                "proxy:8080 | https | HTTP proxy 8080",
                "proxy:8080 | ftp | HTTP proxy 8080",
                "proxy | http | HTTP proxy 80",
                "proxy/ | http | HTTP proxy 80",
                "http://proxy:99/ | http | HTTP proxy 99",
                "https://proxy:99 | http | HTTP proxy 99",
                "HTTP=https://jericho:99 | http | HTTP jericho 99",
                "http=a:1;https=b:2;ftp=c:3 | http | HTTP a 1",
                "http=a:1;https=b:2;ftp=c:3 | https | HTTP b 2",
                "http=a:1 https=b:2 ftp=c:3 | ftp | HTTP c 3",
                "http=a:1;https=b:2 | ftp | DIRECT  0",
                "http=a:1 rest:4 | https | HTTP rest 4",
                "http=a:1 rest:4 | http | HTTP a 1",
                "rest:4 http=a:1 | http | HTTP a 1",
                "ftp=ftp://gate | ftp | FTP_GATEWAY gate 21",
                "ftp=ftp://gate:2121 | ftp | FTP_GATEWAY gate 2121",
                "ftp://gate | ftp | FTP_GATEWAY gate 21",
                "ftp=http://gate:80 | ftp | HTTP gate 80",
                "socks=s | http | SOCKS s 1080",
                "socks=s:9 | ftp | SOCKS s 9",
                "socks=s;http=a | http | HTTP a 80",
                "socks=s;http=a | https | SOCKS s 1080",
                "a:1;b:2 c:3 | http | HTTP a 1, HTTP b 2, HTTP c 3",
                "http=a:1;http=b:2 | http | HTTP a 1, HTTP b 2",
                "gopher=g:70 | http | DIRECT  0",
                "PROXY:8080 | http | HTTP proxy 8080",
                "HtTpS=p:1 | https | HTTP p 1",
                "10.0.0.1:3128 | http | HTTP 10.0.0.1 3128",
                "[::1]:3128 | http | HTTP ::1 3128",
                "[fe80::1] | http | HTTP fe80::1 80",
                "fe80::1 | http | HTTP fe80::1 80",
                "http=[2001:db8::1]:8 | http | HTTP 2001:db8::1 8",
                "proxy: | http | HTTP proxy 80",
                " ;; proxy:1 ;; | http | HTTP proxy 1",
                "m\u00fcnchen.test:1 | http | HTTP m\u00fcnchen.test 1",
                // What names no server cannot be used, and is not taken for the direct way.
                "proxy:0 | http | ~~",
                "proxy:65536 | http | ~~",
                "proxy:80a | http | ~~",
                "proxy:-1 | http | ~~",
                ":80 | http | ~~",
                "http= | http | ~~",
                "user@proxy:80 | http | ~~",
                "proxy/path:80 | http | ~~",
                "pro\\xy | http | ~~",
                "pro\u0000xy | http | ~~",
                "pro\"xy | http | ~~",
                "pro<xy> | http | ~~",
                "bad?host;good:1 | http | HTTP good 1"
            })
    void proxyList_ofAString_namesItsServers(String text, String scheme, String expected) {
        String found = ProxyList.parse(text).forScheme(scheme).stream()
                .map(server -> server.kind() + " " + server.host() + " " + server.port())
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @Rule("R-PROJ-PROXY-1")
    @ValueSource(strings = {"proxy\r\nEvil: 1", "pro\nxy:80", "http=a\r\nHost: b:80", "a:80\r\n\r\nGET / HTTP/1.1"})
    void proxyList_withLineBreaks_isOnlyEverHostsAndPorts(String text) {
        for (ProxyServer server : ProxyList.parse(text).forScheme("http")) {
            assertThat(server.host()).matches("[a-z0-9.:/]*").doesNotContain("\r", "\n", " ", "/");
        }
    }

    @ParameterizedTest
    @Rule({"R-PROXY-4", "R-PROXY-5", "R-PROXY-6", "R-PROXY-7", "R-PROJ-PROXY-2"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | http | www.corp.test | 80 | false",
                "~~ | http | localhost | 80 | true",
                "~~ | http | LOCALHOST | 80 | true",
                "~~ | https | 127.0.0.1 | 443 | true",
                "~~ | http | [::1] | 80 | true",
                "~~ | http | ::1 | 80 | true",
                "~~ | http | loopback | 80 | true",
                "~~ | http | 127.0.0.2 | 80 | false",
                "~~ | http | localhost.corp.test | 80 | false",
                "<-loopback> | http | localhost | 80 | false",
                "<-loopback> | http | 127.0.0.1 | 80 | false",
                "<-loopback> | http | ::1 | 80 | false",
                "<-LOOPBACK>;localhost | http | localhost | 80 | true",
                "<-loopback>;<local> | http | localhost | 80 | true",
                "<-loopback>;<local> | http | 127.0.0.1 | 80 | false",
                "<local> | http | intranet | 80 | true",
                "<local> | http | www.corp.test | 80 | false",
                "<local> | http | 2001:db8::1 | 80 | false",
                "<LOCAL> | http | intranet | 80 | true",
                "www.corp.test | http | www.corp.test | 80 | true",
                "www.corp.test | http | a.www.corp.test | 80 | false",
                "WWW.Corp.Test | http | www.corp.TEST | 80 | true",
                "*.corp.test | http | www.corp.test | 80 | true",
                "*.corp.test | http | corp.test | 80 | false",
                "*corp.test | http | corp.test | 80 | true",
                "corp | http | www.corp.test | 80 | false",
                "*corp* | http | www.corp.test | 80 | true",
                "w*p.t*t | http | www.corp.test | 80 | true",
                "* | http | anything.test | 80 | true",
                "10.* | http | 10.1.2.3 | 80 | true",
                "10.* | http | 110.1.2.3 | 80 | false",
                "*.1.2.3 | http | 10.1.2.3 | 80 | true",
                "a.test;b.test | http | b.test | 80 | true",
                "a.test b.test | http | b.test | 80 | true",
                "a.test, b.test | http | b.test | 80 | true",
                "; a.test ;; | http | a.test | 80 | true",
                "https://a.test | http | a.test | 80 | false",
                "https://a.test | https | a.test | 443 | true",
                "http://*.test/ | http | a.test | 80 | true",
                "ftp://* | ftp | a.test | 21 | true",
                "ftp://* | http | a.test | 80 | false",
                "a.test:8080 | http | a.test | 80 | false",
                "a.test:8080 | http | a.test | 8080 | true",
                "a.test:80* | http | a.test | 8080 | true",
                "[2001:db8::1] | http | 2001:db8::1 | 80 | true",
                "[2001:db8::1]:81 | http | 2001:db8::1 | 80 | false",
                "[2001:db8::*]:80 | http | 2001:db8::1 | 80 | true",
                "2001:db8::1 | http | 2001:db8::1 | 80 | true",
                "10.0.0.0/8 | http | 10.200.0.1 | 80 | true",
                "10.0.0.0/8 | http | 11.0.0.1 | 80 | false",
                "10.0.0.0/8 | http | ten.corp.test | 80 | false",
                "2001:db8::/32 | http | 2001:db8:1::1 | 80 | true",
                "10.0.0.0/33 | http | 10.0.0.1 | 80 | false",
                "a?test | http | a.test | 80 | false",
                "*aab*ab | http | aaaabab | 80 | true",
                "*aab*ab | http | aaaab | 80 | false",
                "ab*ba | http | aba | 80 | false",
                "a*b*c | http | a.bb.c | 80 | true",
                "a*c*b | http | a.bb.c | 80 | false",
                "**a** | http | bab | 80 | true"
            })
    void bypassList_withATarget_saysWhetherItIsCovered(
            String list, String scheme, String host, int port, boolean expected) {
        assertThat(ProxyBypass.parse(list).covers(new ProxyTarget(scheme, host, port, scheme + "://" + host + "/")))
                .isEqualTo(expected);
    }

    @Test
    @Rule("R-PROJ-PROXY-9")
    void bypassList_withAHostLongerThanAnyName_doesNotCoverIt() {
        ProxyBypass all = ProxyBypass.parse("*");

        assertThat(all.covers(new ProxyTarget("http", "a".repeat(255), 80, "http://a/")))
                .isTrue();
        assertThat(all.covers(new ProxyTarget("http", "a".repeat(256), 80, "http://a/")))
                .isFalse();
    }
}
