package io.github.wininet4j.engine.gopher;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;
import java.util.Set;

/** Locators and gopher URLs of a program: what is asked of a server is one line. */
public final class GopherNamesTarget implements FuzzTarget {
    private static final Set<Integer> CODES = Set.of(
            Win32Error.ERROR_INVALID_PARAMETER,
            WinInetError.ERROR_GOPHER_INVALID_LOCATOR,
            WinInetError.ERROR_INTERNET_INVALID_URL,
            WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);

    /** Creates the target. */
    public GopherNamesTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        try {
            if (text.indexOf('\t') < 0) {
                GopherUrl url = GopherUrl.of(text);
                check(isOf(url.item().selector(), ' ', '\uFFFF', ""), "one line");
                check(url.search() == null || isOf(url.search(), ' ', '\uFFFF', ""), "one line");
                return url.isMenu() ? "menu" : "document";
            }
            Locator locator = Locator.parse(text);
            check(isOf(locator.selector() + locator.host(), ' ', '\uFFFF', ""), "one line");
            check(Locator.parse(locator.text()).equals(locator), "read as it was written");
            return locator.isPlus() ? "plus" : "plain";
        } catch (WinInetFailure e) {
            check(CODES.contains(e.code()), "a documented error");
            return Integer.toString(e.code());
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "gopher://",
                "h.test",
                ":70",
                "/",
                "1",
                "0",
                "/file",
                "%09",
                "search",
                "%0d%0a",
                "\t",
                "\t+",
                "\t?",
                "70",
                "\r\n",
                "0A file\t/file\th.test\t70");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.gopher");
    }
}
