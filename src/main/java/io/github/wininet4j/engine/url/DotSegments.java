package io.github.wininet4j.engine.url;

/**
 * Removal of {@code .} and {@code ..} while a path is written, so that the path is read once (RFC 3986, section 5.2.4).
 */
final class DotSegments {
    private DotSegments() {}

    /** Returns how many levels a segment stands for: 1 for {@code .}, 2 for {@code ..}, 0 for an ordinary name. */
    static int dots(String text, int start, int end) {
        int length = end - start;
        if (length == 0 || length > 2 || text.charAt(start) != '.') {
            return 0;
        }
        return length == 1 ? 1 : text.charAt(start + 1) == '.' ? 2 : 0;
    }

    /**
     * Takes a dot segment back out of the output.
     *
     * @param out the output
     * @param root where the path begins in the output; nothing before it is touched
     * @param segment where the separator before the dots begins in the output
     * @param dots what {@link #dots} said, not 0
     * @param last whether the path ends here; it keeps its separator then
     * @param separator what separates segments in the output
     */
    static void remove(StringBuilder out, int root, int segment, int dots, boolean last, char separator) {
        int end = segment;
        if (dots == 2 && end > root) {
            end--;
            while (end > root && out.charAt(end) != separator) {
                end--;
            }
        }
        out.setLength(end);
        if (last) {
            out.append(separator);
        }
    }
}
