package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.time.InternetTime;
import io.github.wininet4j.type.SYSTEMTIME;
import java.time.Instant;
import java.util.List;

/** Dates, as callers and servers write them. */
final class DateTarget implements FuzzTarget {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant NOW = Instant.parse("2024-02-29T13:04:05Z");

    private final InternetTime time = new InternetTime(() -> NOW);

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        SYSTEMTIME read = time.read(text);
        check(
                isWord(read.wYear) && isWord(read.wMonth) && isWord(read.wDay) && isWord(read.wHour),
                "fields of 16 bits");
        Instant instant = InternetTime.parse(text);
        if (instant == null) {
            return "no date";
        }
        if (instant.isAfter(LAST)) {
            return "far away";
        }
        check(instant.equals(InternetTime.parse(InternetTime.format(instant))), "read as it was written");
        return "date";
    }

    private static boolean isWord(int field) {
        return field >= 0 && field <= 0xFFFF;
    }

    @Override
    public List<String> words() {
        return List.of(
                "Fri",
                "Friday",
                ",",
                " ",
                "07",
                "7",
                "Jan",
                "-",
                "2005",
                "05",
                "99",
                "12:06:35",
                ":",
                "GMT",
                "+0100",
                "T",
                "Z",
                "/",
                "1",
                "31",
                "February",
                "(",
                ")",
                ".",
                "999999999999");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.time");
    }
}
