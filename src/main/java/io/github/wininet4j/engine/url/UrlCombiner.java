package io.github.wininet4j.engine.url;

/**
 * Resolves a relative reference against a base URL (InternetCombineUrl). Works for any two texts: where one of them
 * leaves nothing to resolve, the other is the result. A query alone replaces the last segment of the base, as in RFC
 * 2396 and in WinInet.
 */
public final class UrlCombiner {
    private UrlCombiner() {}

    /**
     * Resolves and brings the result into canonical form (R-CANON-1).
     *
     * @param base the base URL; it ends at a NUL
     * @param relative the reference; it ends at a NUL
     * @param flags {@code ICU_*} bits of the canonicalisation
     * @return the combined URL
     */
    public static String combine(String base, String relative, int flags) {
        return UrlCanonicalizer.canonicalize(resolve(UrlText.clean(base), UrlText.clean(relative)), flags, true);
    }

    /**
     * Resolves the Location of a redirect. Unlike InternetCombineUrl, a query alone keeps the whole path of the base
     * (R-REDIR-19; RFC 3986, section 5.2.2).
     *
     * @param base the URL of the request, with a path
     * @param location the Location, not empty
     * @return the URL to go to
     */
    public static String redirect(String base, String location) {
        String reference = UrlText.clean(location);
        return reference.startsWith("?")
                ? UrlCanonicalizer.canonicalize(
                        base.substring(0, UrlText.extraStart(base, 0, base.length())) + reference, 0, true)
                : combine(base, reference, 0);
    }

    private static String resolve(String base, String relative) {
        String from = isDosPath(base) ? fromDosPath(base) : base;
        int baseColon = UrlScheme.end(from, from.length());
        if (isDosPath(relative)) {
            boolean network = relative.startsWith("\\\\") && baseColon > 0 && !isFile(from, baseColon);
            if (!network) {
                return relative;
            }
        }
        int colon = UrlScheme.end(relative, relative.length());
        String reference = relative;
        if (colon > 0) {
            boolean same = baseColon == colon && from.regionMatches(true, 0, relative, 0, colon);
            if (!same || !continuesBase(from, relative, colon)) {
                return lowerScheme(relative, colon) + relative.substring(colon);
            }
            reference = relative.substring(colon + 1);
        }
        return baseColon > 0 ? lowerScheme(from, baseColon) + resolve(from, baseColon, reference) : reference;
    }

    /** Returns whether {@code http:x} means the {@code x} of a base in that scheme. */
    private static boolean continuesBase(String base, String relative, int colon) {
        return base.length() > colon + 1
                && UrlText.isSlash(base.charAt(colon + 1))
                && !(relative.length() > colon + 2
                        && UrlText.isSlash(relative.charAt(colon + 1))
                        && UrlText.isSlash(relative.charAt(colon + 2)));
    }

    /** Resolves against a base with a scheme; the result begins with the colon. */
    private static String resolve(String base, int colon, String reference) {
        int end = base.length();
        int extra = UrlText.extraStart(base, colon + 1, end);
        int fragment = base.indexOf('#', extra);
        fragment = fragment < 0 ? end : fragment;
        if (reference.isEmpty()) {
            return base.substring(colon, fragment);
        }
        int root = root(base, colon + 1, extra);
        if (reference.charAt(0) == '#') {
            boolean bare = root == fragment;
            return base.substring(colon, fragment) + (bare ? "/" : "") + reference;
        }
        if (root < 0) {
            return ':' + reference;
        }
        String slashed = withSlashes(reference);
        if (slashed.startsWith("//")) {
            return ':' + slashed;
        }
        if (slashed.charAt(0) == '/') {
            return base.substring(colon, root) + slashed;
        }
        int name = extra;
        while (name > root && !UrlText.isSlash(base.charAt(name - 1))) {
            name--;
        }
        return name == root ? base.substring(colon, root) + '/' + slashed : base.substring(colon, name) + slashed;
    }

    /**
     * Finds where the path of a base begins.
     *
     * @return the index of its first slash or where that would be; -1 if the base has no structure
     */
    private static int root(String base, int start, int extra) {
        int rest = start;
        while (rest < extra && rest - start < 3 && UrlText.isSlash(base.charAt(rest))) {
            rest++;
        }
        int slashes = rest - start;
        if (isFile(base, start - 1) && FileUrl.startsWithDrive(base, rest, extra)) {
            return rest + 2;
        }
        if (slashes == 0) {
            return -1;
        }
        if (slashes == 1) {
            return start;
        }
        boolean server = slashes == 3 && isFile(base, start - 1) && rest < extra && UrlText.isSlash(base.charAt(rest));
        int root = server ? rest + 1 : start + 2;
        while (root < extra && !UrlText.isSlash(base.charAt(root))) {
            root++;
        }
        return root;
    }

    private static boolean isFile(String url, int colon) {
        return UrlScheme.of(url, 0, colon) == UrlScheme.FILE;
    }

    private static boolean isDosPath(String text) {
        return text.startsWith("\\\\")
                || (text.length() > 1 && text.charAt(1) == ':' && UrlText.isLetter(text.charAt(0)));
    }

    private static String fromDosPath(String path) {
        return (path.charAt(0) == '\\' ? "file:" : "file:///") + withSlashes(path);
    }

    private static String lowerScheme(String url, int colon) {
        StringBuilder scheme = new StringBuilder(colon);
        for (int i = 0; i < colon; i++) {
            scheme.append(UrlText.toLowerCase(url.charAt(i)));
        }
        return scheme.toString();
    }

    /** Makes backslashes slashes, up to query and fragment. */
    private static String withSlashes(String text) {
        int extra = UrlText.extraStart(text, 0, text.length());
        int backslash = text.indexOf('\\');
        return backslash < 0 || backslash >= extra
                ? text
                : text.substring(0, extra).replace('\\', '/').concat(text.substring(extra));
    }
}
