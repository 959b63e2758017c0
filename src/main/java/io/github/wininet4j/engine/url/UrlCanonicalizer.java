package io.github.wininet4j.engine.url;

import io.github.wininet4j.constant.IcuFlag;

/**
 * Brings a URL or a relative reference into canonical form (InternetCanonicalizeUrl): white space around it and tabs
 * removed, escapes decoded if asked for, backslashes of http, https and file made slashes, dot segments removed, unsafe
 * characters escaped. What follows {@code ?} or {@code #} is left as it is (R-CANON-3).
 *
 * <p>Hosts keep characters outside ASCII: escaped, no resolver would know them, while IDN encoding comes when a
 * connection is made.
 */
public final class UrlCanonicalizer {
    private final String text;
    private final int end;
    private final int kind;
    private final boolean decoded;
    private final boolean keepsDots;
    private final boolean slashedFile;
    private final StringBuilder out;

    /** Separates path segments in the output. */
    private char separator = '/';

    private boolean takesBackslashes;

    private UrlCanonicalizer(String text, int flags, boolean slashedFile) {
        this.text = text;
        this.end = text.length();
        this.kind = kind(flags);
        this.decoded = (flags & IcuFlag.ICU_DECODE) != 0;
        this.keepsDots = (flags & IcuFlag.ICU_NO_META) != 0;
        this.slashedFile = slashedFile;
        this.out = new StringBuilder(end + 16);
    }

    /**
     * Brings a URL into canonical form.
     *
     * @param url a URL or a relative reference; it ends at a NUL
     * @param flags {@code ICU_*} bits; unknown ones have no effect
     * @return the canonical form
     */
    public static String canonicalize(String url, int flags) {
        return canonicalize(url, flags, false);
    }

    /**
     * As above, with a choice: {@code file:///C:/} of InternetCombineUrl, or {@code file://C:/} of
     * InternetCanonicalizeUrl.
     */
    static String canonicalize(String url, int flags, boolean slashedFile) {
        String clean = UrlText.clean(url);
        if ((flags & IcuFlag.ICU_DECODE) != 0) {
            int extra = UrlText.extraStart(clean, 0, clean.length());
            clean = UrlEscaper.decode(clean, 0, extra).concat(clean.substring(extra));
        }
        return new UrlCanonicalizer(clean, flags, slashedFile).run();
    }

    private static int kind(int flags) {
        if ((flags & IcuFlag.ICU_ENCODE_SPACES_ONLY) != 0) {
            return UrlEscaper.SPACES;
        }
        if ((flags & IcuFlag.ICU_NO_ENCODE) != 0) {
            return UrlEscaper.NOTHING;
        }
        return (flags & IcuFlag.ICU_ENCODE_PERCENT) != 0 ? UrlEscaper.UNSAFE_AND_PERCENT : UrlEscaper.UNSAFE;
    }

    private String run() {
        int colon = UrlScheme.end(text, end);
        boolean drive = colon == 1 && UrlText.isLetter(text.charAt(0));
        if (drive || text.startsWith("\\\\")) {
            file(0);
        } else if (colon > 0) {
            UrlScheme scheme = UrlScheme.of(text, 0, colon);
            takesBackslashes = scheme.takesBackslashes();
            if (scheme == UrlScheme.FILE && colon + 1 < end) {
                file(colon + 1);
            } else {
                out.append(text, 0, colon + 1);
                generic(colon + 1, scheme);
            }
        } else {
            generic(0, UrlScheme.UNKNOWN);
        }
        return out.toString();
    }

    /** Writes what follows a scheme, or a reference without one. */
    private void generic(int start, UrlScheme scheme) {
        boolean rooted = start < end && isSlash(text.charAt(start)) && scheme.shape() != UrlScheme.Shape.OPAQUE;
        if (!rooted) {
            extra(escape(start));
            return;
        }
        if (start + 1 == end || !isSlash(text.charAt(start + 1))) {
            extra(pathAlone(start));
            return;
        }
        out.append("//");
        int pos = authority(start + 2);
        if (pos == end && start > 0 && pos > start + 2) {
            out.append('/');
        }
        extra(path(pos));
    }

