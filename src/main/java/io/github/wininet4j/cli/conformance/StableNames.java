package io.github.wininet4j.cli.conformance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what differs from run to run by names: handles by their first appearance, ports, and dates of today. */
final class StableNames {
    private static final Pattern HANDLE =
            Pattern.compile(ValueText.HANDLE_START + "([0-9a-f]+)" + ValueText.HANDLE_END);
    private static final Pattern DATE =
            Pattern.compile("\\b[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    /** A port that the system chose; fixed ones in the cases are small. */
    private static final Pattern EPHEMERAL = Pattern.compile("nServerPort=(?:[3-6]\\d{4})\\b");

    private final Map<String, String> handles = new LinkedHashMap<>();
    private final Pattern port;

    /**
     * Begins with no names.
     *
     * @param port the port of the server
     */
    StableNames(int port) {
        this.port = Pattern.compile("\\b" + port + "\\b");
    }

    RecordedCase apply(
            ConformanceCase tested,
            List<RecordedCase.Call> calls,
            List<RecordedCase.Call> callbackCalls,
            List<RecordedCase.Status> statuses,
            List<String> notes) {
        List<RecordedCase.Call> stable = new ArrayList<>();
        calls.forEach(call -> stable.add(call(call)));
        callbackCalls.forEach(call -> stable.add(call(call)));
        List<RecordedCase.Status> named = new ArrayList<>();
        statuses.forEach(status -> named.add(new RecordedCase.Status(
                text(status.handle()), status.name(), status.context(), text(status.payload()), status.length())));
        // Threads of different handles are not in step; within a handle the order counts, and the sort keeps it.
        named.sort(Comparator.comparingInt(status -> number(status.handle())));
        List<String> observed = notes.stream().map(this::text).toList();
        return new RecordedCase(tested.rules(), tested.title(), List.copyOf(stable), List.copyOf(named), observed);
    }

    private RecordedCase.Call call(RecordedCase.Call call) {
        List<String> arguments = call.arguments().stream().map(this::text).toList();
        return new RecordedCase.Call(call.from(), call.function(), text(call.returned()), call.error(), arguments);
    }

    private static int number(String handle) {
        return Integer.parseInt(handle.substring(handle.indexOf(' ') + 1));
    }

    private String text(String raw) {
        String named = HANDLE.matcher(raw)
                .replaceAll(found -> handles.computeIfAbsent(found.group(1), any -> "handle " + (handles.size() + 1)));
        String dated = DATE.matcher(named)
                .replaceAll(found -> Matcher.quoteReplacement(isToday(found.group()) ? "DATE" : found.group()));
        String ported = port.matcher(dated).replaceAll("PORT");
        return EPHEMERAL.matcher(ported).replaceAll("nServerPort=OTHER-PORT");
    }

    private static boolean isToday(String date) {
        try {
            Instant when = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(when, Instant.now()).abs().toDays() <= 1;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
