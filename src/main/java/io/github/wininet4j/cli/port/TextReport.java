package io.github.wininet4j.cli.port;

import io.github.wininet4j.cli.Printable;
import java.util.ArrayList;
import java.util.List;

/** The report for a terminal. */
final class TextReport {
    private static final String JAVA = "  Java:    ";
    private static final String CLIENT = "  Client:  ";
    private static final String ACCESS = "  Access:  ";
    private static final String DIFFERS = "  Differs: ";

    private TextReport() {}

    /** Returns the lines of a report. */
    static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.summary());
        report.problems().forEach(problem -> lines.add("Not read: " + Printable.of(problem)));
        if (!report.attention().isEmpty()) {
            lines.add("To be looked at:");
            report.attention().forEach(name -> lines.add("  " + Printable.of(name)));
        }
        for (Kind kind : Kind.values()) {
            if (!report.entries(kind).isEmpty()) {
                lines.add("");
                lines.add(kind.title());
                report.entries(kind).forEach(entry -> add(lines, entry));
            }
        }
        if (!report.states().isEmpty()) {
            lines.add("");
            lines.add("States");
            lines.add("");
            report.states().forEach((state, meaning) -> lines.add("  " + state + ": " + meaning));
        }
        return lines;
    }

    private static void add(List<String> lines, Report.Entry entry) {
        Item item = entry.item();
        lines.add("");
        lines.add(Printable.of(item.name()) + ": " + item.state());
        if (!item.java().isEmpty()) {
            lines.add(JAVA + item.java());
        }
        if (!item.client().isEmpty()) {
            lines.add(CLIENT + item.client());
        }
        if (!item.access().isEmpty()) {
            lines.add(ACCESS + item.access());
        }
        if (!item.differs().isEmpty()) {
            lines.add(DIFFERS + item.differs());
        }
        for (Places places : Places.of(entry.uses())) {
            lines.add("  " + Printable.of(places.where()) + ": " + places.how().text());
        }
    }
}
