package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.cli.conformance.RecordedCase.Call;
import io.github.wininet4j.cli.conformance.RecordedCase.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where two runs of a case differ. What depends on the speed of the network is left out: whether a read in asynchronous
 * mode pends, how many pieces a response arrives in, and what the machine does to find and close connections.
 *
 * @param what the kind of event
 * @param first the event of the first run
 * @param second the event of the second run
 */
record CaseDifference(String what, String first, String second) {
    private static final String NOTHING = "(nothing)";

    /** These pend only if the data has not arrived yet. */
    private static final Set<String> READS =
            Set.of("InternetReadFile", "InternetReadFileEx", "InternetQueryDataAvailable");

    /** They depend on the machine (R-SEQ-1) and on when the server closes. */
    private static final Set<String> MACHINE =
            Set.of("RESOLVING_NAME", "NAME_RESOLVED", "CLOSING_CONNECTION", "CONNECTION_CLOSED", "DETECTING_PROXY");

    private static final String PENDING = "ERROR_IO_PENDING";

    /** The differences: at most the first observation, the first call, and the first status of each handle. */
    static List<CaseDifference> between(RecordedCase first, RecordedCase second) {
        List<CaseDifference> found = new ArrayList<>();
        addFirst("note", first.notes(), second.notes(), found);
        List<Call> calls = first.calls();
        List<Call> others = second.calls();
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < Math.max(calls.size(), others.size()); i++) {
            Call one = i < calls.size() ? calls.get(i) : null;
            Call two = i < others.size() ? others.get(i) : null;
            boolean loose = pends(one) || pends(two);
            if (one != null) {
                left.add(shown(one, loose));
            }
            if (two != null) {
                right.add(shown(two, loose));
            }
        }
        addFirst("call", left, right, found);
        Map<String, List<String>> statuses = byHandle(first);
        Map<String, List<String>> otherStatuses = byHandle(second);
        Set<String> handles = new LinkedHashSet<>(statuses.keySet());
        handles.addAll(otherStatuses.keySet());
        for (String handle : handles) {
            addFirst(
                    "status",
                    statuses.getOrDefault(handle, List.of()),
                    otherStatuses.getOrDefault(handle, List.of()),
                    found);
        }
        return found;
    }

    private static void addFirst(String what, List<String> first, List<String> second, List<CaseDifference> found) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String one = i < first.size() ? first.get(i) : NOTHING;
            String two = i < second.size() ? second.get(i) : NOTHING;
            if (!one.equals(two)) {
                found.add(new CaseDifference(what, one, two));
                return;
            }
        }
    }

    private static boolean pends(@Nullable Call call) {
        return call != null && READS.contains(call.function()) && call.error().equals(PENDING);
    }

    private static String shown(Call call, boolean loose) {
        String from = call.from().equals("case") ? "" : call.from() + ": ";
        if (loose && READS.contains(call.function())) {
            return from + call.function() + "(...), immediately or later";
        }
        String error = call.error().equals("-") ? "" : ", " + call.error();
        return from + call.function() + "(" + String.join(", ", call.arguments()) + ") = " + call.returned() + error;
    }

    private static Map<String, List<String>> byHandle(RecordedCase recorded) {
        Map<String, List<Status>> all = new LinkedHashMap<>();
        for (Status status : recorded.statuses()) {
            all.computeIfAbsent(status.handle(), any -> new ArrayList<>()).add(status);
        }
        Map<String, List<String>> shown = new LinkedHashMap<>();
        all.forEach((handle, statuses) -> shown.put(handle, steady(handle, statuses, pendingReads(handle, recorded))));
        return shown;
    }

    private static int pendingReads(String handle, RecordedCase recorded) {
        return (int) recorded.calls().stream()
                .filter(call -> pends(call) && call.arguments().get(0).endsWith("=" + handle))
                .count();
    }

    /** The statuses without those that depend on the network, and without the completions of reads, which come last. */
    private static List<String> steady(String handle, List<Status> statuses, int reads) {
        int kept = (int) statuses.stream().filter(CaseDifference::completes).count() - reads;
        List<String> shown = new ArrayList<>();
        @Nullable String last = null;
        for (Status status : statuses) {
            String name = status.name();
            boolean piece = (name.equals("RECEIVING_RESPONSE") && !Objects.equals(last, "REQUEST_SENT"))
                    || (name.equals("RESPONSE_RECEIVED") && !Objects.equals(last, "RECEIVING_RESPONSE"));
            boolean ofRead = completes(status) && kept-- <= 0;
            if (MACHINE.contains(name) || piece || ofRead) {
                continue;
            }
            last = name;
            // The number of bytes depends on how much of the body arrived with the head.
            String payload =
                    name.equals("RESPONSE_RECEIVED") ? "" : " " + status.payload() + " length " + status.length();
            shown.add(handle + " " + name + " context " + status.context() + payload);
        }
        return shown;
    }

    private static boolean completes(Status status) {
        return status.name().equals("REQUEST_COMPLETE");
    }
}
