package io.github.wininet4j.cli.port;

import io.github.wininet4j.cli.Printable;
import java.util.ArrayList;
import java.util.List;

/** The report as a page that needs nothing else, in ASCII. */
final class HtmlReport {
    private static final List<String> HEAD = List.of(
            "<!DOCTYPE html>",
            "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>What is used of WinInet</title>",
            "<style>",
            "body { font-family: sans-serif; margin: 2em; }",
            "table { border-collapse: collapse; }",
            "th, td { border: 1px solid #ccc; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }",
            "th { background: #eee; }",
            "code { overflow-wrap: anywhere; }",
            ".works { background: #e4f5e4; } .other { background: #fbe9cf; }",
            "</style></head><body>",
            "<h1>What is used of WinInet</h1>");

    private HtmlReport() {}

    /** Returns the lines of a report. */
    static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>(HEAD);
        lines.add("<p>" + escaped(report.summary()) + "</p>");
        addList(lines, "Not read", report.problems());
        addList(lines, "To be looked at", report.attention());
        for (Kind kind : Kind.values()) {
            if (!report.entries(kind).isEmpty()) {
                lines.add("<h2>" + kind.title() + "</h2>");
                lines.add("<table><tr><th>Name</th><th>State</th><th>Java</th><th>Differs</th><th>Used</th></tr>");
                report.entries(kind).forEach(entry -> lines.add(row(entry)));
                lines.add("</table>");
            }
        }
        lines.add("</body></html>");
        return lines;
    }

    private static void addList(List<String> lines, String title, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.add("<h2>" + title + "</h2>");
            lines.add("<ul>");
            texts.forEach(text -> lines.add("<li>" + escaped(text) + "</li>"));
            lines.add("</ul>");
        }
    }

    private static String row(Report.Entry entry) {
        Item item = entry.item();
        StringBuilder row = new StringBuilder("<tr><td><code>")
                .append(escaped(item.name()))
                .append("</code></td><td class=\"")
                .append(item.needsAttention() ? "other" : "works")
                .append("\">")
                .append(escaped(item.state()))
                .append("</td><td><code>")
                .append(escaped(item.java()))
                .append("</code></td><td>")
                .append(escaped(item.differs()))
                .append("</td><td>");
        String separator = "";
        for (Use use : entry.uses()) {
            row.append(separator)
                    .append("<code>")
                    .append(escaped(use.place()))
                    .append("</code> ")
                    .append(escaped(use.how().text()));
            separator = "<br>";
        }
        return row.append("</td></tr>").toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        Printable.of(text).codePoints().forEach(c -> {
            if (c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                out.append("&#").append(c).append(';');
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }
}
