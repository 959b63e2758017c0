package io.github.wininet4j.cli.port;

import static io.github.wininet4j.cli.HtmlPage.code;
import static io.github.wininet4j.cli.HtmlPage.escaped;

import io.github.wininet4j.cli.HtmlPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The report as a page. */
final class HtmlReport {
    private HtmlReport() {}

    /** Returns the lines of a report. */
    static List<String> lines(Report report) {
        HtmlPage page = new HtmlPage("What is used of WinInet");
        page.add("<p>" + escaped(report.summary()) + "</p>");
        page.addList("Not read", report.problems());
        page.addList("To be looked at", report.attention());
        for (Kind kind : Kind.values()) {
            if (!report.entries(kind).isEmpty()) {
                page.add("<h2>" + kind.title() + "</h2>");
                page.add("<table><tr><th>Name</th><th>State</th><th>Java</th><th>Differs</th><th>Used</th></tr>");
                report.entries(kind).forEach(entry -> page.add(row(entry)));
                page.add("</table>");
            }
        }
        return page.lines();
    }

    private static String row(Report.Entry entry) {
        Item item = entry.item();
        return "<tr><td>" + code(item.name())
                + "</td><td class=\"" + (item.needsAttention() ? "other" : "good") + "\">" + escaped(item.state())
                + "</td><td>" + code(item.java())
                + "</td><td>" + escaped(item.differs())
                + "</td><td>" + uses(entry.uses()) + "</td></tr>";
    }

    /** The places of each file in a line, by the way of use. */
    private static String uses(List<Use> uses) {
        Map<String, StringJoiner> files = new LinkedHashMap<>();
        for (Use use : uses) {
            StringJoiner lines = files.computeIfAbsent(use.file() + '\0' + use.how().text(), key -> places(use));
            if (use.line() > 0) {
                lines.add(Integer.toString(use.line()));
            }
        }
        StringJoiner all = new StringJoiner("<br>");
        files.values().forEach(places -> all.add(places.toString()));
        return all.toString();
    }

    private static StringJoiner places(Use use) {
        String file = "<code>" + escaped(use.file());
        String how = "</code> " + escaped(use.how().text());
        return new StringJoiner(", ", file + ":", how).setEmptyValue(file + how);
    }
}