    /**
     * Writes a character. Decoded text keeps its apostrophes, although these count as unsafe elsewhere (R-CANON-11).
     */
    private void character(int index) {
        if (decoded && text.charAt(index) == '\'') {
            out.append('\'');
        } else {
            UrlEscaper.append(out, text, index, kind);
        }
    }

    private boolean isSlash(char c) {
        return c == '/' || (takesBackslashes && c == '\\');
    }

    private void extra(int start) {
        out.append(text, start, end);
    }

    /** Writes text without structure. */
    private int escape(int start) {
        int i = start;
        while (i < end && !UrlText.isExtra(text.charAt(i))) {
            character(i);
            i++;
        }
        return i;
    }

    /** Writes user, host and port. IPv6 literals need their brackets (R-URL-6). */
    private int authority(int start) {
        int stop = start;
        int at = -1;
        while (stop < end && !isSlash(text.charAt(stop)) && !UrlText.isExtra(text.charAt(stop))) {
            at = text.charAt(stop) == '@' ? stop : at;
            stop++;
        }
        for (int i = start; i <= at; i++) {
            character(i);
        }
        int host = at + 1 > start ? at + 1 : start;
        int bracket = host < stop && text.charAt(host) == '[' ? text.indexOf(']', host) : -1;
        if (bracket > 0 && bracket < stop) {
            out.append(text, host, bracket + 1);
            host = bracket + 1;
        }
        for (int i = host; i < stop; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                character(i);
            } else {
                out.append(c);
            }
        }
        return stop;
    }

    /** Writes a path that begins with a separator, or nothing if there is none. */
    private int path(int start) {
        int root = out.length();
        int i = start;
        while (i < end && isSlash(text.charAt(i))) {
            int segment = out.length();
            out.append(separator);
            int name = ++i;
            i = name(name);
            int dots = keepsDots ? 0 : DotSegments.dots(text, name, i);
            if (dots > 0) {
                boolean last = i == end || UrlText.isExtra(text.charAt(i));
                DotSegments.remove(out, root, segment, dots, last, separator);
            }
        }
        return i;
    }

    /** Writes a path without a host; new slashes at its start would make a host of a part of it (R-PROJ-URL-4). */
    private int pathAlone(int start) {
        int root = out.length();
        int pos = path(start);
        if (out.length() > root + 1 && out.charAt(root) == separator && out.charAt(root + 1) == separator) {
            out.insert(root, separator).insert(root + 1, '.');
        }
        return pos;
    }

    /**
     * Writes a DOS path (start 0) or what follows {@code file:}. InternetCanonicalizeUrl puts a drive right behind
     * {@code file://}, and writes the DOS path itself if it must not escape.
     */
    private void file(int start) {
        takesBackslashes = true;
        int rest = start;
        while (rest < end && isSlash(text.charAt(rest))) {
            rest++;
        }
        int slashes = rest - start;
        boolean drive = FileUrl.startsWithDrive(text, rest, end);
        if (slashes == 0 && start > 0 && !drive) {
            out.append(text, 0, start);
            extra(escape(start));
            return;
        }
        boolean dos = kind == UrlEscaper.NOTHING && !slashedFile;
        separator = dos ? '\\' : '/';
        out.append("file://");
        if (slashes == 0 || drive) {
            drive(rest);
            // C:name is relative to the drive's directory.
            extra(path(name(rest + 2)));
        } else if (slashes == 2 || slashes > 3) {
            server(rest, dos);
        } else {
            extra(pathAlone(rest - 1));
        }
    }

    /** Writes a name up to the next separator or the end of the path; what needs no look is copied at once. */
    private int name(int start) {
        int i = start;
        while (i < end) {
            int plain = UrlEscaper.plainEnd(text, i, end, kind);
            if (plain > i) {
                out.append(text, i, plain);
                i = plain;
                continue;
            }
            char c = text.charAt(i);
            if (isSlash(c) || UrlText.isExtra(c)) {
                break;
            }
            character(i);
            i++;
        }
        return i;
    }

    private void drive(int start) {
        if (slashedFile) {
            out.append('/');
        }
        out.append(text.charAt(start)).append(':');
    }

    private void server(int start, boolean dos) {
        if (start == end) {
            return;
        }
        if (dos) {
            out.append("\\\\");
        }
        int pos = authority(start);
        if (pos == end) {
            out.append(separator);
        }
        extra(path(pos));
    }
}
