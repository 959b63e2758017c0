package io.github.wininet4j.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts have a right to which domains. */
final class CookieMatcherTest {
    @ParameterizedTest
    @CsvSource({
        "www.a.org, , www.a.org",
        "www.a.org, a.org, a.org",
        "www.a.org, .A.ORG, a.org",
        "a.org, a.org, a.org",
        "a.test, .a.test, a.test",
        "www.a.org, org, ",
        "www.a.org, '.', ",
        "www.a.org, b.org, ",
        "wwwa.org, a.org, ",
        "a.org, www.a.org, ",
        "x.me.github.io, me.github.io, me.github.io",
        "x.me.github.io, github.io, ",
        "x.me.github.io., github.io., ",
        "www.a.org., org., ",
        "www.a.org., a.org., a.org.",
        "com.pl, , com.pl",
        "com.pl, com.pl, ",
        "localhost, , localhost",
        "localhost, localhost, ",
        "127.0.0.1, 127.0.0.1, 127.0.0.1",
        "127.0.0.1, 0.0.1, ",
        "::1, ::1, ::1",
        "host1, , host1",
        "a.host1, host1, ",
    })
    @Rule({"R-COOKIE-24", "R-COOKIE-25", "R-COOKIE-26"})
    void domain_isTheHostOrAnOwnDomainAboveIt(String host, String attribute, String domain) {
        assertThat(CookieMatcher.domain(host, attribute)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({
        "www.widgets.example.com, example.com",
        "example.com, example.com",
        "a.b.co.uk, b.co.uk",
        "co.uk, co.uk",
        "intranet, intranet",
        "a.b.test, b.test",
        "10.1.2.3, 10.1.2.3",
        "::1, ::1",
    })
    @Rule("R-PRIV-6")
    void minimalDomain_isOneOwners(String host, String domain) {
        assertThat(PublicSuffixes.minimalDomain(host)).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({"'', /", "/, /", "/a, /", "/a/, /a/", "/a/b?x=/c/, /a/", "a, /"})
    @Rule("R-COOKIE-29")
    void directory_endsWithTheLastSlashOfThePath(String target, String directory) {
        assertThat(CookieMatcher.path(new HttpUrl(UrlScheme.HTTP, "h", 80, target), null))
                .isEqualTo(directory);
    }
}
