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

/** Cookies, by functions and by the server. Each behaviour has a host of its own, and all cookies end with the program or before. */
final class CookieSuite {
    private static final String PAST = "; expires=Thu, 01-Jan-1970 00:00:00 GMT";
    private static final String INVALID = "FALSE, ERROR_INVALID_PARAMETER (87)";
    private static final String NO_MORE = "FALSE, ERROR_NO_MORE_ITEMS (259)";
    private static final String MIRROR = FixedAnswers.MIRROR + "/cookies";
    private static final int ROOM = 500;

    static final List<Behaviour> ALL = List.of(
            new Behaviour(
                    "R-COOKIE-1[D] R-COOKIE-7[D] R-COOKIE-29[O]",
                    "A cookie without a path is for the directory of its URL and what is below",
                    ground -> {
                        set(ground, url("path", "/a/b"), "one=1");
                        set(ground, url("path", "/a/b"), "two=2; path=/");
                        get(ground, url("path", "/a/c"));
                        get(ground, url("path", "/a/d/e"));
                        get(ground, url("path", "/b"));
                    },
                    "one=1: TRUE",
                    "two=2; path=/: TRUE",
                    "/a/c: one=1; two=2",
                    "/a/d/e: one=1; two=2",
                    "/b: two=2"),
            new Behaviour(
                    "R-COOKIE-28[D]",
                    "The path of a cookie is a plain prefix",
                    ground -> {
                        set(ground, url("prefix", "/"), "a=1; path=/example");
                        get(ground, url("prefix", "/example/code.htm"));
                        get(ground, url("prefix", "/examplecode"));
                        get(ground, url("prefix", "/exam"));
                    },
                    "a=1; path=/example: TRUE",
                    "/example/code.htm: a=1",
                    "/examplecode: a=1",
                    "/exam: " + NO_MORE),
            new Behaviour(
                    "R-COOKIE-8[D] R-COOKIE-9[O] R-COOKIE-10[O] R-COOKIE-11[O]",
                    "The size is characters with the NUL on success, bytes otherwise; no buffer is no error",
                    CookieSuite::sizes,
                    "no buffer: TRUE",
                    "size: 22",
                    "too small: FALSE, ERROR_INSUFFICIENT_BUFFER (122)",
                    "size: 22",
                    "large enough: TRUE",
                    "size: 11"),
            new Behaviour(
                    "R-COOKIE-12[D] R-COOKIE-13[O]",
                    "Without cookies the function fails, and the size is 0",
                    ground -> {
                        DwordRef size = new DwordRef(ROOM);
                        ground.call(
                                "no cookies",
                                ground.api().InternetGetCookie(url("none", "/"), null, new TextBuffer(ROOM), size));
                        ground.note("size", size.value);
                    },
                    "no cookies: " + NO_MORE,
                    "size: 0"),
            new Behaviour(
                    "R-COOKIE-15[D] R-COOKIE-16[O] R-COOKIE-17[O]",
                    "HttpOnly cookies are out of reach without the flag",
                    CookieSuite::httpOnly,
                    "SetCookie: FALSE, ERROR_INVALID_OPERATION (4317)",
                    "SetCookieEx: 5",
                    "SetCookieEx with the flag: 1",
                    "replace: 5",
                    "GetCookie: " + NO_MORE,
                    "GetCookieEx with the flag: hidden=1"),
            new Behaviour(
                    "R-COOKIE-22[O] R-COOKIE-23[O]",
                    "What is no URL of a host, and nulls, are refused",
                    ground -> {
                        set(ground, null, "a=1");
                        set(ground, url("null", "/"), null);
                        set(ground, "no.scheme.example.com", "b=2");
                        set(ground, "about:blank", "c=3");
                    },
                    "a=1: " + INVALID,
                    "null: " + INVALID,
                    "b=2: FALSE, ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)",
                    "c=3: " + INVALID),
            new Behaviour(
                    "R-COOKIE-24[O] R-COOKIE-25[O]",
                    "A domain has to cover the host; it needs no leading dot",
                    ground -> {
                        set(ground, url("www.domain", "/"), "a=1; domain=domain.wininet4j.example.com");
                        set(ground, url("www.domain", "/"), "b=2; domain=elsewhere.example.com");
                        get(ground, url("other.domain", "/"));
                    },
                    "a=1; domain=domain.wininet4j.example.com: TRUE",
                    "b=2; domain=elsewhere.example.com: " + INVALID,
                    "/: a=1"),
            new Behaviour(
                    "R-COOKIE-30[O] R-COOKIE-31[O]",
                    "Secure cookies are for https, past ones are deleted, and what is no date makes a session cookie",
                    ground -> {
                        set(ground, url("end", "/"), "a=1; secure");
                        set(ground, url("end", "/"), "b=2; expires=some day");
                        get(ground, url("end", "/"));
                        set(ground, url("end", "/"), "b=2" + PAST);
                        get(ground, url("end", "/"));
                    },
                    "a=1; secure: TRUE",
                    "b=2; expires=some day: TRUE",
                    "/: b=2",
                    "b=2" + PAST + ": TRUE",
                    "/: " + NO_MORE),
            new Behaviour(
                    "R-COOKIE-37[D] R-FLAG-13[D]",
                    "NO_COOKIES neither sends cookies nor stores them",
                    ground -> {
                        Client client = ground.sync();
                        client.readAll(client.sent(uncached(client, FixedAnswers.COOKIES, true)));
                        ground.note("stored", client.mirrored(uncached(client, MIRROR, false), "cookie:"));
                        client.readAll(client.sent(uncached(client, FixedAnswers.COOKIES, false)));
                        ground.note("sent", client.mirrored(uncached(client, MIRROR, true), "cookie:"));
                        forget(ground);
                    },
                    "stored: []",
                    "sent: []"),
            new Behaviour(
                    "R-COOKIE-1[D] R-HQ-44[D]",
                    "Cookies of a response go with the next request and are found by functions",
                    ground -> {
                        Client client = ground.sync();
                        client.readAll(client.sent(uncached(client, FixedAnswers.COOKIES, false)));
                        HINTERNET next = uncached(client, MIRROR, false);
                        ground.note("sent", client.mirrored(next, "cookie:"));
                        ground.note(
                                "queried",
                                client.query(
                                        next, HttpQuery.HTTP_QUERY_COOKIE | HttpQuery.HTTP_QUERY_FLAG_REQUEST_HEADERS));
                        ground.note("function", got(ground, address(ground)));
                        forget(ground);
                    },
                    "sent: [cookie: plain=1; hidden=2]",
                    "queried: \"plain=1; hidden=2\"",
                    "function: plain=1"),
            new Behaviour(
                    "R-HDR-18[O]",
                    "The jar's cookies replace a Cookie header of the program, if there are any and it may",
                    ground -> {
                        Client client = ground.sync();
                        ground.note("no cookies", own(ground, client, false));
                        client.readAll(client.sent(uncached(client, FixedAnswers.COOKIES, false)));
                        ground.note("cookies", own(ground, client, false));
                        ground.note("NO_COOKIES", own(ground, client, true));
                        forget(ground);
                    },
                    "no cookies: [cookie: own=1]",
                    "cookies: [cookie: plain=1; hidden=2]",
                    "NO_COOKIES: [cookie: own=1]"));

