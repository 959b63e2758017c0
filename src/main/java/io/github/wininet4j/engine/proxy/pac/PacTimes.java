package io.github.wininet4j.engine.proxy.pac;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * weekdayRange, dateRange and timeRange. Ranges include both ends, and go over the end of the week, year or day if they
 * must.
 */
final class PacTimes {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final int MAX_DAY = 31;
    private static final int MONTH_WEIGHT = 32;
    private static final int YEAR_WEIGHT = 32 * 13;

    private PacTimes() {}

    /** The arguments without "GMT", and the time in the zone that they mean. */
    private record Call(ZonedDateTime time, String[] arguments) {
        static Call of(ZonedDateTime now, String[] arguments) {
            List<String> kept = new ArrayList<>(Arrays.asList(arguments));
            boolean gmt = !kept.isEmpty() && kept.get(kept.size() - 1).equals("GMT");
            if (gmt) {
                kept.remove(kept.size() - 1);
            }
            kept.removeIf("undefined"::equals);
            ZonedDateTime time = gmt ? now.withZoneSameInstant(ZoneOffset.UTC) : now;
            return new Call(time, kept.toArray(String[]::new));
        }
    }

    static boolean weekdayRange(ZonedDateTime now, String[] arguments) {
        Call call = Call.of(now, arguments);
        int count = call.arguments().length;
        if (count < 1 || count > 2) {
            return false;
        }
        int first = DAYS.indexOf(call.arguments()[0].toUpperCase(Locale.ROOT));
        int last = count == 1 ? first : DAYS.indexOf(call.arguments()[1].toUpperCase(Locale.ROOT));
        int today = call.time().getDayOfWeek().getValue() - 1;
        return first >= 0 && last >= 0 && isWithin(first, today, last);
    }

    static boolean timeRange(ZonedDateTime now, String[] arguments) {
        Call call = Call.of(now, arguments);
        int[] n = numbers(call.arguments());
        ZonedDateTime time = call.time();
        int seconds = time.toLocalTime().toSecondOfDay();
        if (n == null) {
            return false;
        }
        return switch (n.length) {
            case 1 -> time.getHour() == n[0];
            case 2 -> isWithin(seconds(n[0], 0, 0), seconds, seconds(n[1], 0, 0));
            case 4 -> isWithin(seconds(n[0], n[1], 0), seconds, seconds(n[2], n[3], 0));
            case 6 -> isWithin(seconds(n[0], n[1], n[2]), seconds, seconds(n[3], n[4], n[5]));
            default -> false;
        };
    }

    private static int seconds(int hour, int minute, int second) {
        return (hour * 60 + minute) * 60 + second;
    }

    private static int @Nullable [] numbers(String[] texts) {
        int[] numbers = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = number(texts[i]);
            if (numbers[i] < 0) {
                return null;
            }
        }
        return numbers;
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    /** The kinds of a date's parts tell which form of the function is meant. */
    static boolean dateRange(ZonedDateTime now, String[] arguments) {
        Call call = Call.of(now, arguments);
        String[] parts = call.arguments();
        StringBuilder kinds = new StringBuilder();
        for (String part : parts) {
            kinds.append(kind(part));
        }
        int half = parts.length == 1 ? 1 : parts.length / 2;
        String first = kinds.substring(0, Math.min(half, kinds.length()));
        boolean known = List.of("d", "m", "y", "dm", "my", "dmy").contains(first);
        boolean paired = parts.length == 1 || kinds.toString().equals(first + first);
        if (!known || !paired) {
            return false;
        }
        int from = weight(parts, 0, half);
        int to = parts.length == 1 ? from : weight(parts, half, half);
        ZonedDateTime time = call.time();
        int today = (first.contains("d") ? time.getDayOfMonth() : 0)
                + (first.contains("m") ? time.getMonthValue() * MONTH_WEIGHT : 0)
                + (first.contains("y") ? time.getYear() * YEAR_WEIGHT : 0);
        return first.contains("y") ? from <= today && today <= to : isWithin(from, today, to);
    }

    private static char kind(String part) {
        if (MONTHS.contains(part.toUpperCase(Locale.ROOT))) {
            return 'm';
        }
        int number = number(part);
        return number < 1 ? '?' : number <= MAX_DAY ? 'd' : 'y';
    }

    private static int weight(String[] parts, int from, int count) {
        int weight = 0;
        for (int i = from; i < from + count; i++) {
            int number = number(parts[i]);
            weight += switch (kind(parts[i])) {
                case 'm' -> (MONTHS.indexOf(parts[i].toUpperCase(Locale.ROOT)) + 1) * MONTH_WEIGHT;
                case 'y' -> number * YEAR_WEIGHT;
                default -> number;
            };
        }
        return weight;
    }

    private static boolean isWithin(int from, int value, int to) {
        return from <= to ? from <= value && value <= to : value >= from || value <= to;
    }
}
