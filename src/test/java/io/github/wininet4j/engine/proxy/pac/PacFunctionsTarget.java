package io.github.wininet4j.engine.proxy.pac;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/** What scripts call, with any texts: the first byte chooses the function, bars stand between its arguments. */
public final class PacFunctionsTarget implements FuzzTarget {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-07-04T12:30:15+02:00");
    private static final PacRun RUN = new PacRun(new PacLimits(1 << 30, Long.MAX_VALUE, 1, 1), new FixedNetwork());

    /** Creates the target. */
    public PacFunctionsTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        String[] arguments = text.substring(Math.min(1, text.length())).split("\\|", 9);
        int function = input.length == 0 ? 0 : input[0] & 0xFF;
        String first = arguments[0];
        String second = arguments.length > 1 ? arguments[1] : "";
        return switch (function % 6) {
            case 0 -> "weekdayRange " + PacTimes.weekdayRange(NOW, arguments);
            case 1 -> "dateRange " + PacTimes.dateRange(NOW, arguments);
            case 2 -> "timeRange " + PacTimes.timeRange(NOW, arguments);
            case 3 -> "shExpMatch " + ShellExpression.matches(first, second, RUN::check);
            case 4 -> "stars " + stars(first, second);
            default -> "call " + called(function / 6, arguments);
        };
    }

    /** A pattern without question marks means the same in both. */
    private static boolean stars(String pattern, String text) {
        boolean found = ShellExpression.matchesStars(pattern, text);
        check(
                pattern.indexOf('?') >= 0 || found == ShellExpression.matches(pattern, text, RUN::check),
                "one meaning of a star");
        return found;
    }

    private static String called(int choice, String[] arguments) {
        Object result = PacFunctions.call(RUN, choice, padded(arguments));
        return result == null ? "null" : result.getClass().getSimpleName();
    }

    /** Scripts that leave arguments out give undefined. */
    private static String[] padded(String[] arguments) {
        String[] padded = Arrays.copyOf(arguments, Math.max(arguments.length, 3));
        Arrays.fill(padded, arguments.length, padded.length, "undefined");
        return padded;
    }

    @Override
    public List<String> words() {
        return List.of(
                "\0",
                "\u0001",
                "\u0002",
                "\u0003",
                "\u0004",
                "\u0005",
                "|",
                "MON",
                "FRI",
                "JUL",
                "2026",
                "1",
                "31",
                "12",
                "GMT",
                "undefined",
                "*",
                "?",
                "a",
                "b",
                ".",
                "10.0.0.5",
                "255.0.0.0",
                "www.corp.test",
                "2001:db8::/32",
                "::1",
                ";",
                "/",
                "\u000B",
                "\u0011",
                "\u0017",
                "\u001D",
                "\u0023",
                "\u0029");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.proxy.pac");
    }
}
