package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.HeaderText;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import java.util.List;

/** Header lines as text, and lists of tokens in a value. */
final class HeaderTextTarget implements FuzzTarget {
    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        boolean chunked = HeaderTokens.contains(text, "chunked");
        try {
            HeaderList list = HeaderText.parse(text);
            for (int i = 0; i < list.size(); i++) {
                check(isOf(list.name(i), '\1', '\uFFFF', ":\r\n"), "a name");
                check(isOf(list.value(i), '\1', '\uFFFF', "\r\n"), "a value of one line");
            }
            return "parsed, " + chunked;
        } catch (WinInetFailure e) {
            check(e.code() == WinInetError.ERROR_HTTP_INVALID_HEADER, "a documented error");
            return "refused, " + chunked;
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "A: b", "\r\n", "\n", ":", " ", "\t", "Accept", ": ", "c", ",", "Host: h", ";", "\"", "chunked", "\r");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.head");
    }
}
