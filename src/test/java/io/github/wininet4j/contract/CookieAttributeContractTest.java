package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompatibilitySwitch;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the attributes of cookies mean. */
@ContractTest
final class CookieAttributeContractTest {
    private static final String URL = "http://www.example.org/dir/page";
    private static final String PAST = "; expires=Thu, 01-Jan-1970 00:00:00 GMT";

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final CookieClient cookies;

    CookieAttributeContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.cookies = new CookieClient(api);
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
    @CsvSource({
        "/example, true",
        "/example/, true",
        "/example/code.htm, true",
        "/example?query, true",
        "/examplecode, false",
        "/example.htm, false",
        "/exampl, false",
        "/Example, false"
    })
    @Rule({"R-COOKIE-7", "R-COOKIE-28"})
    void path_coversItselfAndWhatIsBelow(String path, boolean covered) {
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

    @ParameterizedTest
    @CsvSource({"/example/, true", "/example/x, true", "/example, false"})
    @Rule("R-COOKIE-28")
    void path_withItsSlash_doesNotCoverTheNameWithoutIt(String path, boolean covered) {
        cookies.set(URL, "a=1; path=/example/");

        assertThat(cookies.get("http://www.example.org" + path)).isEqualTo(covered ? "a=1" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "path=", "path=elsewhere", "path=dir/", "path=\\dir\\", "path=\"/dir/\""})
    @Rule({"R-COOKIE-45", "R-COOKIE-29"})
    void path_thatIsNone_countsAsAbsent(String attribute) {
        cookies.set(URL, "a=1; " + attribute);

        assertThat(cookies.get("http://www.example.org/dir/other")).isEqualTo("a=1");
        assertThat(cookies.get("http://www.example.org/elsewhere")).isEmpty();
        assertThat(cookies.get("http://www.example.org/")).isEmpty();
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
                "max-age=some time",
                "version=1"
            })
    @Rule({"R-COOKIE-3", "R-COOKIE-31", "R-COOKIE-34"})
    void expiryInTheFutureOrUnreadable_keepsTheCookie(String attribute) {
        cookies.set(URL, "a=1; " + attribute);

        assertThat(cookies.get(URL)).isEqualTo("a=1");
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=0, ''",
        "max-age=-1, ''",
        "max-age=0; expires=Fri 31-Dec-2049 23:59:59 GMT, ''",
        "max-age=3600, a=1",
        "expires=Thu 01-Jan-1970 00:00:00 GMT; max-age=3600, a=1",
    })
    @Rule({"R-PROJ-COOKIE-1", "R-OPEN-Q-11"})
    void maxAge_counts_moreThanExpires(String attributes, String left) {
        cookies.set(URL, "a=1");

        cookies.set(URL, "a=1; " + attributes);

        assertThat(cookies.get(URL)).isEqualTo(left);
    }

    @Test
    @Rule({"R-PROJ-COOKIE-1", "R-COOKIE-34", "R-OPEN-Q-11"})
    void maxAge_withTheSwitch_meansNothing() {
        CookieClient old =
                new CookieClient(backEnd.open(config -> config.withSwitches(CompatibilitySwitch.IGNORE_MAX_AGE)));
        old.set(URL, "a=1; max-age=0");

        assertThat(old.get(URL)).isEqualTo("a=1");
    }

    @Test
    @Rule("R-PROJ-COOKIE-1")
    void maxAge_endsTheCookieByTheClock() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
        CookieClient timed = new CookieClient(backEnd.open(config -> config.withClock(now::get)));
        timed.set(URL, "a=1; max-age=60");
        now.updateAndGet(time -> time.plusSeconds(59));
        assertThat(timed.get(URL)).isEqualTo("a=1");

        now.updateAndGet(time -> time.plusSeconds(1));

        assertThat(timed.get(URL)).isEmpty();
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

    @Test
    @Rule({"R-COOKIE-44", "R-COOKIE-33"})
    void dataWithoutAnEqualsSign_isTheName() {
        assertThat(api.InternetSetCookie(URL, "theme", "theme")).isTrue();
        assertThat(cookies.get(URL)).isEqualTo("theme=theme");

        assertThat(api.InternetSetCookie(URL, null, "theme")).isTrue();
        assertThat(cookies.get(URL)).isEqualTo("theme");
        assertThat(cookies.get(URL, "theme", 0)).isEqualTo("theme");

        assertThat(api.InternetSetCookie(URL, "theme", "")).isTrue();
        assertThat(cookies.get(URL)).isEqualTo("theme=");

        assertThat(api.InternetSetCookie(URL, null, "theme" + PAST)).isTrue();
        assertThat(cookies.get(URL)).isEmpty();
    }

    static List<Arguments> cookiesThatReadAsOthers() {
        return List.of(
                Arguments.of("a;b", "v"),
                Arguments.of("a=b", "v"),
                Arguments.of("a", "v\nw"),
                Arguments.of("", "a=b"),
                Arguments.of("a\u0001b", "v"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("cookiesThatReadAsOthers")
    @Rule("R-PROJ-COOKIE-2")
    void nameOrValue_thatWouldReadAsAnotherCookie_isRefusedByEveryFunction(String name, String value) {
        String data = name.isEmpty() ? "=" + value : value;
        INTERNET_COOKIE2 structure = new INTERNET_COOKIE2();
        structure.pwszName = name;
        structure.pwszValue = value;

        assertThat(api.InternetSetCookieEx2(URL, structure, null, 0, null))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(cookies.refused(URL, name.isEmpty() ? null : name, data))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetSetCookieEx(URL, name.isEmpty() ? null : name, data, 0, 0))
                .isZero();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(cookies.all(URL)).isEmpty();
    }

    @Test
    @Rule("R-PROJ-COOKIE-2")
    void valueOfAStructure_withASemicolon_isRefused() {
        INTERNET_COOKIE2 structure = new INTERNET_COOKIE2();
        structure.pwszName = "a";
        structure.pwszValue = "v; b=w";

        assertThat(api.InternetSetCookieEx2(URL, structure, null, 0, null))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(cookies.all(URL)).isEmpty();
    }
}
