package io.github.wininet4j.cli.port;

import static io.github.wininet4j.cli.JsonText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report for programs: an object with a list of names, and with each its places. */
final class JsonReport {
    private JsonReport() {}

    /** Returns the lines of a report, a name in each. */
    static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("{\"sources\":" + report.sources() + ",\"programs\":" + report.programs() + ",");
        lines.add("\"problems\":"
                + list(report.problems().stream().map(text -> quoted(text)).toList()) + ",");
        lines.add("\"states\":{"
                + report.states().entrySet().stream()
                        .map(state -> quoted(state.getKey()) + ":" + quoted(state.getValue()))
                        .collect(Collectors.joining(","))
                + "},");
        lines.add("\"names\":[");
        List<Report.Entry> entries = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            entries.addAll(report.entries(kind));
        }
        for (int i = 0; i < entries.size(); i++) {
            lines.add(name(entries.get(i)) + (i + 1 < entries.size() ? "," : ""));
        }
        lines.add("]}");
        return lines;
    }

    private static String name(Report.Entry entry) {
        Item item = entry.item();
        return "{\"name\":" + quoted(item.name())
                + ",\"kind\":" + quoted(item.kind().word())
                + ",\"state\":" + quoted(item.state())
                + ",\"attention\":" + entry.needsAttention()
                + ",\"access\":" + quoted(item.access())
                + ",\"java\":" + quoted(item.java())
                + ",\"client\":" + quoted(item.client())
                + ",\"differs\":" + quoted(item.differs())
                + ",\"uses\":" + list(entry.uses().stream().map(JsonReport::use).toList()) + "}";
    }

    private static String use(Use use) {
        return "{\"file\":" + quoted(use.file()) + ",\"line\":" + use.line() + ",\"how\":"
                + quoted(use.how().text()) + "}";
    }

    private static String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
