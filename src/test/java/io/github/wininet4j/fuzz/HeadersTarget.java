package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.query.HeaderModifiers;
import java.util.List;

/** The headers that a program adds; the last byte chooses how. */
final class HeadersTarget implements FuzzTarget {
    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        int modifiers = input.length == 0 ? 0 : (input[input.length - 1] & 0x3F) << 26;
        HeaderList list = new HeaderList();
        list.add("Accept", "a, b");
        try {
            HeaderModifiers.apply(list, text, modifiers);
        } catch (WinInetFailure e) {
            check(
                    e.code() == 87
                            || e.code() == WinInetError.ERROR_HTTP_INVALID_HEADER
                            || e.code() == WinInetError.ERROR_HTTP_HEADER_NOT_FOUND
                            || e.code() == WinInetError.ERROR_HTTP_HEADER_ALREADY_EXISTS,
                    "a documented error");
            return Integer.toString(e.code());
        }
        for (int i = 0; i < list.size(); i++) {
            check(isOf(list.name(i), '\1', '\uFFFF', ":\r\n"), "a name");
            check(isOf(list.value(i), '\1', '\uFFFF', "\r\n"), "a value of one line");
        }
        return "applied";
    }

    @Override
    public List<String> words() {
        return List.of(
                "A: b", "\r\n", "\n", ":", " ", "\t", "Accept", ": ", "c", ",", "Host: h", ";", "\"", "chunked", "\r");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.head", "engine.http.query");
    }
}
