package io.github.wininet4j.engine.url;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request target of the object name of HttpOpenRequest: what the request line carries between verb and
 * version.
 *
 * <p>Dot segments are removed, spaces escaped, backslashes of the path made slashes, a CR or LF at the end stripped
 * (R-REQ-11, R-REQ-12); the fragment stays at home (R-URLOPEN-12). Characters outside ASCII become escaped bytes in the
 * path and plain bytes in the query (R-WIRE-9). Bytes of ANSI callers, which arrive as U+DC80 to U+DCFF, go out as they
 * are (R-WIRE-10). CR, LF and NUL elsewhere are escaped, so that no object name can begin a header.
 */
public final class RequestTarget {
    private RequestTarget() {}

    /**
     * Makes the request target.
     *
     * @param object the object name, or null for the default page (R-REQ-2)
     * @param path the charset of the path
     * @param extra the charset of the query
     * @param encodeExtra whether the query's bytes beyond ASCII are escaped too ({@code INTERNET_OPTION_ENCODE_EXTRA})
     * @return the target, each character a byte of the wire
     */
    public static String encode(@Nullable String object, Charset path, Charset extra, boolean encodeExtra) {
        if (object == null) {
            return "/";
        }
        int end = object.length();
        while (end > 0 && (object.charAt(end - 1) == '\r' || object.charAt(end - 1) == '\n')) {
            end--;
        }
        int fragment = object.indexOf('#');
        end = fragment >= 0 && fragment < end ? fragment : end;
        if (end == 0) {
            return "/";
        }
        if (isClean(object, end)) {
            return end == object.length() ? object : object.substring(0, end);
        }
        StringBuilder out = new StringBuilder(end + 32);
        int query = object.indexOf('?');
        query = query < 0 || query > end ? end : query;
        path(out, object, query, path);
        text(out, object, query, end, extra, encodeExtra);
        return out.toString();
    }

    /** Returns whether there is nothing to do: a slash first, no dot segment, ordinary characters. */
    private static boolean isClean(String object, int end) {
        if (object.charAt(0) != '/') {
            return end == 1 && object.charAt(0) == '*';
        }
        boolean inPath = true;
        char last = 0;
        for (int i = 0; i < end; i++) {
            char c = object.charAt(i);
            if (c <= ' ' || c >= 0x7F || (inPath && (c == '\\' || (c == '.' && last == '/')))) {
                return false;
            }
            inPath = inPath && c != '?';
            last = c;
        }
        return true;
    }

    private static void path(StringBuilder out, String object, int end, Charset charset) {
        int i = prefix(out, object, end, charset);
        int root = out.length();
        if (i == end || !UrlText.isSlash(object.charAt(i))) {
            i--;
        }
        while (i < end) {
            int segment = out.length();
            out.append('/');
            int name = ++i;
            while (i < end && !UrlText.isSlash(object.charAt(i))) {
                i++;
            }
            int dots = DotSegments.dots(object, name, i);
            if (dots > 0) {
                DotSegments.remove(out, root, segment, dots, i == end, '/');
            } else {
                text(out, object, name, i, charset, true);
            }
        }
    }

    /** Writes {@code http://host} of an absolute object name; returns where the path begins. */
    private static int prefix(StringBuilder out, String object, int end, Charset charset) {
        int colon = UrlScheme.end(object, end);
        if (colon <= 0 || !object.startsWith("://", colon)) {
            return 0;
        }
        int slash = colon + 3;
        while (slash < end && !UrlText.isSlash(object.charAt(slash))) {
            slash++;
        }
        text(out, object, 0, slash, charset, true);
        return slash;
    }

    private static void text(
            StringBuilder out, String object, int start, int end, Charset charset, boolean escapeForeign) {
        int i = start;
        while (i < end) {
            char c = object.charAt(i);
            if (c < 0x80) {
                octet(out, c, false);
                i++;
            } else if (UrlText.isRawByte(object, i)) {
                out.append((char) UrlText.rawByte(c));
                i++;
            } else {
                int run = i + 1;
                while (run < end && object.charAt(run) >= 0x80 && !UrlText.isRawByte(object, run)) {
                    run++;
                }
                for (byte b : object.substring(i, run).getBytes(charset)) {
                    octet(out, b & 0xFF, escapeForeign);
                }
                i = run;
            }
        }
    }

    private static void octet(StringBuilder out, int b, boolean escape) {
        if (b == ' ' || b == '\r' || b == '\n' || b == 0 || escape) {
            UrlEscaper.append(out, b);
        } else {
            out.append((char) b);
        }
    }
}
