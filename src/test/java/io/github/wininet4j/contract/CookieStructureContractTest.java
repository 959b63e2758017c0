package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cookie functions of Windows 8.1, which pass cookies as structures. */
@ContractTest
final class CookieStructureContractTest {
    private static final String URL = "http://www.example.org/dir/page";
    private static final Instant LATER = Instant.parse("2049-12-31T23:59:59Z");

    private final BackEnd api;
    private final CookieClient cookies;

    CookieStructureContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open();
        this.cookies = new CookieClient(api);
    }

    private static INTERNET_COOKIE2 cookie(String name, String value, int flags) {
        INTERNET_COOKIE2 cookie = new INTERNET_COOKIE2();
        cookie.pwszName = name;
        cookie.pwszValue = value;
        cookie.dwFlags = flags;
        return cookie;
    }

    private int set(INTERNET_COOKIE2 cookie, int flags) {
        DwordRef state = new DwordRef(77);
        assertThat(api.InternetSetCookieEx2(URL, cookie, null, flags, state)).isZero();
        return state.value;
    }

    private List<INTERNET_COOKIE2> get(String url, String name, int flags) {
        CookiesRef found = new CookiesRef();
        DwordRef count = new DwordRef(77);
        int error = api.InternetGetCookieEx2(url, name, flags, found, count);
        assertThat(error).isEqualTo(count.value == 0 ? Win32Error.ERROR_NO_MORE_ITEMS : Win32Error.ERROR_SUCCESS);
        assertThat(found.value).hasSize(count.value);
        List<INTERNET_COOKIE2> copy = Arrays.asList(found.value.clone());
        api.InternetFreeCookies(found, count.value);
        assertThat(found.value).isEmpty();
        return copy;
    }

    private List<String> names(int flags) {
        return get(URL, null, flags).stream().map(each -> each.pwszName).toList();
    }

    @Test
    @Rule({"R-COOKIE2-1", "R-COOKIE2-2", "R-COOKIE2-4", "R-COOKIE2-6", "R-COOKIE2-7"})
    void cookie_comesBackWithAllItsParts() {
        INTERNET_COOKIE2 given = cookie("name", "value", CookieFlag.INTERNET_COOKIE_IS_SECURE);
        given.pwszDomain = ".Example.org";
        given.pwszPath = "/dir";
        given.ftExpires = FILETIME.of(LATER);
        given.fExpiresSet = true;

        assertThat(set(given, 0)).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);

        assertThat(get("https://www.example.org/dir", null, 0)).singleElement().satisfies(found -> {
            assertThat(found.pwszName).isEqualTo("name");
            assertThat(found.pwszValue).isEqualTo("value");
            assertThat(found.pwszDomain).isEqualTo("example.org");
            assertThat(found.pwszPath).isEqualTo("/dir");
            assertThat(found.dwFlags).isEqualTo(CookieFlag.INTERNET_COOKIE_IS_SECURE);
            assertThat(found.fExpiresSet).isTrue();
            assertThat(found.ftExpires.toInstant()).isEqualTo(LATER);
        });
    }

    @Test
    @Rule({"R-COOKIE2-6", "R-COOKIE2-7"})
    void cookie_withoutDomainPathAndExpiry_hasThoseOfTheUrl() {
        assertThat(set(cookie("name", null, 0), 0)).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(set(cookie(null, "alone", 0), 0)).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(cookies.get(URL)).isEqualTo("name=; alone");

        List<INTERNET_COOKIE2> found = get(URL, null, 0);
        assertThat(found.get(0).pwszDomain).isEqualTo("www.example.org");
        assertThat(found.get(0).pwszPath).isEqualTo("/dir/");
        assertThat(found.get(0).dwFlags).isEqualTo(CookieFlag.INTERNET_COOKIE_IS_SESSION);
        assertThat(found.get(0).fExpiresSet).isFalse();
        assertThat(found.get(1).pwszName).isNull();
        assertThat(found.get(1).pwszValue).isEqualTo("alone");
    }

    @Test
    @Rule({"R-COOKIE2-1", "R-COOKIE-6", "R-COOKIE-12"})
    void getCookie_looksAtTheName_andSaysIfThereIsNone() {
        cookies.set(URL, "name=1");
        cookies.set(URL, "NAME=2");

        assertThat(get(URL, "NAME", 0)).extracting(each -> each.pwszValue).containsExactly("2");
        assertThat(get(URL, "none", 0)).isEmpty();
        assertThat(get("http://example.com/", null, 0)).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE2-3", "R-COOKIE2-5", "R-COOKIE2-8", "R-CONTRA-26"})
    void httpOnly_needsNonScript_notTheFlagOfTheOtherFunctions() {
        INTERNET_COOKIE2 hidden = cookie("hidden", "1", CookieFlag.INTERNET_COOKIE_HTTPONLY);
        DwordRef state = new DwordRef();
        for (int flags : new int[] {0, CookieFlag.INTERNET_COOKIE_HTTPONLY}) {
            assertThat(api.InternetSetCookieEx2(URL, hidden, null, flags, state))
                    .isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        }
        assertThat(set(hidden, CookieFlag.INTERNET_COOKIE_NON_SCRIPT)).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);

        assertThat(names(0)).isEmpty();
        assertThat(names(CookieFlag.INTERNET_COOKIE_HTTPONLY)).isEmpty();
        assertThat(names(CookieFlag.INTERNET_COOKIE_NON_SCRIPT)).containsExactly("hidden");
        assertThat(cookies.all(URL)).isEqualTo("hidden=1");
        assertThat(get(URL, null, CookieFlag.INTERNET_COOKIE_NON_SCRIPT).get(0).dwFlags)
                .isEqualTo(CookieFlag.INTERNET_COOKIE_HTTPONLY | CookieFlag.INTERNET_COOKIE_IS_SESSION);
    }

    @Test
    @Rule({"R-COOKIE2-3", "R-COOKIE2-7", "R-COOKIE2-9"})
    void getFlags_leaveOutRestrictedAndSameSiteCookies() {
        set(cookie("restricted", "1", CookieFlag.INTERNET_COOKIE_IS_RESTRICTED), 0);
        set(cookie("strict", "2", CookieFlag.INTERNET_COOKIE_SAME_SITE_STRICT), 0);
        set(cookie("lax", "3", CookieFlag.INTERNET_COOKIE_SAME_SITE_LAX), 0);
        set(cookie("plain", "4", 0), 0);

        assertThat(names(0)).containsExactly("restricted", "strict", "lax", "plain");
        assertThat(names(CookieFlag.INTERNET_COOKIE_THIRD_PARTY)).containsExactly("strict", "lax", "plain");
        assertThat(names(CookieFlag.INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE)).containsExactly("restricted", "plain");
        assertThat(names(CookieFlag.INTERNET_COOKIE_RESTRICTED_ZONE)).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE2-5", "R-COOKIE2-7", "R-COOKIE-35"})
    void applyHostOnly_keepsCookiesWithoutDomainFromSubDomains() {
        int flag = CookieFlag.INTERNET_COOKIE_APPLY_HOST_ONLY;
        INTERNET_COOKIE2 ofDomain = cookie("domain", "2", 0);
        ofDomain.pwszDomain = "www.example.org";
        set(cookie("host", "1", 0), flag);
        set(ofDomain, flag);

        assertThat(cookies.get(URL)).isEqualTo("host=1; domain=2");
        assertThat(cookies.get("http://sub.www.example.org/dir/page")).isEqualTo("domain=2");
        int applied = CookieFlag.INTERNET_COOKIE_HOST_ONLY_APPLIED | CookieFlag.INTERNET_COOKIE_IS_SESSION;
        assertThat(get(URL, null, 0))
                .extracting(each -> each.dwFlags)
                .containsExactly(applied | CookieFlag.INTERNET_COOKIE_HOST_ONLY, applied);
    }

    @Test
    @Rule({"R-COOKIE2-5", "R-COOKIE-20"})
    void policy_isJudgedOnRequest() {
        int evaluate = CookieFlag.INTERNET_COOKIE_EVALUATE_P3P;
        int thirdParty = evaluate | CookieFlag.INTERNET_COOKIE_THIRD_PARTY;
        DwordRef state = new DwordRef();

        assertThat(set(cookie("a", "1", 0), thirdParty)).isEqualTo(CookieFlag.COOKIE_STATE_REJECT);
        assertThat(api.InternetSetCookieEx2(URL, cookie("b", "2", 0), "CP=\"NOI DSP\"", thirdParty, state))
                .isZero();
        assertThat(state.value).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(set(cookie("c", "3", 0), evaluate)).isEqualTo(CookieFlag.COOKIE_STATE_LEASH);
        assertThat(set(cookie("d", "4", 0), CookieFlag.INTERNET_COOKIE_PROMPT_REQUIRED))
                .isEqualTo(CookieFlag.COOKIE_STATE_PROMPT);

        assertThat(cookies.get(URL)).isEqualTo("b=2; c=3");
    }

    @Test
    @Rule({"R-COOKIE2-1", "R-COOKIE2-2", "R-COOKIE2-4", "R-COOKIE2-6", "R-COOKIE-23", "R-COOKIE-24"})
    void badArguments_areErrorsAtOnce() {
        DwordRef number = new DwordRef();
        INTERNET_COOKIE2 good = cookie("a", "1", 0);
        INTERNET_COOKIE2 foreign = cookie("a", "1", 0);
        foreign.pwszDomain = "example.com";
        int invalid = Win32Error.ERROR_INVALID_PARAMETER;

        assertThat(api.InternetSetCookieEx2(null, good, null, 0, number)).isEqualTo(invalid);
        assertThat(api.InternetSetCookieEx2(URL, null, null, 0, number)).isEqualTo(invalid);
        assertThat(api.InternetSetCookieEx2(URL, cookie(null, null, 0), null, 0, number))
                .isEqualTo(invalid);
        assertThat(api.InternetSetCookieEx2(URL, foreign, null, 0, number)).isEqualTo(invalid);
        assertThat(api.InternetSetCookieEx2("no scheme", good, null, 0, number)).isEqualTo(12006);
        assertThat(api.InternetGetCookieEx2(null, null, 0, new CookiesRef(), number))
                .isEqualTo(invalid);
        assertThat(api.InternetGetCookieEx2(URL, null, 0, null, number)).isEqualTo(invalid);
        api.InternetFreeCookies(null, 0);
        assertThat(cookies.get(URL)).isEmpty();
    }
}
