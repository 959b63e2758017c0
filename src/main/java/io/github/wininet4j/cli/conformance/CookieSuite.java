package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cookies, by functions and by the server. Each behaviour has a host of its own, and all cookies end with the program
 * or before.
 */
final class CookieSuite {
    private static final String PAST = "; expires=Thu, 01-Jan-1970 00:00:00 GMT";
    private static final String INVALID = "FALSE, ERROR_INVALID_PARAMETER (87)";
    private static final String NO_MORE = "FALSE, ERROR_NO_MORE_ITEMS (259)";
    private static final String MIRROR = CannedResponses.MIRROR + "/cookies";
    private static final int ROOM = 500;

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-COOKIE-1[D] R-COOKIE-7[D] R-COOKIE-29[O]",
                    "A cookie without a path is for the directory of its URL and what is below",
                    bed -> {
                        set(bed, url("path", "/a/b"), "one=1");
                        set(bed, url("path", "/a/b"), "two=2; path=/");
                        get(bed, url("path", "/a/c"));
                        get(bed, url("path", "/a/d/e"));
                        get(bed, url("path", "/b"));
                    },
                    "one=1: TRUE",
                    "two=2; path=/: TRUE",
                    "/a/c: one=1; two=2",
                    "/a/d/e: one=1; two=2",
                    "/b: two=2"),
            new ConformanceCase(
                    "R-COOKIE-28[O]",
                    "The path of a cookie matches whole segments",
                    bed -> {
                        set(bed, url("prefix", "/"), "a=1; path=/example");
                        get(bed, url("prefix", "/example/code.htm"));
                        get(bed, url("prefix", "/examplecode"));
                        get(bed, url("prefix", "/exam"));
                    },
                    "a=1; path=/example: TRUE",
                    "/example/code.htm: a=1",
                    "/examplecode: " + NO_MORE,
                    "/exam: " + NO_MORE),
            new ConformanceCase(
                    "R-COOKIE-8[D] R-COOKIE-9[O] R-COOKIE-10[O] R-COOKIE-11[O]",
                    "The size is characters with the NUL on success, bytes otherwise; no buffer is no error",
                    CookieSuite::sizes,
                    "no buffer: TRUE",
                    "size: 22",
                    "too small: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "size: 22",
                    "large enough: TRUE",
                    "size: 11"),
            new ConformanceCase(
                    "R-COOKIE-12[D] R-COOKIE-13[O]",
                    "Without cookies the function fails, and the size is 0",
                    bed -> {
                        DwordRef size = new DwordRef(ROOM);
                        bed.call(
                                "no cookies",
                                bed.api().InternetGetCookie(url("none", "/"), null, new TextBuffer(ROOM), size));
                        bed.note("size", size.value);
                    },
                    "no cookies: " + NO_MORE,
                    "size: 0"),
            new ConformanceCase(
                    "R-COOKIE-15[D] R-COOKIE-16[O] R-COOKIE-17[O]",
                    "HttpOnly cookies are out of reach without the flag",
                    CookieSuite::httpOnly,
                    "SetCookie: FALSE, ERROR_INVALID_OPERATION (4317)",
                    "SetCookieEx: 5",
                    "SetCookieEx with the flag: 1",
                    "replace: 5",
                    "GetCookie: " + NO_MORE,
                    "GetCookieEx with the flag: hidden=1"),
            new ConformanceCase(
                    "R-COOKIE-22[O] R-COOKIE-23[O]",
                    "What is no URL of a host, and nulls, are refused",
                    bed -> {
                        set(bed, null, "a=1");
                        set(bed, url("null", "/"), null);
                        set(bed, "no.scheme.example.com", "b=2");
                        set(bed, "about:blank", "c=3");
                    },
                    "a=1: " + INVALID,
                    "null: " + INVALID,
                    "b=2: FALSE, ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)",
                    "c=3: " + INVALID),
            new ConformanceCase(
                    "R-COOKIE-24[O] R-COOKIE-25[O]",
                    "A domain has to cover the host; it needs no leading dot",
                    bed -> {
                        set(bed, url("www.domain", "/"), "a=1; domain=domain.wininet4j.example.com");
                        set(bed, url("www.domain", "/"), "b=2; domain=elsewhere.example.com");
                        get(bed, url("other.domain", "/"));
                    },
                    "a=1; domain=domain.wininet4j.example.com: TRUE",
                    "b=2; domain=elsewhere.example.com: " + INVALID,
                    "/: a=1"),
            new ConformanceCase(
                    "R-COOKIE-30[O] R-COOKIE-31[O]",
                    "Secure cookies are for https, past ones are deleted, and what is no date makes a session cookie",
                    bed -> {
                        set(bed, url("end", "/"), "a=1; secure");
                        set(bed, url("end", "/"), "b=2; expires=some day");
                        get(bed, url("end", "/"));
                        set(bed, url("end", "/"), "b=2" + PAST);
                        get(bed, url("end", "/"));
                    },
                    "a=1; secure: TRUE",
                    "b=2; expires=some day: TRUE",
                    "/: b=2",
                    "b=2" + PAST + ": TRUE",
                    "/: " + NO_MORE),
            new ConformanceCase(
                    "R-COOKIE-37[D] R-FLAG-13[D]",
                    "NO_COOKIES neither sends cookies nor stores them",
                    bed -> {
                        CaseClient client = bed.sync();
                        client.readAll(client.sent(uncached(client, CannedResponses.COOKIES, true)));
                        bed.note("stored", client.mirrored(uncached(client, MIRROR, false), "cookie:"));
                        client.readAll(client.sent(uncached(client, CannedResponses.COOKIES, false)));
                        bed.note("sent", client.mirrored(uncached(client, MIRROR, true), "cookie:"));
                        forget(bed);
                    },
                    "stored: []",
                    "sent: []"),
            new ConformanceCase(
                    "R-COOKIE-1[D] R-HQ-44[D]",
                    "Cookies of a response go with the next request and are found by functions",
                    bed -> {
                        CaseClient client = bed.sync();
                        client.readAll(client.sent(uncached(client, CannedResponses.COOKIES, false)));
                        HINTERNET next = uncached(client, MIRROR, false);
                        bed.note("sent", client.mirrored(next, "cookie:"));
                        bed.note(
                                "queried",
                                client.query(
                                        next, HttpQuery.HTTP_QUERY_COOKIE | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS));
                        bed.note("function", got(bed, address(bed)));
                        forget(bed);
                    },
                    "sent: [cookie: plain=1; hidden=2]",
                    "queried: \"plain=1; hidden=2\"",
                    "function: plain=1"),
            new ConformanceCase(
                    "R-HDR-18[O]",
                    "The jar's cookies replace a Cookie header of the program, if there are any and it may",
                    bed -> {
                        CaseClient client = bed.sync();
                        bed.note("no cookies", own(bed, client, false));
                        client.readAll(client.sent(uncached(client, CannedResponses.COOKIES, false)));
                        bed.note("cookies", own(bed, client, false));
                        bed.note("NO_COOKIES", own(bed, client, true));
                        forget(bed);
                    },
                    "no cookies: [cookie: own=1]",
                    "cookies: [cookie: plain=1; hidden=2]",
                    "NO_COOKIES: [cookie: own=1]"));

    private CookieSuite() {}

    private static String url(String host, String path) {
        return "http://" + host + ".wininet4j.example.com" + path;
    }

    private static void set(TestBed bed, @Nullable String url, @Nullable String cookie) {
        bed.call(String.valueOf(cookie), bed.api().InternetSetCookie(url, null, cookie));
    }

    private static void get(TestBed bed, String url) {
        bed.note(url.substring(url.indexOf('/', 8)), got(bed, url));
    }

    private static String got(TestBed bed, String url) {
        TextBuffer text = new TextBuffer(ROOM);
        return bed.api().InternetGetCookie(url, null, text, new DwordRef(ROOM))
                ? text.toString()
                : "FALSE, " + bed.error();
    }

    private static void sizes(TestBed bed) {
        String url = url("size", "/");
        bed.need("InternetSetCookie", bed.api().InternetSetCookie(url, "name", "value"));
        TextBuffer text = new TextBuffer(ROOM);
        DwordRef size = new DwordRef();
        bed.call("no buffer", bed.api().InternetGetCookie(url, null, null, size));
        bed.note("size", size.value);
        size.value = 5;
        bed.call("too small", bed.api().InternetGetCookie(url, null, text, size));
        bed.note("size", size.value);
        size.value = ROOM;
        bed.call("large enough", bed.api().InternetGetCookie(url, null, text, size));
        bed.note("size", size.value);
    }

    private static void httpOnly(TestBed bed) {
        String url = url("http-only", "/");
        int flag = CookieFlag.INTERNET_COOKIE_HTTPONLY;
        bed.call("SetCookie", bed.api().InternetSetCookie(url, "hidden", "1; httponly"));
        bed.note("SetCookieEx", bed.api().InternetSetCookieEx(url, "hidden", "1; httponly", 0, 0));
        bed.note("SetCookieEx with the flag", bed.api().InternetSetCookieEx(url, "hidden", "1; httponly", flag, 0));
        bed.note("replace", bed.api().InternetSetCookieEx(url, "hidden", "2", 0, 0));
        bed.note("GetCookie", got(bed, url));
        TextBuffer text = new TextBuffer(ROOM);
        boolean found = bed.api().InternetGetCookieEx(url, null, text, new DwordRef(ROOM), flag, null);
        bed.note("GetCookieEx with the flag", found ? text : bed.error());
    }

    private static HINTERNET uncached(CaseClient client, String path, boolean noCookies) throws InterruptedException {
        int flags = CaseClient.UNCACHED | (noCookies ? InternetFlag.INTERNET_FLAG_NO_COOKIES : 0);
        return client.request("GET", path, flags, CaseClient.REQUEST);
    }

    private static List<String> own(TestBed bed, CaseClient client, boolean noCookies) throws InterruptedException {
        HINTERNET request = uncached(client, MIRROR, noCookies);
        bed.need(
                "HttpAddRequestHeaders",
                bed.api().HttpAddRequestHeaders(request, "Cookie: own=1", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD));
        return client.mirrored(request, "cookie:");
    }

    private static String address(TestBed bed) {
        return "http://127.0.0.1:" + bed.server().port() + MIRROR;
    }

    /** Takes the server's cookies away again, which otherwise went with later requests. */
    private static void forget(TestBed bed) {
        String path = "; path=" + MIRROR;
        bed.api().InternetSetCookie(address(bed), null, "plain=1" + PAST + path);
        bed.api()
                .InternetSetCookieEx(
                        address(bed), null, "hidden=2; httponly" + PAST + path, CookieFlag.INTERNET_COOKIE_HTTPONLY, 0);
    }
}
