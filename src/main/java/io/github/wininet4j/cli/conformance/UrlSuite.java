package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** URLs: taking apart, putting together, canonical form, and combining with a base. */
final class UrlSuite {
    private static final String BAD = "ERROR_INVALID_PARAMETER (87)";
    private static final String SMALL = "ERROR_INSUFFICIENT_BUFFER (122)";
    private static final int ROOM = 10_000;

    static final List<ConformanceCase> ALL = List.of(
            crack(
                    "R-CRACK-3[D] R-CRACK-9[O] R-CRACK-6[D]",
                    "A URL with all parts",
                    "http://user:word@host.test:81/path/to?query#part",
                    "3 81 http|host.test|user|word|/path/to|?query#part"),
            crack("R-CRACK-7[O]", "https without a port", "https://h/p", "4 443 https|h|||/p|"),
            crack("R-CRACK-7[O]", "ftp without a port", "ftp://h/p", "1 21 ftp|h|||/p|"),
            crack("R-CRACK-7[O]", "An unknown scheme has no default port", "nhttp://h/p", "-1 0 nhttp|h|||/p|"),
            crack("R-CRACK-15[O]", "A query right behind the host", "http://h?q", "3 80 http|h||||?q"),
            crack(
                    "R-CRACK-10[O]",
                    "A URL needs a scheme",
                    "host.test/path",
                    "ERROR_INTERNET_UNRECOGNIZED_SCHEME (12006)"),
            crack(
                    "R-CRACK-19[O] R-GEN-13[O]",
                    "A path may be longer than INTERNET_MAX_PATH_LENGTH",
                    "http://h/" + "p".repeat(4096),
                    "3 80 http|h|||/" + "p".repeat(4096) + "|"),
            new ConformanceCase(
                    "R-CRACK-10[O]",
                    "InternetCrackUrl needs URL and structure",
                    bed -> {
                        bed.call("no URL", bed.api().InternetCrackUrl(null, 0, 0, new URL_COMPONENTS()));
                        bed.call("no structure", bed.api().InternetCrackUrl("http://h/", 0, 0, null));
                    },
                    "no URL: FALSE, " + BAD,
                    "no structure: FALSE, " + BAD),
            new ConformanceCase(
                    "R-CRACK-5[O]",
                    "A buffer needs room for the NUL",
                    bed -> {
                        URL_COMPONENTS parts = new URL_COMPONENTS();
                        parts.lpszHostName = new TextBuffer(4);
                        parts.dwHostNameLength = 4;
                        bed.call("host", bed.api().InternetCrackUrl("http://host/", 0, 0, parts));
                    },
                    "host: FALSE, " + SMALL),
            new ConformanceCase(
                    "R-CRACK-8[O] R-CRACK-20[O]",
                    "Without a part of its own the query belongs to the path; views lie in the URL",
                    bed -> {
                        URL_COMPONENTS parts = new URL_COMPONENTS();
                        parts.dwUrlPathLength = 1;
                        bed.call("crack", bed.api().InternetCrackUrl("http://h/p?q#f", 0, 0, parts));
                        bed.note("path", text(parts.lpszUrlPath, parts.dwUrlPathLength));
                        bed.note("host", text(parts.lpszHostName, parts.dwHostNameLength));
                    },
                    "crack: TRUE",
                    "path: /p?q#f",
                    "host: "),
            create(
                    "R-CREATE-1[D] R-CREATE-6[O]",
                    "All parts",
                    parts("http", "h", 81, "u", "w", "/p", "?q"),
                    "http://u:w@h:81/p?q"),
            create(
                    "R-CREATE-8[O]",
                    "A default port is left out",
                    parts("http", "h", 80, null, null, "/p", null),
                    "http://h/p"),
            create(
                    "R-CREATE-8[O]",
                    "An unknown scheme keeps its port",
                    parts("nhttp", "h", 80, null, null, "/p", null),
                    "nhttp://h:80/p"),
            create(
                    "R-CREATE-9[O]",
                    "A path gets its slash",
                    parts("http", "h", 80, null, null, "p", null),
                    "http://h/p"),
            create("R-CREATE-7[O]", "A password needs a user name", parts("http", "h", 80, null, "w", "/p", null), BAD),
            new ConformanceCase(
                    "R-CREATE-4[O] R-CREATE-5[O]",
                    "InternetCreateUrl needs parts and a length, and returns the size in bytes",
                    UrlSuite::createLengths,
                    "no parts: FALSE, " + BAD,
                    "no length: FALSE, " + BAD,
                    "no buffer: FALSE, " + SMALL,
                    "length: 22"),
            canonicalize("R-CANON-2[D]", "Dot segments go", "http://h/a/./b/../c", 0, "http://h/a/c"),
            canonicalize("R-CANON-2[D]", "Spaces are encoded", "http://h/a b", 0, "http://h/a%20b"),
            canonicalize(
                    "R-CANON-2[D]",
                    "ICU_NO_ENCODE and ICU_NO_META leave all as it is",
                    "http://h/a/../b c",
                    IcuFlag.ICU_NO_ENCODE | IcuFlag.ICU_NO_META,
                    "http://h/a/../b c"),
            canonicalize(
                    "R-CANON-3[D]", "Nothing behind ? or # changes", "http://h/p?a b#c d", 0, "http://h/p?a b#c d"),
            canonicalize(
                    "R-CANON-6[O]",
                    "White space at the end goes",
                    "http://h/p ",
                    IcuFlag.ICU_BROWSER_MODE,
                    "http://h/p"),
            canonicalize("R-CANON-10[O]", "A text without scheme is accepted", "foo bar", 0, "foo%20bar"),
            canonicalize(
                    "R-CANON-4[D]",
                    "ICU_DECODE with ICU_NO_ENCODE decodes",
                    "http://h/a%20b",
                    IcuFlag.ICU_DECODE | IcuFlag.ICU_NO_ENCODE,
                    "http://h/a b"),
            new ConformanceCase(
                    "R-CANON-7[O] R-CANON-9[O]",
                    "InternetCanonicalizeUrl returns the size in characters, and needs its arguments",
                    UrlSuite::canonicalizeLengths,
                    "short: FALSE, " + SMALL,
                    "length: 15",
                    "no URL: FALSE, " + BAD,
                    "no length: FALSE, " + BAD),
            combine("R-CANON-1[D]", "A name replaces the last one", "http://a/b/c", "d", "http://a/b/d"),
            combine("R-CANON-1[D]", "A path replaces the path", "http://a/b/c", "/d", "http://a/d"),
            combine("R-CANON-1[D]", "A URL replaces all", "http://a/b/c", "http://x/y", "http://x/y"),
            combine("R-CANON-1[D] R-CANON-2[D]", "Dots lead upwards", "http://a/b/c", "../d e", "http://a/d%20e"));

