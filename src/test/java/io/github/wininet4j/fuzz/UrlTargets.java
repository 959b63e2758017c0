package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.RequestTarget;
import io.github.wininet4j.engine.url.UrlApi;
import io.github.wininet4j.engine.url.UrlCanonicalizer;
import io.github.wininet4j.engine.url.UrlCombiner;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The URL functions and what else reads URLs. */
final class UrlTargets {
    private static final List<String> WORDS = List.of(
            "http:", "https:", "ftp:", "file:", "gopher:", "mailto:", "x:", "C:", "C|", "//", "/", "\\", "?", "#", "@",
            ":", "[", "]", "[::1]", "%25", "%41", "%2e", "%", ".", "..", "/../", "/./", "host", "a.", ":80", ":65536",
            " ", "~", "'", "<", "&", ";", "=", "\u00E4", "\u4E2D", "xn--");

    private static final Set<Integer> CODES = Set.of(87, 122, 12005, 12006);

    private UrlTargets() {}

    /** What all of them have in common. */
    abstract static class UrlTarget implements FuzzTarget {
        final UrlApi api = new UrlApi();

        /** Runs a text with flags that come from its first byte. */
        abstract String run(String text, int flags);

        @Override
        public String run(byte[] input) {
            if (input.length == 0) {
                return "empty";
            }
            String text = FuzzText.of(input);
            int bits = Math.floorMod(input[input.length - 1] * 31, 64);
            int flags = (bits & 0x1F) << 27 | (bits & 0x20) << 7;
            try {
                return run(text, flags);
            } catch (WinInetFailure e) {
                check(CODES.contains(e.code()), "a documented error");
                return Integer.toString(e.code());
            }
        }

        @Override
        public List<String> words() {
            return WORDS;
        }

        @Override
        public List<String> packages() {
            return List.of("engine.url");
        }

        static String[] halves(String text) {
            int cut = text.indexOf('|');
            return cut < 0
                    ? new String[] {"http://h/a/b?c", text}
                    : new String[] {text.substring(0, cut), text.substring(cut + 1)};
        }
    }

    /** InternetCrackUrl. */
    static final class Crack extends UrlTarget {
        @Override
        String run(String text, int flags) {
            ParsedUrl parsed = UrlParser.parse(text);
            check(text.startsWith(parsed.schemeText()), "the scheme at the start");
            check(text.contains(parsed.host()) && text.contains(parsed.pathAndExtra()), "parts of the text");
            check(parsed.toString().length() <= text.length(), "no more than the text");
            check(parsed.port() >= 0 && parsed.port() <= 0xFFFF, "a port");
            check((parsed.path() + parsed.extra()).equals(parsed.pathAndExtra()), "path and extra in a row");
            URL_COMPONENTS parts = new URL_COMPONENTS();
            int room = text.length() + 16;
            parts.lpszHostName = new TextBuffer(room);
            parts.dwHostNameLength = room;
            parts.lpszUrlPath = new TextBuffer(room);
            parts.dwUrlPathLength = room;
            parts.lpszExtraInfo = new TextBuffer(room);
            parts.dwExtraInfoLength = room;
            api.InternetCrackUrl(text, 0, flags, parts);
            check(parts.lpszHostName.charAt(parts.dwHostNameLength) == 0, "a NUL behind the host");
            check(parts.lpszUrlPath.charAt(parts.dwUrlPathLength) == 0, "a NUL behind the path");
            return parsed.scheme().name();
        }
    }

    /** InternetCreateUrl of what InternetCrackUrl found. */
    static final class Create extends UrlTarget {
        @Override
        String run(String text, int flags) {
            URL_COMPONENTS parts = new URL_COMPONENTS();
            parts.dwSchemeLength = 1;
            parts.dwHostNameLength = 1;
            parts.dwUserNameLength = 1;
            parts.dwPasswordLength = 1;
            parts.dwUrlPathLength = 1;
            parts.dwExtraInfoLength = 1;
            api.InternetCrackUrl(text, 0, 0, parts);
            DwordRef needed = new DwordRef();
            TextBuffer buffer = new TextBuffer(20 * text.length() + 100);
            needed.value = buffer.capacity();
            api.InternetCreateUrl(parts, flags, buffer, needed);
            check(buffer.charAt(needed.value) == 0, "a NUL behind the URL");
            return "created";
        }
    }

    /** InternetCanonicalizeUrl. */
    static final class Canonicalize extends UrlTarget {
        @Override
        String run(String text, int flags) {
            String canonical = UrlCanonicalizer.canonicalize(text, flags);
            boolean decodes = (flags & IcuFlag.ICU_DECODE) != 0;
            check(canonical.indexOf(0) < 0 && (decodes || canonical.indexOf('\t') < 0), "neither NUL nor tab");
            if (flags == 0) {
                if (!hasDrive(canonical)) {
                    check(UrlCanonicalizer.canonicalize(canonical, 0).equals(canonical), "canonical for good");
                }
                return "canonical";
            }
            return "changed";
        }

        /** A drive has two forms (R-CANON-1), and one may appear when the segment before it goes. */
        private static boolean hasDrive(String url) {
            int drive = url.startsWith("file:///") ? 8 : 7;
            return url.startsWith("file://")
                    && url.length() > drive + 1
                    && (url.charAt(drive + 1) == ':' || url.charAt(drive + 1) == '|');
        }
    }

    /** InternetCombineUrl; a bar stands between base and reference. */
    static final class Combine extends UrlTarget {
        @Override
        String run(String text, int flags) {
            String[] halves = halves(text);
            TextBuffer buffer = new TextBuffer(9 * text.length() + 100);
            DwordRef length = new DwordRef(buffer.capacity());
            api.InternetCombineUrl(halves[0], halves[1], buffer, length, flags);
            return "combined";
        }
    }

    /** The Location of a redirect. */
    static final class Redirect extends UrlTarget {
        @Override
        String run(String text, int flags) {
            ParsedUrl url = UrlParser.parse(UrlCombiner.redirect("http://user@host:81/dir/file?query", text));
            String host = HostText.forConnection(HostText.fromHeader(url.host()));
            check(isOf(host, '!', '~', "/\\?#@"), "a host without delimiters");
            return url.scheme().name();
        }
    }

    /** The object name of a request. */
    static final class Target extends UrlTarget {
        @Override
        String run(String text, int flags) {
            String target =
                    RequestTarget.encode(text, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, (flags & 1) != 0);
            check(!target.isEmpty(), "a target");
            check(isOf(target, '\1', '\u00FF', "\r\n "), "bytes of one word");
            return target.startsWith("/") ? "path" : "other";
        }
    }

    /** Hosts. */
    static final class Host extends UrlTarget {
        @Override
        String run(String text, int flags) {
            String host = HostText.forConnection(text);
            check(isOf(host, '!', '~', "/\\?#@"), "a host without delimiters");
            check(HostText.forConnection(host).equals(HostText.withoutBrackets(host)), "encoded once");
            check(text.chars().allMatch(c -> c < 0x80) || host.matches("[a-zA-Z0-9._-]*"), "a name");
            return host.equals(text) ? "as given" : "encoded";
        }

        @Override
        public List<String> words() {
            return List.of(
                    "a", "host", ".", "-", "_", "[", "]", ":", "%25", "xn--", "\u00FC", "\u4E2D", "\uFF0F", "\u3002",
                    "\u00AD", "\u200D", "\u0130", "\u03A3", "\u2100", "\uFF1B", "\u037E", "\uFE54", ";", "=");
        }
    }
}
