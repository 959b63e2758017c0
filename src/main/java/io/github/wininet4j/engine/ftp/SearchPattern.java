package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import org.jspecify.annotations.Nullable;

/**
 * What FtpFindFirstFile looks for: what to have listed, and which names of that count. Wildcards in the last part of a
 * path are matched here, without regard to case (R-PROJ-FTP-7).
 *
 * @param listed the path to have listed, or "" for the current folder
 * @param wildcard what names have to fit, or null for all
 */
record SearchPattern(String listed, @Nullable String wildcard) {
    /**
     * Reads a pattern.
     *
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} if it has a blank in it (R-FTP-9), or a line end
     */
    static SearchPattern of(@Nullable String pattern) {
        if (pattern == null || pattern.isEmpty()) {
            return new SearchPattern("", null);
        }
        String path = FileName.required(pattern);
        if (path.indexOf(' ') >= 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        int slash = path.lastIndexOf('/');
        String last = path.substring(slash + 1);
        if (last.indexOf('*') < 0 && last.indexOf('?') < 0) {
            return new SearchPattern(path, null);
        }
        // The slash of the root stays.
        String folder = path.substring(0, slash == 0 ? 1 : Math.max(slash, 0));
        return new SearchPattern(folder, last.equals("*.*") ? "*" : last);
    }

    /** Whether one name is asked for, or one folder, which then has to be there (R-FTP-11). */
    boolean isExact() {
        return wildcard == null && !listed.isEmpty();
    }

    boolean fits(String name) {
        return wildcard == null || fits(wildcard, name);
    }

    /** Goes back to the last star only, so that no pattern takes long. */
    private static boolean fits(String pattern, String name) {
        int at = 0;
        int star = -1;
        int starName = 0;
        for (int i = 0; i < name.length(); ) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                starName = i;
            } else if (at < pattern.length() && (wanted == '?' || same(wanted, name.charAt(i)))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++starName;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean same(char a, char b) {
        return Character.toUpperCase(a) == Character.toUpperCase(b);
    }
}
