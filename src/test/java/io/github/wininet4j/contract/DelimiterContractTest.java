package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Characters that some conversion turns into a delimiter or a line end: by compatibility (NFKC), as U+FF1B into a
 * semicolon, or by the loss of all bits above a byte, as U+013B. None of them does so on the wire.
 */
@ContractTest
final class DelimiterContractTest extends HttpFixture {
    /** Full width, small and vertical forms, the Greek question mark, superscripts, and ligatures of delimiters. */
    private static final String COMPATIBLE = "\uFF1B\u037E\uFE54\uFE14\uFF0C\uFE50\uFE10\uFF1D\uFE66\u207C\u208C\uFF0F"
            + "\u2100\u2101\u2105\u2106\uFF20\uFE6B\uFF1A\uFE55\uFE13\u2A74\uFF3C\uFE68\uFF1F\uFE56\uFE16\uFF03\uFE5F"
            + "\uFF05\uFE6A\uFF02\uFF1C\uFE64\uFF3B\uFF3D\u00A0\u3000\u2048\u2488";

    /** NUL, line feed, carriage return, and the delimiters above. */
    private static final String NARROWED = "\u0100\u010A\u010D\u013B\u012C\u013D\u012F\u0140\u013A\u015C\u013F\u0123"
            + "\u0125\u0109\u0120\u203B\u203D\u200A\u200D\u2028\u2029\u0085";

    private static final List<String> EACH =
            (COMPATIBLE + NARROWED).chars().mapToObj(Character::toString).toList();

    DelimiterContractTest(BackEndUnderTest backEnd) {
        super(backEnd, config -> config.withResolver(host -> List.of(InetAddress.getByName("127.0.0.1"))));
        server.handleAll(request -> Script.script().send(HELLO));
    }

    private static String shown(String character) {
        return String.format(Locale.ROOT, "U+%04X", (int) character.charAt(0));
    }

    private HINTERNET session() {
        return api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
    }