    private CookieSuite() {}

    private static String url(String host, String path) {
        return "http://" + host + ".wininet4j.example.com" + path;
    }

    private static void set(Ground ground, @Nullable String url, @Nullable String cookie) {
        ground.call(String.valueOf(cookie), ground.api().InternetSetCookie(url, null, cookie));
    }

    private static void get(Ground ground, String url) {
        ground.note(url.substring(url.indexOf('/', 8)), got(ground, url));
    }

    private static String got(Ground ground, String url) {
        TextBuffer text = new TextBuffer(ROOM);
        return ground.api().InternetGetCookie(url, null, text, new DwordRef(ROOM))
                ? text.toString()
                : "FALSE, " + ground.error();
    }

    private static void sizes(Ground ground) {
        String url = url("size", "/");
        ground.need("InternetSetCookie", ground.api().InternetSetCookie(url, "name", "value"));
        TextBuffer text = new TextBuffer(ROOM);
        DwordRef size = new DwordRef();
        ground.call("no buffer", ground.api().InternetGetCookie(url, null, null, size));
        ground.note("size", size.value);
        size.value = 5;
        ground.call("too small", ground.api().InternetGetCookie(url, null, text, size));
        ground.note("size", size.value);
        size.value = ROOM;
        ground.call("large enough", ground.api().InternetGetCookie(url, null, text, size));
        ground.note("size", size.value);
    }

    private static void httpOnly(Ground ground) {
        String url = url("http-only", "/");
        int flag = CookieFlag.INTERNET_COOKIE_HTTPONLY;
        ground.call("SetCookie", ground.api().InternetSetCookie(url, "hidden", "1; httponly"));
        ground.note("SetCookieEx", ground.api().InternetSetCookieEx(url, "hidden", "1; httponly", 0, 0));
        ground.note(
                "SetCookieEx with the flag", ground.api().InternetSetCookieEx(url, "hidden", "1; httponly", flag, 0));
        ground.note("replace", ground.api().InternetSetCookieEx(url, "hidden", "2", 0, 0));
        ground.note("GetCookie", got(ground, url));
        TextBuffer text = new TextBuffer(ROOM);
        boolean found = ground.api().InternetGetCookieEx(url, null, text, new DwordRef(ROOM), flag, null);
        ground.note("GetCookieEx with the flag", found ? text : ground.error());
    }

    private static HINTERNET uncached(Client client, String path, boolean noCookies) {
        int flags = Client.UNCACHED | (noCookies ? InternetFlag.INTERNET_FLAG_NO_COOKIES : 0);
        return client.request("GET", path, flags, Client.REQUEST);
    }

    private static List<String> own(Ground ground, Client client, boolean noCookies) throws InterruptedException {
        HINTERNET request = uncached(client, MIRROR, noCookies);
        ground.need(
                "HttpAddRequestHeaders",
                ground.api().HttpAddRequestHeaders(request, "Cookie: own=1", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD));
        return client.mirrored(request, "cookie:");
    }

    private static String address(Ground ground) {
        return "http://127.0.0.1:" + ground.server().port() + MIRROR;
    }

    /** Takes the server's cookies away again, which otherwise went with later requests. */
    private static void forget(Ground ground) {
        String path = "; path=" + MIRROR;
        ground.api().InternetSetCookie(address(ground), null, "plain=1" + PAST + path);
        ground.api()
                .InternetSetCookieEx(
                        address(ground),
                        null,
                        "hidden=2; httponly" + PAST + path,
                        CookieFlag.INTERNET_COOKIE_HTTPONLY,
                        0);
    }
}
