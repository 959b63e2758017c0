package io.github.wininet4j.engine.ftp;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;
import java.util.Set;

/** What a program looks for, and the URLs of servers; a bar stands between a pattern and a name, or there is a URL. */
public final class FtpNamesTarget implements FuzzTarget {
    private static final Set<Integer> CODES = Set.of(
            Win32Error.ERROR_INVALID_PARAMETER,
            WinInetError.ERROR_INTERNET_INVALID_URL,
            WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);

    /** Creates the target. */
    public FtpNamesTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        int bar = text.indexOf('|');
        try {
            if (bar < 0) {
                return url(FtpUrl.of(text));
            }
            SearchPattern pattern = SearchPattern.of(text.substring(0, bar));
            check(isOneLine(pattern.listed()), "one command");
            return pattern.fits(text.substring(bar + 1)) ? "fits" : "does not fit";
        } catch (WinInetFailure e) {
            check(CODES.contains(e.code()), "a documented error");
            return Integer.toString(e.code());
        }
    }

    private static String url(FtpUrl url) {
        check(isOneLine(url.path()), "one command");
        check(!url.host().isEmpty() && isOneLine(url.host()), "a host");
        check(url.type() == TransferType.ASCII || url.type() == TransferType.BINARY, "a type");
        return url.folder() ? "folder" : "file";
    }

    private static boolean isOneLine(String text) {
        return text.indexOf('\r') < 0 && text.indexOf('\n') < 0 && text.indexOf('\0') < 0;
    }

    @Override
    public List<String> words() {
        return List.of(
                "ftp://", "u:p@", "h.test", ":21", "/", "a", ";type=", "a", "d", "%0d%0a", "%2F", "*", "?", "*a", "|",
                "\\", " ", "..", "[::1]", "*.*");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.ftp");
    }
}
