package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.engine.call.ThreadState;
import io.github.wininet4j.engine.cookie.Cookie;
import io.github.wininet4j.engine.cookie.CookieApi;
import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.cookie.CookiePolicy;
import io.github.wininet4j.engine.cookie.PrivacyApi;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What reads cookies and what decides about them. No file is written. */
final class CookieTargets {
    private static final Instant NOW = Instant.parse("2024-02-29T13:04:05Z");
    private static final List<String> WORDS = List.of(
            "a",
            "=",
            ";",
            "; ",
            "b",
            "path=",
            "/",
            "domain=",
            ".",
            "example.org",
            "www.",
            "expires=",
            "Fri, 31-Dec-2049 23:59:59 GMT",
            "max-age=",
            "60",
            "secure",
            "httponly",
            "samesite=",
            "lax",
            "\"",
            ",",
            " ",
            "\t",
            "\u00E4",
            "http://",
            "a.",
            "|");

    private static final java.util.Set<Integer> CODES = java.util.Set.of(87, 4317, 12005, 12006);

    private CookieTargets() {}

    private static CookieJar jar() {
        return new CookieJar(() -> NOW, Path.of("no such folder"), new CookiePolicy(() -> false), () -> true, false);
    }

    private static HttpUrl url(String host) {
        return new HttpUrl(UrlScheme.HTTPS, host, 443, "/dir/page");
    }

    /** What all of them have in common. */
    abstract static class CookieTarget implements FuzzTarget {
        @Override
        public List<String> words() {
            return WORDS;
        }

        @Override
        public List<String> packages() {
            return List.of("engine.cookie");
        }

        static String outcome(CookieJar jar, HttpUrl url) {
            List<Cookie> found = jar.find(url, 0);
            for (Cookie cookie : found) {
                String text = cookie.text();
                check(!text.isEmpty(), "a text");
                check(isOf(text, '\t', '\uFFFF', ";\r\n\0\u007F"), "one cookie in one line");
            }
            return found.isEmpty() ? "not for this URL" : "stored";
        }
    }

    /** Set-Cookie headers; a bar stands between host and header. */
    static final class Received extends CookieTarget {
        @Override
        public String run(byte[] input) {
            String text = FuzzText.of(input);
            int cut = text.indexOf('|');
            String host = cut < 0 ? "www.example.org" : text.substring(0, cut);
            HttpUrl url = url(host);
            CookieJar jar = jar();
            int state = jar.receive(url, text.substring(cut + 1), false, null);
            return state == CookieFlag.COOKIE_STATE_REJECT ? "rejected" : outcome(jar, url);
        }
    }

    /** InternetSetCookie; bars stand between URL, name and data. */
    static final class Set extends CookieTarget {
        @Override
        public String run(byte[] input) {
            String[] parts = FuzzText.of(input).split("\\|", 3);
            String url = parts.length > 1 ? parts[0] : "https://www.example.org/dir/page";
            String name = parts.length > 2 ? parts[1] : null;
            CookieJar jar = jar();
            try {
                new CookieApi(jar, new ThreadState.Table()).InternetSetCookie(url, name, parts[parts.length - 1]);
            } catch (WinInetFailure e) {
                check(CODES.contains(e.code()), "a documented error");
                return Integer.toString(e.code());
            }
            return outcome(jar, url("www.example.org"));
        }
    }

    /** Sites and preferences; a bar stands between them. */
    static final class Privacy extends CookieTarget {
        @Override
        public String run(byte[] input) {
            String[] parts = FuzzText.of(input).split("\\|", 2);
            CookieJar jar = jar();
            PrivacyApi api = new PrivacyApi(jar.policy());
            try {
                api.PrivacySetZonePreferenceW(3, 0, 101, parts[parts.length - 1]);
                api.InternetSetPerSiteCookieDecision(parts[0], CookieFlag.COOKIE_STATE_ACCEPT);
            } catch (WinInetFailure e) {
                check(CODES.contains(e.code()), "a documented error");
                return Integer.toString(e.code());
            }
            return "state " + jar.receive(url("h.test"), "a=b", false, parts[0]);
        }

        @Override
        public List<String> words() {
            return List.of(
                    "IE6-P3PSettings/V1:",
                    " ",
                    "/",
                    "=a/",
                    "=r/",
                    "&",
                    "!",
                    "nopolicy=",
                    "session=a",
                    "always=",
                    "l",
                    "CP=\"",
                    "\"",
                    "NOI",
                    "DSP",
                    "h.test",
                    ".",
                    "|");
        }
    }
}