    private UrlSuite() {}

    private static ConformanceCase crack(String rules, String title, String url, String seen) {
        return new ConformanceCase(rules, title, bed -> bed.note("parts", cracked(bed, url)), "parts: " + seen);
    }

    private static String cracked(TestBed bed, String url) {
        URL_COMPONENTS c = parts("", "", 0, "", "", "", "");
        List<TextBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            buffers.add(new TextBuffer(ROOM));
        }
        c.lpszScheme = buffers.get(0);
        c.lpszHostName = buffers.get(1);
        c.lpszUserName = buffers.get(2);
        c.lpszPassword = buffers.get(3);
        c.lpszUrlPath = buffers.get(4);
        c.lpszExtraInfo = buffers.get(5);
        c.dwSchemeLength = ROOM;
        c.dwHostNameLength = ROOM;
        c.dwUserNameLength = ROOM;
        c.dwPasswordLength = ROOM;
        c.dwUrlPathLength = ROOM;
        c.dwExtraInfoLength = ROOM;
        if (!bed.api().InternetCrackUrl(url, 0, 0, c)) {
            return bed.error();
        }
        List<String> texts = buffers.stream().map(TextBuffer::toString).toList();
        return c.nScheme + " " + c.nPort + " " + String.join("|", texts);
    }

    private static String text(@Nullable TextBuffer buffer, int length) {
        return buffer == null || length == 0 ? "" : buffer.toString(length);
    }

    private static URL_COMPONENTS parts(
            String scheme,
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            String path,
            @Nullable String extra) {
        URL_COMPONENTS c = new URL_COMPONENTS();
        c.lpszScheme = new TextBuffer(scheme);
        c.lpszHostName = new TextBuffer(host);
        c.nPort = port;
        c.lpszUserName = user == null ? null : new TextBuffer(user);
        c.lpszPassword = password == null ? null : new TextBuffer(password);
        c.lpszUrlPath = new TextBuffer(path);
        c.lpszExtraInfo = extra == null ? null : new TextBuffer(extra);
        return c;
    }

    private static ConformanceCase create(String rules, String title, URL_COMPONENTS parts, String seen) {
        return new ConformanceCase(
                rules,
                title,
                bed -> {
                    TextBuffer buffer = new TextBuffer(ROOM);
                    DwordRef length = new DwordRef(ROOM);
                    boolean done = bed.api().InternetCreateUrl(parts, 0, buffer, length);
                    bed.note("URL", done ? buffer.toString(length.value) : bed.error());
                },
                "URL: " + seen);
    }

    private static void createLengths(TestBed bed) {
        DwordRef length = new DwordRef(ROOM);
        TextBuffer buffer = new TextBuffer(ROOM);
        URL_COMPONENTS parts = parts("http", "h", 80, null, null, "/p", null);
        bed.call("no parts", bed.api().InternetCreateUrl(null, 0, buffer, length));
        bed.call("no length", bed.api().InternetCreateUrl(parts, 0, buffer, null));
        length.value = 0;
        bed.call("no buffer", bed.api().InternetCreateUrl(parts, 0, null, length));
        bed.note("length", length.value);
    }

    private static ConformanceCase canonicalize(String rules, String title, String url, int flags, String seen) {
        return new ConformanceCase(
                rules,
                title,
                bed -> {
                    TextBuffer buffer = new TextBuffer(ROOM);
                    DwordRef length = new DwordRef(ROOM);
                    boolean done = bed.api().InternetCanonicalizeUrl(url, buffer, length, flags);
                    bed.note("URL", done ? buffer.toString(length.value) : bed.error());
                },
                "URL: " + seen);
    }

    private static void canonicalizeLengths(TestBed bed) {
        DwordRef length = new DwordRef(4);
        TextBuffer buffer = new TextBuffer(4);
        bed.call("short", bed.api().InternetCanonicalizeUrl("http://h/a b", buffer, length, 0));
        bed.note("length", length.value);
        bed.call("no URL", bed.api().InternetCanonicalizeUrl(null, buffer, length, 0));
        bed.call("no length", bed.api().InternetCanonicalizeUrl("http://h/", buffer, null, 0));
    }

    private static ConformanceCase combine(String rules, String title, String base, String relative, String seen) {
        return new ConformanceCase(
                rules,
                title,
                bed -> {
                    TextBuffer buffer = new TextBuffer(ROOM);
                    DwordRef length = new DwordRef(ROOM);
                    boolean done = bed.api().InternetCombineUrl(base, relative, buffer, length, 0);
                    bed.note("URL", done ? buffer.toString(length.value) : bed.error());
                },
                "URL: " + seen);
    }
}
