package io.github.wininet4j.engine.cookie;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;

/** Lines of Netscape's format: what is read can be sent, and belongs to a domain that may have cookies. */
public final class CookieExportTarget implements FuzzTarget {
    /** Creates the target. */
    public CookieExportTarget() {}

    @Override
    public String run(byte[] input) {
        Cookie cookie = CookieFile.cookie(FuzzText.of(input));
        if (cookie == null) {
            return "no cookie";
        }
        check(cookie.isSendable(), "one cookie in one line");
        check(cookie.path().startsWith("/"), "a path");
        // An address is its own domain, of which no other host is a part.
        check(
                !cookie.ofDomain()
                        || CookieMatcher.isAddress(cookie.domain())
                        || !PublicSuffixes.isPublic(cookie.domain()),
                "a domain of one owner");
        return cookie.bare() ? "bare cookie" : "cookie";
    }

    @Override
    public List<String> words() {
        return List.of(
                "#HttpOnly_",
                "#",
                ".example.org",
                "\t",
                "TRUE",
                "FALSE",
                "/",
                "0",
                "2524607999",
                "a",
                "=",
                ";",
                "co.uk");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.cookie");
    }
}
