package io.github.wininet4j.engine.url;

/** DOS paths and {@code file:} URLs. */
final class FileUrl {
    private FileUrl() {}

    /** Returns whether {@code C:} or {@code C|} stands here, alone or before a separator. */
    static boolean startsWithDrive(String text, int start, int end) {
        if (end - start < 2 || !UrlText.isLetter(text.charAt(start))) {
            return false;
        }
        char colon = text.charAt(start + 1);
        if (colon != ':' && colon != '|') {
            return false;
        }
        return end - start == 2 || UrlText.isSlash(text.charAt(start + 2)) || UrlText.isExtra(text.charAt(start + 2));
    }

    private static boolean endsInDots(String text, int start, int end) {
        int name = end;
        while (name > start && !UrlText.isSlash(text.charAt(name - 1))) {
            name--;
        }
        return name > start && DotSegments.dots(text, name, end) > 0;
    }

    /**
     * Converts the path of a {@code file:} URL to a DOS path (R-CRACK-13).
     *
     * <p>Escapes are decoded except after {@code file://C:} and in {@code file:////server}: those forms come from
     * programs that put a DOS path behind {@code file://} unescaped.
     *
     * <p>A path whose last segment consists of dots names a directory and ends in a backslash (R-CRACK-21).
     *
     * @param url the URL
     * @param decode whether to decode in any case
     * @param end where the path ends, which may include query and fragment
     */
    static String dosPath(ParsedUrl url, boolean decode, int end) {
        String text = url.text;
        int start = url.pathStart;
        boolean unescaped = startsWithDrive(text, start, url.pathEnd)
                || (url.pathEnd - start >= 2
                        && UrlText.isSlash(text.charAt(start))
                        && UrlText.isSlash(text.charAt(start + 1)));
        StringBuilder path = new StringBuilder(end - start + 16);
        if (start < url.pathEnd
                && UrlText.isSlash(text.charAt(start))
                && startsWithDrive(text, start + 1, url.pathEnd)) {
            start++;
        } else if (url.hostStart >= 0) {
            path.append("\\\\").append(text, url.hostStart, url.hostEnd);
        }
        int drive = startsWithDrive(text, start, url.pathEnd) ? start + 1 : -1;
        for (int i = start; i < url.pathEnd; i++) {
            char c = text.charAt(i);
            path.append(c == '/' ? '\\' : i == drive ? ':' : c);
        }
        if (endsInDots(text, start, url.pathEnd)) {
            path.append('\\');
        }
        String result = path.toString();
        if (decode || !unescaped) {
            result = UrlEscaper.decode(result, 0, result.length());
        }
        return end > url.pathEnd ? result + text.substring(url.pathEnd, end) : result;
    }
}
