package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the attributes of cookies mean. */
@ContractTest
final class CookieAttributeContractTest {
    private static final String URL = "http://www.example.org/dir/page";
    private static final String PAST = "; expires=Thu, 01-Jan-1970 00:00:00 GMT";

    private final CookieClient cookies;

    CookieAttributeContractTest(BackEndUnderTest backEnd) {
        this.cookies = new CookieClient(backEnd.open());
    }

    // ---- domains

    @ParameterizedTest
    @ValueSource(strings = {"example.org", ".example.org", "EXAMPLE.org"})
    @Rule({"R-COOKIE-25", "R-COOKIE-27", "R-CONTRA-12"})
    void domain_withOrWithoutDot_coversAllHostsBelow(String domain) {
        cookies.set("http://www.example.org/", "a=1; domain=" + domain);

        assertThat(cookies.get("http://www.example.org/")).isEqualTo("a=1");
        assertThat(cookies.get("http://deep.other.example.org/")).isEqualTo("a=1");
        assertThat(cookies.get("http://Example.ORG/")).isEqualTo("a=1");
        assertThat(cookies.get("http://anexample.org/")).isEmpty();
        assertThat(cookies.get("http://example.com/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.example.org/, example.com",
        "http://www.example.org/, xample.org",
        "http://www.example.org/, deep.www.example.org",
        "http://www.example.org/, org",
        "http://www.example.com.pl/, com.pl",
        "http://com.pl/, com.pl",
        "http://some.github.io/, github.io",
        "http://127.0.0.1/, 0.0.1",
        "http://localhost/, localhost",
    })
    @Rule({"R-COOKIE-24", "R-COOKIE-26"})
    void domain_ofOthers_isAnInvalidParameter(String url, String domain) {
        assertThat(cookies.refused(url, "a", "1; domain=" + domain)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);

        assertThat(cookies.get(url)).isEmpty();
    }

    @Test
    @Rule("R-COOKIE-24")
    void domain_ofAnAddress_isTheAddress() {
        cookies.set("http://127.0.0.1/", "a=1; domain=127.0.0.1");
        cookies.set("http://[::1]/", "b=2");

        assertThat(cookies.get("http://127.0.0.1:8080/")).isEqualTo("a=1");
        assertThat(cookies.get("http://[::1]/")).isEqualTo("b=2");
    }

    @Test
    @Rule("R-COOKIE-35")
    void cookieWithoutDomain_isForSubDomainsToo_butNotForOtherPeoples() {
        cookies.set("http://example.org/", "a=1");
        cookies.set("http://github.io/", "b=2");
        cookies.set("http://localhost/", "c=3");

        assertThat(cookies.get("http://www.example.org/")).isEqualTo("a=1");
        assertThat(cookies.get("http://github.io/")).isEqualTo("b=2");
        assertThat(cookies.get("http://some.github.io/")).isEmpty();
        assertThat(cookies.get("http://localhost/")).isEqualTo("c=3");
        assertThat(cookies.get("http://some.localhost/")).isEmpty();
        assertThat(cookies.get("http://org/")).isEmpty();
    }

    @Test
    @Rule("R-COOKIE-36")
    void cookies_beyondFiftyOfADomain_pushTheOldestOut() {
        for (int i = 1; i <= 52; i++) {
            cookies.set(URL, "c" + i + "=x");
        }
        cookies.set("http://www.example.com/", "other=1");

        assertThat(cookies.get(URL).split("; "))
                .hasSize(50)
                .contains("c3=x", "c52=x")
                .doesNotContain("c1=x", "c2=x");
        assertThat(cookies.get("http://www.example.com/")).isEqualTo("other=1");
    }

    // ---- paths

    @ParameterizedTest
    @CsvSource({"/example, true", "/examplecode, true", "/example/code.htm, true", "/exampl, false", "/Example, false"})
    @Rule({"R-COOKIE-7", "R-COOKIE-28"})
    void path_isAPlainPrefix(String path, boolean covered) {
        cookies.set(URL, "a=1; path=/example");

        assertThat(cookies.get("http://www.example.org" + path)).isEqualTo(covered ? "a=1" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "/dir/other?query=/, true",
        "/dir/deep/other, true",
        "/dir/, true",
        "/dir, false",
        "/directory, false",
        "/, false"
    })
    @Rule("R-COOKIE-29")
    void cookieWithoutPath_isForTheDirectory(String path, boolean covered) {
        cookies.set(URL + "?query=/a/b/c", "a=1");

        assertThat(cookies.get("http://www.example.org" + path)).isEqualTo(covered ? "a=1" : "");
    }

    @Test
    @Rule({"R-COOKIE-7", "R-COOKIE-29"})
    void cookies_ofDeeperPathsComeFirst_andOfOnePathTheOlder() {
        cookies.set("http://www.example.org", "root=1");
        cookies.set(URL, "b=2");
        cookies.set(URL, "a=3");
        cookies.set(URL, "b=4");

        assertThat(cookies.get(URL)).isEqualTo("a=3; b=4; root=1");
    }

    @Test
    @Rule("R-COOKIE-30")
    void secure_isForHttpsOnly() {
        cookies.set("http://www.example.org/", "a=1; secure");

        assertThat(cookies.get("http://www.example.org/")).isEmpty();
        assertThat(cookies.get("https://www.example.org/")).isEqualTo("a=1");
    }

    // ---- time

    @Test
    @Rule("R-COOKIE-32")
    void expiryInThePast_deletesTheCookieOfThatNameAndPath() {
        cookies.set(URL, "a=1");
        cookies.set(URL, "b=2; path=/");

        cookies.set(URL, "b=" + PAST);
        assertThat(cookies.get(URL)).isEqualTo("a=1; b=2");
        cookies.set(URL, "a=" + PAST);
        assertThat(cookies.get(URL)).isEqualTo("b=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expires=Fri, 31-Dec-2049 23:59:59 GMT",
                "expires = Friday, 31-Dec-49 23:59:59 GMT",
                "Expires=Fri, 31 Dec 2049 23:59:59 GMT",
                "expires=some day",
                "expires=",
                "max-age=0",
                "version=1"
            })
    @Rule({"R-COOKIE-3", "R-COOKIE-31", "R-COOKIE-34", "R-OPEN-Q-11"})
    void expiryInTheFutureOrUnreadable_keepsTheCookie(String attribute) {
        cookies.set(URL, "a=1; " + attribute);

        assertThat(cookies.get(URL)).isEqualTo("a=1");
    }

    // ---- names and values

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1             | a=1",
                "a = 1 2 ; b=c   | a=1 2",
                "a=b=c           | a=b=c",
                "a=\"x;          | a=\"x",
                "a=              | a=",
                "alone           | alone",
                "=value          | value",
            })
    @Rule({"R-COOKIE-3", "R-COOKIE-4", "R-COOKIE-33"})
    void data_isNameAndValue_orTheValueAlone(String data, String cookie) {
        cookies.set(URL, data);

        assertThat(cookies.get(URL)).isEqualTo(cookie);
    }

    @Test
    @Rule("R-COOKIE-33")
    void emptyData_needsAName() {
        assertThat(cookies.refused(URL, null, "")).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        cookies.set(URL, "a=");

        assertThat(cookies.get(URL)).isEqualTo("a=");
    }
}
