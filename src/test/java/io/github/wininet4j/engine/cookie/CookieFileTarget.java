package io.github.wininet4j.engine.cookie;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;

/** Files of cookies: what is read can be sent, and is read again as it was. */
public final class CookieFileTarget implements FuzzTarget {
    /** Creates the target. */
    public CookieFileTarget() {}

    @Override
    public String run(byte[] input) {
        Cookie cookie = CookieFolder.decode(FuzzText.of(input));
        if (cookie == null) {
            return "no cookie";
        }
        check(isOf(cookie.text(), '\t', '\uFFFF', ";\r\n"), "one cookie in one line");
        check(cookie.equals(CookieFolder.decode(CookieFolder.encode(cookie))), "read as it was written");
        return cookie.bare() ? "bare cookie" : "cookie";
    }

    @Override
    public List<String> words() {
        return List.of(
                "wininet4j cookie 1",
                "\n",
                "example.org",
                "/",
                "a",
                "=",
                ";",
                "true",
                "false",
                "200000",
                "bare",
                "2524607999",
                "-1",
                "1");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.cookie");
    }
}