    private @Nullable HINTERNET request(HINTERNET session, String host) {
        HINTERNET connect =
                api.InternetConnect(session, host, server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        return connect == null
                ? null
                : api.HttpOpenRequest(
                        connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE, 0);
    }

    private RecordedRequest sent(HINTERNET request, String what) {
        assertThat(api.HttpSendRequest(request, null, 0, null, 0)).as(what).isTrue();
        return server.takeRequest();
    }

    @Test
    @Rule({"R-PROJ-URL-2", "R-CONN-2", "R-WIRE-9"})
    void hostWithAny_isRefused_orANameOnTheWire() {
        int refused = 0;
        for (String each : EACH) {
            for (String host : List.of("a" + each + "b.test", each + ".test", "a.test" + each)) {
                HINTERNET session = session();
                HINTERNET request = request(session, host);
                if (request == null) {
                    assertThat(api.GetLastError()).as(shown(each)).isEqualTo(WinInetError.ERROR_INTERNET_INVALID_URL);
                    refused++;
                } else {
                    assertThat(sent(request, shown(each)).header("Host"))
                            .as(shown(each))
                            .matches("[a-z0-9._-]+:" + server.port());
                }
                api.InternetCloseHandle(session);
            }
        }
        assertThat(refused).isGreaterThan(3 * (COMPATIBLE.length() - 6));
    }

    @Test
    @Rule({"R-HDR-1", "R-GEN-14", "R-ERRN-12153"})
    void headerWithAny_isRefused_orOneHeaderOnTheWire() {
        for (String each : EACH) {
            HINTERNET session = session();
            HINTERNET request = request(session, "a.test");
            int add = HttpAddReq.HTTP_ADDREQ_FLAG_ADD;
            assertThat(api.HttpAddRequestHeaders(request, "X-A: v" + each + "X-B: w" + each, -1, add))
                    .as(shown(each))
                    .isTrue();
            boolean named = api.HttpAddRequestHeaders(request, "X-C" + each + "D: v", -1, add);
            assertThat(named || api.GetLastError() == WinInetError.ERROR_HTTP_INVALID_HEADER)
                    .as(shown(each))
                    .isTrue();

            RecordedRequest sent = sent(request, shown(each));
            assertThat(sent.headerNames()).as(shown(each)).doesNotContain("X-B", "X-C", "D");
            assertThat(sent.header("X-A")).as(shown(each)).startsWith("v").contains("X-B: w");
            api.InternetCloseHandle(session);
        }
        assertThat(server.requests()).hasSize(EACH.size());
    }

    @Test
    @Rule({"R-PROJ-COOKIE-2", "R-GEN-14"})
    void cookieWithAny_isRefused_orOneCookieOnTheWire() {
        int number = 0;
        for (String each : EACH) {
            List<String[]> cookies = List.of(
                    new String[] {"a" + each + "b", "v"},
                    new String[] {"a", "v" + each + "b"},
                    new String[] {"a", "v" + each + " path" + each},
                    new String[] {each, "v"});
            for (String[] cookie : cookies) {
                for (Way way : Way.values()) {
                    String host = "h" + number++ + ".test";
                    String url = "http://" + host + ":" + server.port() + "/";
                    String cell = shown(each) + " " + cookie[0] + " " + way;
                    int error = way.set(api, url, cookie[0], cookie[1]);
                    assertThat(error).as(cell).isIn(0, Win32Error.ERROR_INVALID_PARAMETER);
                    HINTERNET session = session();
                    RecordedRequest sent = sent(request(session, host), cell);
                    if (sent.hasHeader("Cookie")) {
                        assertThat(sent.values("Cookie")).as(cell).hasSize(1);
                        assertThat(sent.header("Cookie"))
                                .as(cell)
                                .matches("[^;,=\\x00-\\x1F\\x7F]+=[^;,=\\x00-\\x1F\\x7F]*");
                    }
                    api.InternetCloseHandle(session);
                }
            }
        }
    }

    /** The functions that set a cookie. */
    private enum Way {
        SET {
            @Override
            int set(BackEnd api, String url, String name, String value) {
                return api.InternetSetCookie(url, name, value) ? 0 : api.GetLastError();
            }
        },
        SET_EX {
            @Override
            int set(BackEnd api, String url, String name, String value) {
                return api.InternetSetCookieEx(url, name, value, 0, 0) != 0 ? 0 : api.GetLastError();
            }
        },
        SET_EX2 {
            @Override
            int set(BackEnd api, String url, String name, String value) {
                INTERNET_COOKIE2 cookie = new INTERNET_COOKIE2();
                cookie.pwszName = name;
                cookie.pwszValue = value;
                return api.InternetSetCookieEx2(url, cookie, null, 0, null);
            }
        };

        abstract int set(BackEnd api, String url, String name, String value);
    }

    @Test
    @Rule({"R-GEN-14", "R-REQ-5"})
    void textsOfARequestWithAny_areRefused_orStayWhereTheyBelong() {
        int sent = 0;
        for (String each : EACH) {
            String evil = each + "X-E: f";
            HINTERNET session = api.InternetOpen("agent" + evil, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            HINTERNET connect = api.InternetConnect(
                    session, "a.test", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
            sent += request(each, connect, "/a" + each + "b HTTP/1.1" + evil, null, null) ? 1 : 0;
            sent += request(each, connect, "/", "http://r.test/" + evil, null) ? 1 : 0;
            sent += request(each, connect, "/", null, new String[] {"text/plain" + evil}) ? 1 : 0;
            api.InternetCloseHandle(session);
        }
        assertThat(sent).isGreaterThanOrEqualTo(EACH.size());
    }

    /** Whether there is such a request. */
    private boolean request(String each, HINTERNET connect, String object, String referrer, String[] accept) {
        HINTERNET request = api.HttpOpenRequest(
                connect, null, object, null, referrer, accept, InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE, 0);
        if (request == null) {
            assertThat(api.GetLastError()).as(shown(each)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
            return false;
        }
        RecordedRequest sent = sent(request, shown(each));
        assertThat(sent.requestLine()).as(shown(each)).matches("GET /[!-~]* HTTP/1.1");
        assertThat(sent.headerNames())
                .as(shown(each))
                .isSubsetOf("Accept", "Referer", "User-Agent", "Host")
                .contains("User-Agent", "Host");
        // Or its response would keep a connection.
        api.InternetCloseHandle(request);
        return true;
    }
}
