package io.github.wininet4j.engine.proxy.pac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.Rule;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts can do, and what they cannot. */
final class PacScriptTest {
    /** Long enough for a cold start on a busy machine; the scripts here end by themselves. */
    private static final PacLimits PATIENT = new PacLimits(60_000, 256L << 20, 16L << 20, 1 << 20);

    private static String ask(String source) throws PacException {
        return PacScript.compile(source, PATIENT)
                .findProxy("http://www.corp.test/x", "www.corp.test", new FixedNetwork());
    }

    private static String evaluate(String expression) throws PacException {
        return ask("function FindProxyForURL(url, host) { return String(" + expression + "); }");
    }

    /** Examples of Netscape's description of the format, of Microsoft's pages, and their edges. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "isPlainHostName('www') | true",
                "isPlainHostName('www.netscape.com') | false",
                "dnsDomainIs('www.netscape.com', '.netscape.com') | true",
                "dnsDomainIs('www', '.netscape.com') | false",
                "dnsDomainIs('www.mcom.com', '.netscape.com') | false",
                "dnsDomainIs('WWW.Netscape.com', '.netscape.COM') | true",
                "localHostOrDomainIs('www.netscape.com', 'www.netscape.com') | true",
                "localHostOrDomainIs('www', 'www.netscape.com') | true",
                "localHostOrDomainIs('www.mcom.com', 'www.netscape.com') | false",
                "localHostOrDomainIs('home.netscape.com', 'www.netscape.com') | false",
                "isResolvable('www.corp.test') | true",
                "isResolvable('bogus.domain.foobar') | false",
                "isResolvable('six.corp.test') | false",
                "isInNet('198.95.249.79', '198.95.249.79', '255.255.255.255') | true",
                "isInNet('198.95.1.1', '198.95.0.0', '255.255.0.0') | true",
                "isInNet('198.96.1.1', '198.95.0.0', '255.255.0.0') | false",
                "isInNet('www.corp.test', '198.95.0.0', '255.255.0.0') | true",
                "isInNet('nowhere.test', '198.95.0.0', '255.255.0.0') | false",
                "isInNet('six.corp.test', '0.0.0.0', '0.0.0.0') | false",
                "isInNet('1.2.3.4', '1.2.3', '255.255.255.0') | false",
                "isInNet('1.2.3.4', '1.2.3.x', '255.255.255.0') | false",
                "dnsResolve('www.corp.test') | 198.95.249.79",
                "dnsResolve('both.corp.test') | 192.0.2.7",
                "dnsResolve('bogus') | null",
                "myIpAddress() | 10.0.0.5",
                "dnsDomainLevels('www') | 0",
                "dnsDomainLevels('www.netscape.com') | 2",
                "shExpMatch('http://home.netscape.com/people/ari/index.html', '*/ari/*') | true",
                "shExpMatch('http://home.netscape.com/people/montulli/index.html', '*/ari/*') | false",
                "shExpMatch('www.corp.test', 'www.*.tes?') | true",
                "shExpMatch('a.b', 'a?b') | true",
                "shExpMatch('a+b', 'a.b') | false",
                "shExpMatch('', '*') | true",
                "shExpMatch('', '?') | false",
                "shExpMatch('ABC', 'abc') | false",
                "shExpMatch('a*b', 'a*b') | true",
                "weekdayRange('SAT') | true",
                "weekdayRange('MON', 'FRI') | false",
                "weekdayRange('FRI', 'MON') | true",
                "weekdayRange('SAT', 'GMT') | true",
                "weekdayRange('SAT', 'SUN', 'GMT') | true",
                "weekdayRange('XYZ') | false",
                "dateRange(4) | true",
                "dateRange(5) | false",
                "dateRange(1, 15) | true",
                "dateRange(28, 3) | false",
                "dateRange('JUL') | true",
                "dateRange('JAN', 'MAR') | false",
                "dateRange('NOV', 'JUL') | true",
                "dateRange(2026) | true",
                "dateRange(1995, 1997) | false",
                "dateRange(1, 'JUN', 15, 'AUG') | true",
                "dateRange(24, 'DEC', 6, 'JAN') | false",
                "dateRange('OCT', 1995, 'MAR', 2030) | true",
                "dateRange(1, 'JUN', 1995, 15, 'AUG', 1995) | false",
                "dateRange(4, 'JUL', 2026, 4, 'JUL', 2026, 'GMT') | true",
                "dateRange(1, 'JUN', 'AUG') | false",
                "timeRange(12) | true",
                "timeRange(12, 13) | true",
                "timeRange(10, 'GMT') | true",
                "timeRange(9, 17) | true",
                "timeRange(22, 6) | false",
                "timeRange(8, 30, 12, 30) | false",
                "timeRange(8, 30, 12, 31) | true",
                "timeRange(12, 30, 15, 12, 30, 15) | true",
                "timeRange(0, 0, 0, 0, 0, 30) | false",
                "timeRange(1, 2, 3) | false",
                "timeRange('x') | false",
                "isResolvableEx('six.corp.test') | true",
                "isResolvableEx('bogus') | false",
                "isInNetEx('198.95.249.79', '198.95.249.79/32') | true",
                "isInNetEx('198.95.1.1', '198.95.0.0/16') | true",
                "isInNetEx('3ffe:8311:ffff:1::1', '3ffe:8311:ffff::/48') | true",
                "isInNetEx('3ffe:8311:fffe:1::1', '3ffe:8311:ffff::/48') | false",
                "isInNetEx('10.0.0.1', '10.0.0.0/33') | false",
                "isInNetEx('10.0.0.1', '::/0') | false",
                "dnsResolveEx('both.corp.test') | 2001:db8:0:0:0:0:0:7;192.0.2.7",
                "dnsResolveEx('bogus') | ",
                "myIpAddressEx() | 2001:db8:0:0:0:0:0:5;10.0.0.5",
                "sortIpAddressList('10.2.3.9;2001:4898:28:3:201:2ff:feea:fc14;::1;127.0.0.1;::9')"
                        + " | 0:0:0:0:0:0:0:1;0:0:0:0:0:0:0:9;2001:4898:28:3:201:2ff:feea:fc14;10.2.3.9;127.0.0.1",
                "sortIpAddressList('10.0.0.1;junk') | ",
                "getClientVersion() | 1.0",
                "isPlainHostName() | true",
                "typeof alert('hello') | undefined"
            })
    @Rule("R-PROXY-33")
    void functions_withPublishedExamples_giveTheirAnswers(String expression, String expected) throws Exception {
        assertThat(evaluate(expression)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void weekdayRange_nearMidnight_countsInTheZoneThatIsAsked() throws Exception {
        PacScript script = PacScript.compile(
                "function FindProxyForURL() { return weekdayRange('SUN') + ' ' + weekdayRange('SAT', 'GMT'); }",
                PATIENT);

        assertThat(script.findProxy("u", "h", new FixedNetwork(ZonedDateTime.parse("2026-07-05T01:00:00+02:00"))))
                .isEqualTo("true true");
    }

    @Test
    void findProxy_givesTheScriptUrlAndHost() throws Exception {
        assertThat(ask("function FindProxyForURL(url, host) { return 'PROXY ' + host + ':80; ' + url; }"))
                .isEqualTo("PROXY www.corp.test:80; http://www.corp.test/x");
    }

    @Test
    @Rule("R-PROXY-33")
    void findProxy_withBothFunctions_callsTheExtendedOne() throws Exception {
        assertThat(ask("function FindProxyForURL() { return 'a'; } function FindProxyForURLEx() { return 'b'; }"))
                .isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var x = `${1}a`; let y = [1,2].map(n => n + 1); return x + y;",
                "var s = 'a'; s += 'b'; s += s; return s.toUpperCase().split('').join('-');",
                "var o = {a: 1}; o.a += 2; return o.a + ' ' + [1,[2,3]] + [] + {}.toString();",
                "var m = /^(\\w+)\\.(\\w+)/.exec(host); return m[1] + m[2] + host.replace(/w/g, 'v') + host.indexOf('corp');",
                "for (var i = 0, t = ''; i < 10; i++) { t += i; } return t + 'x'.repeat(3) + 'y'.padStart(4, '-');",
                "return [3,1,2].sort().concat([4]).slice(1).toString() + Math.max.apply(null, [1, 2]) + encodeURI('a b');",
                "function F(a) { this.a = a; } F.prototype.b = function() { return this.a + 1; }; return '' + new F(1).b();",
                "try { nothing.here(); } catch (e) { return 'caught ' + (e instanceof ReferenceError); }",
                "switch (host) { case 'x': return 'x'; default: return 1 + 2 + 'z' + (1 + 2); }",
                "var a = [5]; a[0] += 1; var b = {'k y': a}; return b['k y'][0] + '' + new Date(0).getTime() + parseInt('12px');"
            })
    void findProxy_withOrdinaryJavaScript_behavesAsUnrestricted(String body) throws Exception {
        String source = "function FindProxyForURL(url, host) { " + body + " }";

        assertThat(ask(source)).isEqualTo(PlainJavaScript.run(source)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "undefined | ~~",
                "null | ~~",
                "'' | ~~",
            })
    void findProxy_withoutAnAnswer_isEmpty(String value, String expected) throws Exception {
        assertThat(ask("function FindProxyForURL() { return " + value + "; }")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "this is no script",
                "function Other() {}",
                "var FindProxyForURL = 3;",
                "throw 'x';",
                "function FindProxyForURL() { throw new Error('x'); }",
                "function FindProxyForURL() { return 3; }",
                "function FindProxyForURL() { return {}; }",
                "function FindProxyForURL() { return undefinedName; }"
            })
    void findProxy_withABrokenScript_fails(String source) {
        assertThatThrownBy(() -> ask(source)).isInstanceOf(PacException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.exit(1)",
                "Packages.java.lang.Runtime.getRuntime()",
                "new java.io.File('/etc/passwd')",
                "importPackage(java.io)",
                "getClass()",
                "''.getClass()",
                "dnsResolve.getClass()",
                "isInNet.__proto__.getClass()",
                "(function(){}).constructor('return 1')()",
                "(function*(){}).constructor('return 1')()",
                "(() => 1).constructor('return 1')()",
                "isPlainHostName.constructor('return 1')()",
                "[].map.constructor('return 1')()",
                "eval('1')",
                "new Function('return 1')()",
                "new ActiveXObject('WScript.Shell')",
                "new XMLHttpRequest()",
                "load('/etc/passwd')",
                "readFile('/etc/passwd')",
                "quit()",
                "new Proxy({}, {})",
                "2n ** 64n",
                "__wininet4j_text('a')"
            })
    void findProxy_withAWayOut_fails(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(PacException.class);
    }

    @Test
    void findProxy_calledTwice_startsAfresh() throws Exception {
        PacScript script = PacScript.compile("var n = 0; function FindProxyForURL() { n++; return '' + n; }", PATIENT);

        assertThat(script.findProxy("u", "h", new FixedNetwork())).isEqualTo("1");
        assertThat(script.findProxy("u", "h", new FixedNetwork())).isEqualTo("1");
    }

    /** The parser fails on each of them in a way of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"function FindProxyForURL(url, host) {t,{*}", "t,{*", "`${", "/", "function(", "{[", "=>"})
    @Rule("R-PROJ-PAC-1")
    void compile_ofWhatIsNoScript_failsWithTheOneException(String source) {
        assertThatThrownBy(() -> PacScript.compile(source, PacLimits.DEFAULT)).isInstanceOf(PacException.class);
    }
}
