package io.github.wininet4j.cli.port;

import static io.github.wininet4j.cli.HtmlPage.code;
import static io.github.wininet4j.cli.HtmlPage.escaped;

import io.github.wininet4j.cli.HtmlPage;
import java.util.List;
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
        page.addList(
                "States",
                report.states().entrySet().stream()
                        .map(state -> state.getKey() + ": " + state.getValue())
                        .toList());
        for (Kind kind : Kind.values()) {
            if (!report.entries(kind).isEmpty()) {
                page.add("<h2>" + kind.title() + "</h2>");
                page.add("<table><tr><th>Name</th><th>State</th><th>In Java</th><th>Used</th></tr>");
                report.entries(kind).forEach(entry -> page.add(row(entry)));
                page.add("</table>");
            }
        }
        return page.lines();
    }

    private static String row(Report.Entry entry) {
        Item item = entry.item();
        return "<tr><td class=\"word\">" + code(item.name())
                + "</td><td class=\"" + (item.needsAttention() ? "other" : "good") + "\">" + escaped(item.state())
                + "</td><td>" + code(item.java())
                + (item.client().isEmpty() ? "" : "<div>client: " + escaped(item.client()) + "</div>")
                + (item.access().isEmpty() ? "" : "<div>access: " + escaped(item.access()) + "</div>")
                + (item.differs().isEmpty() ? "" : "<div class=\"note\">" + escaped(item.differs()) + "</div>")
                + "</td><td>" + places(entry.uses()) + "</td></tr>";
    }

    private static String places(List<Use> uses) {
        StringJoiner all = new StringJoiner("<br>");
        Places.of(uses)
                .forEach(place -> all.add("<code>" + escaped(place.where()).replace("/", "/<wbr>") + "</code> "
                        + escaped(place.how().text())));
        return all.toString();
    }
}
