package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cookies of requests and responses. */
@ContractTest
final class CookieRequestContractTest extends HttpFixture {
    private static final int NO_COOKIES = InternetFlag.INTERNET_FLAG_NO_COOKIES;

    private final CookieClient cookies;
    private final Conversation client;
    private List<StatusEntry> told = List.of();

    CookieRequestContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.cookies = new CookieClient(api);
        this.client = sync();
        server.handle("/page", HELLO);
    }

    private void serve(String path, String... headers) {
        server.handle(
                path, "HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\nContent-Length: 5\r\n\r\nhello");
    }

    private HINTERNET send(String path, int flags, String headers) {
        HINTERNET request = client.openRequest("GET", path, flags);
        assertThat(client.send(request, headers, new byte[0])).isZero();
        told = log.entries();
        client.readText(request);
        return request;
    }

    /** What a status of the last {@link #send} carried. */
    private List<StatusEntry> told(int status) {
        return told.stream().filter(entry -> entry.status() == status).toList();
    }

    private List<String> toldNames() {
        return told.stream().map(StatusEntry::name).toList();
    }

    /** The Cookie headers of the next request that the server has got. */
    private List<String> sent() {
        return server.takeRequest().values("Cookie");
    }

    private String queried(HINTERNET request, int attribute) {
        TextBuffer text = new TextBuffer(200);
        return api.HttpQueryInfo(request, attribute, text, new DwordRef(400), null)
                ? text.toString()
                : String.valueOf(api.GetLastError());
    }

    private void setOption(HINTERNET handle, int option, int value) {
        assertThat(api.InternetSetOption(handle, option, new DwordRef(value), 4))
                .as(() -> String.valueOf(api.GetLastError()))
                .isTrue();
    }

    // ---- to and fro

    @Test
    @Rule({"R-COOKIE-1", "R-HQ-43", "R-HQ-44", "R-HDR-25"})
    void cookiesOfAResponse_goWithLaterRequests_andAreFoundByFunctions() {
        serve("/set", "Set-Cookie: a=1; path=/", "Set-Cookie: b=2; path=/; HttpOnly");
        HINTERNET first = send("/set", 0, null);
        HINTERNET second = client.openRequest("/page");
        int ofRequest = HttpQuery.HTTP_QUERY_COOKIE | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS;
        String notThere = String.valueOf(WinInetError.ERROR_HTTP_HEADER_NOT_FOUND);

        assertThat(queried(first, HttpQuery.HTTP_QUERY_SET_COOKIE)).isEqualTo("a=1; path=/");
        assertThat(queried(first, ofRequest)).isEqualTo(notThere);
        assertThat(queried(second, ofRequest)).isEqualTo(notThere);
        assertThat(client.send(second)).isZero();

        assertThat(sent()).isEmpty();
        assertThat(sent()).containsExactly("a=1; b=2");
        assertThat(queried(second, ofRequest)).isEqualTo("a=1; b=2");
        assertThat(cookies.get(server.url("/"))).isEqualTo("a=1");
        assertThat(cookies.all(server.url("/"))).isEqualTo("a=1; b=2");
    }

    @Test
    @Rule({"R-COOKIE-1", "R-COOKIE-29"})
    void cookiesSetByFunction_goWithRequestsOfTheirUrlOnly() {
        cookies.set(server.url("/"), "a=1; path=/page");
        server.handle("/other", HELLO);
        send("/page", 0, null);
        send("/other", 0, null);

        assertThat(sent()).containsExactly("a=1");
        assertThat(sent()).isEmpty();
    }

    @Test
    @Rule({"R-COOKIE-24", "R-COOKIE-31", "R-COOKIE-32", "R-COOKIE-33"})
    void cookiesOfAResponse_areReadLikeThoseOfFunctions() {
        cookies.set(server.url("/"), "old=1; path=/");
        serve(
                "/set",
                "Set-Cookie: old=; expires=Thu, 01-Jan-1970 00:00:00 GMT; path=/",
                "Set-Cookie: alone",
                "Set-Cookie: foreign=1; domain=example.org",
                "Set-Cookie: dated=1; expires=soon",
                "Set-Cookie:");
        send("/set", 0, null);

        assertThat(cookies.all(server.url("/"))).isEqualTo("alone; dated=1");
    }

    @Test
    @Rule({"R-COOKIE-37", "R-FLAG-13"})
    void noCookies_neitherSendsNorStores() {
        cookies.set(server.url("/"), "a=1");
        serve("/set", "Set-Cookie: b=2");
        send("/set", NO_COOKIES, null);

        assertThat(sent()).isEmpty();
        assertThat(cookies.get(server.url("/"))).isEqualTo("a=1");
        assertThat(toldNames()).contains("REQUEST_SENT").doesNotContain("COOKIE_SENT", "COOKIE_RECEIVED");
    }

    @Test
    @Rule({"R-COOKIE-38", "R-FLAG-23"})
    void noUi_changesNothingWhereThereAreNoDialogs() {
        serve("/set", "Set-Cookie: b=2");
        send("/set", InternetFlag.INTERNET_FLAG_NO_UI, null);

        assertThat(cookies.get(server.url("/"))).isEqualTo("b=2");
    }

    // ---- the caller's own header

    @Test
    @Rule("R-HDR-18")
    void ownCookieHeader_givesWayToTheJar_ifItHasCookies() {
        send("/page", 0, "Cookie: own=1");
        cookies.set(server.url("/"), "jar=2");
        send("/page", 0, "Cookie: own=1\r\nCookie: too=3");

        assertThat(sent()).containsExactly("own=1");
        assertThat(sent()).containsExactly("jar=2");
    }

    @Test
    @Rule({"R-HDR-19", "R-FLAG-13"})
    void ownCookieHeader_withNoCookies_isSentUntouched() {
        cookies.set(server.url("/"), "jar=2");
        send("/page", NO_COOKIES, "Cookie: own=1");

        assertThat(sent()).containsExactly("own=1");
    }

    // ---- redirects

    @Test
    @Rule({"R-REDIR-14", "R-SEQ-1"})
    void redirect_sendsTheCookiesOfEachUrl_alsoThoseThatItSet() {
        cookies.set(server.url("/"), "start=1; path=/start");
        cookies.set(server.url("/"), "end=2; path=/end");
        server.handle(
                "/start",
                "HTTP/1.1 302 Found\r\nLocation: /end\r\nSet-Cookie: fresh=3; path=/end\r\nContent-Length: 0\r\n\r\n");
        server.handle("/end", HELLO);
        send("/start", 0, null);

        assertThat(sent()).containsExactly("start=1");
        assertThat(sent()).containsExactly("end=2; fresh=3");
    }

    @Test
    @Rule({"R-REDIR-14", "R-HDR-18"})
    void redirect_awayFromTheJarsCookies_goesBackToTheCallersHeader() {
        cookies.set(server.url("/"), "start=1; path=/start");
        server.handle("/start", "HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\n\r\n");
        send("/start", 0, "Cookie: own=1");
        send("/start", 0, null);

        assertThat(sent()).containsExactly("start=1");
        assertThat(sent()).containsExactly("own=1");
        assertThat(sent()).containsExactly("start=1");
        assertThat(sent()).isEmpty();
    }

    // ---- statuses

    @Test
    @Rule({"R-STAT-320", "R-STAT-321", "R-SEQ-1", "R-CBX-1", "R-CONTRA-28"})
    void cookieStatuses_countCookies_atTheirPlaces() {
        cookies.set(server.url("/"), "a=1");
        cookies.set(server.url("/"), "b=2");
        serve("/set", "Set-Cookie: c=3", "Set-Cookie: foreign=4; domain=example.org", "Set-Cookie: d=5");
        send("/set", 0, null);

        assertThat(told(InternetStatus.INTERNET_STATUS_COOKIE_SENT))
                .singleElement()
                .satisfies(entry -> assertThat(entry.dword()).isEqualTo(2));
        assertThat(told(InternetStatus.INTERNET_STATUS_COOKIE_RECEIVED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.dword()).isEqualTo(3));
        assertThat(toldNames())
                .containsSubsequence(
                        "COOKIE_SENT",
                        "CONNECTING_TO_SERVER",
                        "SENDING_REQUEST",
                        "REQUEST_SENT",
                        "RESPONSE_RECEIVED",
                        "COOKIE_RECEIVED");
    }

    @Test
    @Rule("R-STAT-320")
    void cookieStatuses_areNotToldWithoutCookies() {
        send("/page", 0, null);

        assertThat(toldNames())
                .contains("REQUEST_SENT")
                .doesNotContain("COOKIE_SENT", "COOKIE_RECEIVED", "COOKIE_HISTORY", "P3P_HEADER");
    }

    @Test
    @Rule("R-STAT-325")
    void p3pHeader_isTold() {
        serve("/policy", "P3P: CP=\"NOI DSP\"");
        send("/policy", 0, null);

        assertThat(told(InternetStatus.INTERNET_STATUS_P3P_HEADER))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).isNull());
    }

    // ---- options

    @Test
    @Rule({"R-COOKIE-39", "R-OPTN-42"})
    void endBrowserSession_dropsSessionCookies() {
        cookies.set(server.url("/"), "session=1");
        cookies.set(server.url("/"), "kept=2; expires=Fri, 31-Dec-2049 23:59:59 GMT");

        assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_END_BROWSER_SESSION, null, 0))
                .isTrue();

        send("/page", 0, null);
        assertThat(sent()).containsExactly("kept=2");
    }

    @Test
    @Rule("R-OPTN-86")
    void cookies3rdParty_holdsLeashedCookiesBack() {
        String url = server.url("/");
        assertThat(api.InternetSetCookieEx(url, "leashed", "1", CookieFlag.INTERNET_COOKIE_EVALUATE_P3P, 0))
                .isEqualTo(CookieFlag.COOKIE_STATE_LEASH);
        cookies.set(url, "free=2");
        HINTERNET request = client.openRequest("/page");
        setOption(request, InternetOption.INTERNET_OPTION_COOKIES_3RD_PARTY, 1);
        assertThat(client.send(request)).isZero();
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_COOKIE_SENT)).hasSize(1);
        assertThat(log.entries(InternetStatus.INTERNET_STATUS_COOKIE_SENT)
                        .get(0)
                        .dword())
                .as("sent and suppressed")
                .isEqualTo(2);
        client.readText(request);
        send("/page", 0, null);

        assertThat(sent()).containsExactly("free=2");
        assertThat(sent()).containsExactly("leashed=1; free=2");
    }

    @Test
    @Rule({"R-OPTN-187", "R-COOKIE2-9", "R-OPEN-Q-11"})
    void cookiesSameSiteLevel_holdsCookiesOfTheSameSiteBack() {
        serve(
                "/set",
                "Set-Cookie: strict=1; SameSite=Strict",
                "Set-Cookie: lax=2; samesite=lax",
                "Set-Cookie: none=3; SameSite=None");
        send("/set", 0, null);
        for (int level = 0; level <= OptionValue.HTTP_COOKIES_SAME_SITE_LEVEL_MAX; level++) {
            HINTERNET request = client.openRequest("/page");
            setOption(request, InternetOption.INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL, level);
            assertThat(client.send(request)).isZero();
            client.readText(request);
        }

        assertThat(sent()).isEmpty();
        assertThat(sent()).containsExactly("strict=1; lax=2; none=3");
        assertThat(sent()).containsExactly("strict=1; lax=2; none=3");
        assertThat(sent()).containsExactly("lax=2; none=3");
        assertThat(sent()).containsExactly("none=3");
        assertThat(api.InternetSetOption(
                        client.openRequest("/page"),
                        InternetOption.INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL,
                        new DwordRef(4),
                        4))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
