package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.TextBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InternetSetCookie, InternetGetCookie and their Ex forms: arguments, sizes, flags. */
@ContractTest
final class CookieFunctionContractTest {
    private static final String URL = "http://www.example.org/dir/page";

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final CookieClient cookies;

    CookieFunctionContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.cookies = new CookieClient(api);
    }

    @Test
    @Rule({"R-COOKIE-1", "R-COOKIE-4", "R-COOKIE-7", "R-GEN-17"})
    void cookies_areSetAndGotWithoutAnyHandle() {
        assertThat(api.InternetSetCookie(URL, "one", "1")).isTrue();
        assertThat(api.InternetSetCookie(URL, null, "two=2; path=/")).isTrue();
        assertThat(api.InternetSetCookieEx(URL, "three", "3; path=/elsewhere", 0, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);

        assertThat(cookies.get(URL)).isEqualTo("one=1; two=2");
        assertThat(cookies.get("http://www.example.org/")).isEqualTo("two=2");
        assertThat(cookies.get("http://www.example.org/elsewhere/x")).isEqualTo("three=3; two=2");
        assertThat(cookies.get("http://www.example.com/dir/page")).isEmpty();
    }

    @Test
    @Rule("R-COOKIE-41")
    void cookies_ofAnotherEngine_areNotSeen() {
        cookies.set(URL, "a=1");

        assertThat(new CookieClient(backEnd.open()).get(URL)).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE-8", "R-COOKIE-9", "R-COOKIE-10", "R-COOKIE-11"})
    void sizes_areCharactersOnSuccess_andBytesOtherwise() {
        cookies.set(URL, "name=value");
        DwordRef size = new DwordRef();

        assertThat(api.InternetGetCookie(URL, null, null, size)).isTrue();
        assertThat(size.value).isEqualTo(22);

        TextBuffer buffer = new TextBuffer(20);
        size.value = 10;
        assertThat(api.InternetGetCookie(URL, null, buffer, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo(22);

        size.value = 11;
        assertThat(api.InternetGetCookie(URL, null, buffer, size)).isTrue();
        assertThat(size.value).isEqualTo(11);
        assertThat(buffer).hasToString("name=value");
    }

    @Test
    @Rule({"R-COOKIE-12", "R-COOKIE-13"})
    void getCookie_withoutCookies_failsAndClearsTheSize() {
        TextBuffer buffer = new TextBuffer(20);
        for (TextBuffer each : new TextBuffer[] {null, buffer}) {
            DwordRef size = new DwordRef(20);
            assertThat(api.InternetGetCookie(URL, null, each, size)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
            assertThat(size.value).isZero();
        }
    }

    @Test
    @Rule({"R-COOKIE-5", "R-COOKIE-6"})
    void name_countsInTheExFunctionOnly_andCaseTellsNamesApart() {
        cookies.set(URL, "name=1");
        cookies.set(URL, "NAME=2");
        TextBuffer buffer = new TextBuffer(50);

        assertThat(api.InternetGetCookie(URL, "name", buffer, new DwordRef(50))).isTrue();
        assertThat(buffer).hasToString("name=1; NAME=2");
        assertThat(cookies.get(URL, "name", 0)).isEqualTo("name=1");
        assertThat(cookies.get(URL, "Name", 0)).isEmpty();
        assertThat(cookies.get(URL, null, 0)).isEqualTo("name=1; NAME=2");
    }

    @Test
    @Rule({"R-COOKIE-14", "R-COOKIE-15", "R-COOKIE-16", "R-COOKIE-18", "R-COOKIE-42"})
    void httpOnly_isOutOfReachWithoutTheFlag() {
        int flag = CookieFlag.INTERNET_COOKIE_HTTPONLY;
        assertThat(cookies.refused(URL, "hidden", "1; HttpOnly")).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(api.InternetSetCookieEx(URL, "hidden", "1; httponly", 0, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_REJECT);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(cookies.all(URL)).isEmpty();
        assertThat(api.InternetSetCookieEx(URL, "hidden", "1; httponly", flag, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(api.GetLastError()).isZero();

        assertThat(cookies.get(URL)).isEmpty();
        assertThat(cookies.get(URL, "hidden", 0)).isEmpty();
        assertThat(cookies.get(URL, "hidden", flag)).isEqualTo("hidden=1");
    }

    @Test
    @Rule({"R-COOKIE-17", "R-COOKIE-42"})
    void httpOnly_isNotReplacedByOthers() {
        int flag = CookieFlag.INTERNET_COOKIE_HTTPONLY;
        assertThat(api.InternetSetCookieEx(URL, "hidden", "1; httponly", flag, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);

        assertThat(cookies.refused(URL, "hidden", "2")).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(cookies.refused(URL, "hidden", "2; expires=Thu, 01-Jan-1970 00:00:00 GMT"))
                .isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(api.InternetSetCookieEx(URL, "hidden", "2", 0, 0)).isEqualTo(CookieFlag.COOKIE_STATE_REJECT);
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_OPERATION);
        assertThat(cookies.all(URL)).isEqualTo("hidden=1");

        assertThat(api.InternetSetCookieEx(URL, "hidden", "2", flag, 0)).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(cookies.get(URL)).isEqualTo("hidden=2");
    }

    @Test
    @Rule("R-COOKIE-22")
    void nullUrlOrData_isAnInvalidParameter() {
        assertThat(cookies.refused(null, "a", "b")).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(cookies.refused(URL, "a", null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetSetCookieEx(null, "a", "b", 0, 0)).isZero();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetSetCookieEx(URL, "a", null, 0, 0)).isZero();
        assertThat(api.InternetGetCookie(null, null, new TextBuffer(9), new DwordRef(9)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetGetCookie(URL, null, new TextBuffer(9), null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-COOKIE-43", "R-COOKIE-22"})
    void data_isLookedAtBeforeTheUrl() {
        int invalid = Win32Error.ERROR_INVALID_PARAMETER;
        INTERNET_COOKIE2 empty = new INTERNET_COOKIE2();
        for (String url : new String[] {"www.example.org", "####", ""}) {
            assertThat(cookies.refused(url, "a", null)).isEqualTo(invalid);
            assertThat(cookies.refused(url, null, null)).isEqualTo(invalid);
            assertThat(cookies.refused(url, null, "")).isEqualTo(invalid);
            assertThat(api.InternetSetCookieEx(url, "a", null, 0, 0)).isZero();
            assertThat(api.GetLastError()).isEqualTo(invalid);
            assertThat(api.InternetSetCookieEx2(url, null, null, 0, null)).isEqualTo(invalid);
            assertThat(api.InternetSetCookieEx2(url, empty, null, 0, null)).isEqualTo(invalid);
            assertThat(cookies.refused(url, "a", "b")).isEqualTo(WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.org, 12006",
        "'', 12006",
        "about:blank, 87",
        "http:///path, 87",
    })
    @Rule("R-COOKIE-23")
    void urlWithoutSchemeOrHost_isRefused(String url, int error) {
        assertThat(cookies.refused(url, "a", "b")).isEqualTo(error);
        assertThat(api.InternetGetCookie(url, null, new TextBuffer(9), new DwordRef(9)))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nInjected: 1", "a\u0001b", "a; path=/\nb"})
    @Rule("R-COOKIE-3")
    void controlCharacters_getIntoNoHeader(String value) {
        assertThat(cookies.refused(URL, "name", value)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(cookies.refused(URL, "na\nme", "v")).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(cookies.get(URL)).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE-14", "R-COOKIE-18", "R-FLAG-15"})
    void restrictedZone_acceptsAndGivesNothing() {
        int flag = CookieFlag.INTERNET_COOKIE_RESTRICTED_ZONE;
        cookies.set(URL, "a=1");

        assertThat(api.InternetSetCookieEx(URL, "b", "2", flag, 0)).isEqualTo(CookieFlag.COOKIE_STATE_REJECT);

        assertThat(cookies.get(URL)).isEqualTo("a=1");
        assertThat(cookies.get(URL, null, flag)).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE-20", "R-CONTRA-11", "R-COOKIE-18"})
    void evaluateP3p_isTheNumberOfTheHeader() {
        int evaluate = 0x40;
        assertThat(api.InternetSetCookieEx(URL, "a", "1", evaluate, 0)).isEqualTo(CookieFlag.COOKIE_STATE_LEASH);
        assertThat(api.InternetSetCookieEx(URL, "b", "2", 0x80, 0)).isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(api.InternetSetCookieEx(URL, "c", "3", evaluate | CookieFlag.INTERNET_COOKIE_THIRD_PARTY, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_REJECT);

        assertThat(cookies.get(URL)).isEqualTo("a=1; b=2");
        assertThat(cookies.get(URL, null, CookieFlag.INTERNET_COOKIE_THIRD_PARTY))
                .as("leashed cookies stay with the first party")
                .isEqualTo("b=2");
    }

    @Test
    @Rule({"R-COOKIE-18", "R-COOKIE-38"})
    void prompt_isToldAndNothingIsStored() {
        int flag = CookieFlag.INTERNET_COOKIE_PROMPT_REQUIRED;

        assertThat(api.InternetSetCookieEx(URL, "a", "1", flag, 0)).isEqualTo(CookieFlag.COOKIE_STATE_PROMPT);

        assertThat(cookies.get(URL)).isEmpty();
    }
}
