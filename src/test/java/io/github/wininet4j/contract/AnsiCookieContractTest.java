package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import org.junit.jupiter.api.Test;

/** The cookie and privacy functions of ANSI callers: all sizes are bytes. */
@ContractTest
final class AnsiCookieContractTest {
    private static final byte[] URL = z("http://www.example.org/");

    private final BackEnd api;
    private final AnsiWinInet ansi;

    AnsiCookieContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open();
        this.ansi = AnsiWinInet.over(api);
    }

    @Test
    @Rule({"R-COOKIE-8", "R-COOKIE-9", "R-COOKIE-10", "R-COOKIE-11"})
    void sizes_areBytesWithTheNul() {
        assertThat(ansi.InternetSetCookieA(URL, z("name"), z("value"))).isTrue();
        byte[] buffer = new byte[20];
        DwordRef size = new DwordRef();

        assertThat(ansi.InternetGetCookieA(URL, null, null, size)).isTrue();
        assertThat(size.value).isEqualTo(11);
        size.value = 10;
        assertThat(ansi.InternetGetCookieA(URL, null, buffer, size)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo(11);
        assertThat(ansi.InternetGetCookieA(URL, null, buffer, size)).isTrue();
        assertThat(size.value).isEqualTo(11);
        assertThat(text(buffer)).isEqualTo("name=value");
    }

    @Test
    @Rule({"R-COOKIE-12", "R-COOKIE-13"})
    void getCookie_withoutCookies_failsAndClearsTheSize() {
        DwordRef size = new DwordRef(20);

        assertThat(ansi.InternetGetCookieA(URL, null, new byte[20], size)).isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        assertThat(size.value).isZero();
    }

    @Test
    @Rule({"R-COOKIE-6", "R-COOKIE-15", "R-COOKIE-16", "R-COOKIE-18", "R-COOKIE-22"})
    void exFunctions_takeNamesAndFlags() {
        int flag = CookieFlag.INTERNET_COOKIE_HTTPONLY;
        byte[] buffer = new byte[40];
        assertThat(ansi.InternetSetCookieExA(URL, z("hidden"), z("1; httponly"), 0, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_REJECT);
        assertThat(ansi.InternetSetCookieExA(URL, z("hidden"), z("1; httponly"), flag, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);
        assertThat(ansi.InternetSetCookieExA(URL, null, z("seen=\u00E9"), 0, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_ACCEPT);

        assertThat(ansi.InternetGetCookieExA(URL, null, buffer, new DwordRef(40), flag, null))
                .isTrue();
        assertThat(text(buffer)).isEqualTo("hidden=1; seen=\u00E9");
        assertThat(ansi.InternetGetCookieExA(URL, z("seen"), buffer, new DwordRef(40), 0, null))
                .isTrue();
        assertThat(text(buffer)).isEqualTo("seen=\u00E9");
        assertThat(ansi.InternetSetCookieExA(URL, z("a"), null, 0, 0)).isZero();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-PRIV-5", "R-PRIV-6"})
    void decisions_areSetGotAndEnumerated() {
        byte[] site = new byte[20];
        DwordRef size = new DwordRef(20);
        DwordRef decision = new DwordRef();
        assertThat(ansi.InternetSetPerSiteCookieDecisionA(z("www.example.org"), CookieFlag.COOKIE_STATE_REJECT))
                .isTrue();

        assertThat(ansi.InternetGetPerSiteCookieDecisionA(z("example.org"), decision))
                .isTrue();
        assertThat(decision.value).isEqualTo(CookieFlag.COOKIE_STATE_REJECT);
        decision.value = 0;
        assertThat(ansi.InternetEnumPerSiteCookieDecisionA(site, size, decision, 0))
                .isTrue();
        assertThat(text(site)).isEqualTo("example.org");
        assertThat(size.value).isEqualTo(11);
        assertThat(decision.value).isEqualTo(CookieFlag.COOKIE_STATE_REJECT);
        assertThat(ansi.InternetEnumPerSiteCookieDecisionA(site, new DwordRef(20), decision, 1))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
    }
}
