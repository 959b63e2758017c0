package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Privacy;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.TextBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions about the cookies of sites, preferences of zones, and what they do to cookies. */
@ContractTest
final class PrivacyContractTest {
    private static final String URL = "http://www.example.org/";
    private static final int INTERNET = 3;
    private static final int ACCEPT = CookieFlag.COOKIE_STATE_ACCEPT;
    private static final int REJECT = CookieFlag.COOKIE_STATE_REJECT;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final CookieClient cookies;

    PrivacyContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.cookies = new CookieClient(api);
    }

    private void decide(String host, int decision) {
        assertThat(api.InternetSetPerSiteCookieDecision(host, decision)).isTrue();
    }

    private int decision(String host) {
        DwordRef result = new DwordRef(77);
        boolean found = api.InternetGetPerSiteCookieDecision(host, result);
        assertThat(found).isEqualTo(result.value != CookieFlag.COOKIE_STATE_UNKNOWN);
        return result.value;
    }

    private void prefer(int type, int template, String preference) {
        assertThat(api.PrivacySetZonePreferenceW(INTERNET, type, template, preference))
                .isZero();
    }

    private int set(String cookie, int flags) {
        return api.InternetSetCookieEx(URL, null, cookie, flags, 0);
    }

    // ---- decisions

    @Test
    @Rule({"R-PRIV-5", "R-PRIV-6"})
    void decision_holdsForTheMinimalDomain() {
        decide("widgets.example.co.uk", REJECT);
        decide("127.0.0.1", ACCEPT);

        assertThat(decision("example.co.uk")).isEqualTo(REJECT);
        assertThat(decision(".Other.Example.co.uk")).isEqualTo(REJECT);
        assertThat(decision("other.co.uk")).isZero();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_ITEM_NOT_FOUND);
        assertThat(decision("127.0.0.1")).isEqualTo(ACCEPT);
        assertThat(decision("0.0.1")).isZero();
    }

    @Test
    @Rule({"R-PRIV-5", "R-PRIV-6"})
    void enumeration_tellsEachMinimalDomainAndEnds() {
        decide("www.example.org", REJECT);
        decide("a.b.example.com", ACCEPT);
        TextBuffer site = new TextBuffer(20);
        DwordRef decision = new DwordRef();

        DwordRef size = new DwordRef(20);
        assertThat(api.InternetEnumPerSiteCookieDecision(site, size, decision, 0))
                .isTrue();
        assertThat(site).hasToString("example.com");
        assertThat(size.value).isEqualTo(11);
        assertThat(decision.value).isEqualTo(ACCEPT);

        size.value = 11;
        assertThat(api.InternetEnumPerSiteCookieDecision(site, size, decision, 1))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(size.value).isEqualTo(12);
        assertThat(api.InternetEnumPerSiteCookieDecision(site, size, decision, 1))
                .isTrue();
        assertThat(site).hasToString("example.org");
        assertThat(decision.value).isEqualTo(REJECT);

        for (int end : new int[] {2, -1}) {
            assertThat(api.InternetEnumPerSiteCookieDecision(site, new DwordRef(20), decision, end))
                    .isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        }
    }

    @Test
    @Rule("R-PRIV-5")
    void decisions_areForgotten() {
        decide("one.example.org", REJECT);
        decide("two.example.com", REJECT);
        decide("example.org", CookieFlag.COOKIE_STATE_UNKNOWN);
        assertThat(decision("example.org")).isZero();
        assertThat(decision("example.com")).isEqualTo(REJECT);

        assertThat(api.InternetClearAllPerSiteCookieDecisions()).isTrue();

        assertThat(decision("example.com")).isZero();
    }

    @Test
    @Rule({"R-PRIV-5", "R-COOKIE-18", "R-COOKIE-19"})
    void decision_isHonouredBySetCookieEx_andNotBySetCookie() {
        decide("example.org", REJECT);
        assertThat(set("a=1", 0)).isEqualTo(REJECT);
        cookies.set(URL, "b=2");
        decide("example.org", CookieFlag.COOKIE_STATE_DOWNGRADE);
        assertThat(set("c=3; expires=Fri, 31-Dec-2049 23:59:59 GMT", 0)).isEqualTo(CookieFlag.COOKIE_STATE_DOWNGRADE);

        assertThat(cookies.get(URL)).isEqualTo("b=2; c=3");
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_END_BROWSER_SESSION, null, 0))
                .isTrue();
        assertThat(cookies.get(URL))
                .as("downgraded cookies end with the session")
                .isEmpty();
    }

    @Test
    @Rule({"R-PRIV-5", "R-STAT-320", "R-STAT-321"})
    void decision_keepsCookiesFromServersAndOfThem() {
        ScriptedHttpServer server = backEnd.closeAfterTest(ScriptedHttpServer.start());
        server.handle("/", "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n");
        StatusLog log = backEnd.statusLog();
        Conversation client = Conversation.sync(api, log, server);
        cookies.set(server.url("/"), "b=2");
        decide(server.host(), REJECT);
        client.get("/");

        assertThat(server.takeRequest().hasHeader("Cookie")).isFalse();
        assertThat(cookies.get(server.url("/"))).isEqualTo("b=2");
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_COOKIE_SENT)
                        .get(0)
                        .dword())
                .as("suppressed cookies are counted")
                .isEqualTo(1);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_COOKIE_RECEIVED)
                        .get(0)
                        .dword())
                .as("so are rejected ones")
                .isEqualTo(1);

        decide(server.host(), ACCEPT);
        client.get("/");
        assertThat(server.takeRequest().header("Cookie")).isEqualTo("b=2");
        assertThat(cookies.get(server.url("/"))).isEqualTo("b=2; a=1");
    }

    @Test
    @Rule("R-PRIV-5")
    void decisionFunctions_refuseBadArguments() {
        assertThat(api.InternetSetPerSiteCookieDecision(null, ACCEPT)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetSetPerSiteCookieDecision("", ACCEPT)).isFalse();
        assertThat(api.InternetSetPerSiteCookieDecision("a.test", 6)).isFalse();
        assertThat(api.InternetSetPerSiteCookieDecision("a.test", -1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetGetPerSiteCookieDecision(null, new DwordRef())).isFalse();
        assertThat(api.InternetGetPerSiteCookieDecision("a.test", null)).isFalse();
        assertThat(api.InternetEnumPerSiteCookieDecision(new TextBuffer(9), null, new DwordRef(), 0))
                .isFalse();
        assertThat(api.InternetEnumPerSiteCookieDecision(new TextBuffer(9), new DwordRef(9), null, 0))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    // ---- preferences

    @Test
    @Rule({"R-PRIV-1", "R-PRIV-2", "R-PRIV-3"})
    void preference_isSetPerZoneAndType() {
        DwordRef template = new DwordRef(77);
        assertThat(api.PrivacyGetZonePreferenceW(INTERNET, Privacy.PRIVACY_TYPE_THIRD_PARTY, template, null, null))
                .isZero();
        assertThat(template.value).isEqualTo(Privacy.PRIVACY_TEMPLATE_MEDIUM);
        for (int set = 0; set <= Privacy.PRIVACY_TEMPLATE_MAX; set++) {
            prefer(Privacy.PRIVACY_TYPE_FIRST_PARTY, set, null);
            assertThat(api.PrivacyGetZonePreferenceW(INTERNET, Privacy.PRIVACY_TYPE_FIRST_PARTY, template, null, null))
                    .isZero();
            assertThat(template.value).isEqualTo(set);
        }
        assertThat(api.PrivacyGetZonePreferenceW(INTERNET, Privacy.PRIVACY_TYPE_THIRD_PARTY, template, null, null))
                .isZero();
        assertThat(template.value).isEqualTo(Privacy.PRIVACY_TEMPLATE_MEDIUM);
    }

    @Test
    @Rule({"R-PRIV-1", "R-PRIV-4"})
    void preferenceText_comesBack_andItsSizeIsToldIfItDoesNotFit() {
        String text = "IE6-P3PSettings/V1: /TEL=r/ nopolicy=d /=a/";
        prefer(0, Privacy.PRIVACY_TEMPLATE_CUSTOM, text);
        DwordRef template = new DwordRef();
        DwordRef size = new DwordRef();

        assertThat(api.PrivacyGetZonePreferenceW(INTERNET, 0, template, null, size))
                .isEqualTo(Win32Error.ERROR_MORE_DATA);
        assertThat(size.value).isEqualTo(text.length() + 1);
        TextBuffer buffer = new TextBuffer(text.length() + 1);
        assertThat(api.PrivacyGetZonePreferenceW(INTERNET, 0, template, buffer, new DwordRef(text.length())))
                .isEqualTo(Win32Error.ERROR_MORE_DATA);
        assertThat(api.PrivacyGetZonePreferenceW(INTERNET, 0, template, buffer, size))
                .isZero();
        assertThat(buffer).hasToString(text);
        assertThat(template.value).isEqualTo(Privacy.PRIVACY_TEMPLATE_CUSTOM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/=a/",
                "IE6-P3PSettings/V2: /=a/",
                "IE6-P3PSettings/V1: /=x/",
                "IE6-P3PSettings/V1: =a",
                "IE6-P3PSettings/V1: /A&=a/",
                "IE6-P3PSettings/V1: session=d",
                "IE6-P3PSettings/V1: sometimes=a",
                "IE6-P3PSettings/V1: /A=a",
                "IE6-P3PSettings/V1: word"
            })
    @Rule({"R-PRIV-1", "R-PRIV-4"})
    void preferenceText_thatBreaksTheGrammar_isAnInvalidParameter(String text) {
        assertThat(api.PrivacySetZonePreferenceW(INTERNET, 0, Privacy.PRIVACY_TEMPLATE_CUSTOM, text))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.PrivacySetZonePreferenceW(INTERNET, 0, Privacy.PRIVACY_TEMPLATE_CUSTOM, null))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 0", "3, -1, 0", "-1, 0, 0", "3, 0, 6", "3, 0, 99", "3, 0, 102"})
    @Rule({"R-PRIV-1", "R-PRIV-2", "R-PRIV-3"})
    void preference_ofUnknownScopeOrTemplate_isAnInvalidParameter(int zone, int type, int template) {
        assertThat(api.PrivacySetZonePreferenceW(zone, type, template, null))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource({
        "always=r, A, false, 5",
        "always=d, A, false, 4",
        "/A=r/ /=a/, A B, false, 5",
        "/A=r/ /=a/, B, false, 1",
        "/A&B=l/ /A=d/, A B, false, 3",
        "/A&B=l/ /A=d/, A, false, 4",
        "/A&!B=r/, A, false, 5",
        "/A&!B=r/, A B, false, 1",
        "/a=r/, A, false, 1",
        "nopolicy=r /=a/, , false, 5",
        "nopolicy=r /=a/, A, false, 1",
        "/A=p/, A, false, 2",
        "session=a /=r/, A, true, 1",
        "session=a /=r/, A, false, 5",
    })
    @Rule({"R-PRIV-4", "R-COOKIE-18"})
    void customRules_judgeByTheCompactPolicy(String rules, String policy, boolean session, int state) {
        prefer(0, Privacy.PRIVACY_TEMPLATE_CUSTOM, "IE6-P3PSettings/V1: " + rules);
        INTERNET_COOKIE2 cookie = new INTERNET_COOKIE2();
        cookie.pwszName = "a";
        cookie.fExpiresSet = !session;
        cookie.ftExpires = new FILETIME(Long.MAX_VALUE / 16);
        DwordRef result = new DwordRef();

        assertThat(api.InternetSetCookieEx2(URL, cookie, policy, 0, result)).isZero();

        assertThat(result.value).isEqualTo(state);
        assertThat(cookies.get(URL)).isEqualTo(state == REJECT || state == 2 ? "" : "a=");
    }

    @Test
    @Rule({"R-PRIV-2", "R-PRIV-3", "R-COOKIE-18", "R-COOKIE-19"})
    void noCookies_blocksAllButSetCookie_andNoSiteIsExcepted() {
        prefer(Privacy.PRIVACY_TYPE_FIRST_PARTY, Privacy.PRIVACY_TEMPLATE_NO_COOKIES, null);
        decide("example.org", ACCEPT);

        assertThat(set("a=1", 0)).isEqualTo(REJECT);
        assertThat(set("b=2", CookieFlag.INTERNET_COOKIE_THIRD_PARTY)).isEqualTo(ACCEPT);
        cookies.set(URL, "c=3");
        assertThat(cookies.get(URL)).isEqualTo("b=2; c=3");
    }

    @Test
    @Rule({"R-OPTN-81", "R-CBX-10"})
    void suppressCookiePolicy_liftsTheBlock() {
        prefer(Privacy.PRIVACY_TYPE_FIRST_PARTY, Privacy.PRIVACY_TEMPLATE_NO_COOKIES, null);
        suppress(OptionValue.INTERNET_SUPPRESS_COOKIE_POLICY);
        assertThat(set("a=1", 0)).isEqualTo(ACCEPT);
        suppress(OptionValue.INTERNET_SUPPRESS_COOKIE_POLICY_RESET);
        assertThat(set("b=1", 0)).isEqualTo(REJECT);

        assertThat(cookies.get(URL)).isEqualTo("a=1");
    }

    private void suppress(int what) {
        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SUPPRESS_BEHAVIOR, new DwordRef(what), 4))
                .isTrue();
    }
}
