package io.github.wininet4j.cli;

import java.util.ArrayList;
import java.util.List;

/** A page that needs nothing else: no script, no picture, no other file; and ASCII only. */
public final class HtmlPage {
    private static final List<String> STYLE = List.of(
            "<style>",
            ":root { color-scheme: light; }",
            "body { font: 15px/1.45 system-ui, sans-serif; color: #1f2328; max-width: 78em; margin: 2em auto;"
                    + " padding: 0 1.5em; }",
            "h1 { font-size: 1.6em; margin-bottom: 0.2em; }",
            "h2 { font-size: 1.2em; margin: 1.8em 0 0.5em; }",
            "table { border-collapse: collapse; width: 100%; }",
            "th, td { border: 1px solid #d0d7de; padding: 0.35em 0.6em; text-align: left; vertical-align: top; }",
            "th { background: #f0f3f6; font-weight: 600; }",
            "code { font: 0.88em ui-monospace, \"DejaVu Sans Mono\", monospace; overflow-wrap: break-word; }",
            "td code { overflow-wrap: anywhere; } .word code { overflow-wrap: normal; }",
            "ul { padding-left: 1.3em; }",
            "details { margin: 0.4em 0; } details table { margin: 0.5em 0 0.8em; }",
            "summary { cursor: pointer; }",
            ".good { background: #e6f4e7; } .bad { background: #fbe3e1; } .other { background: #fdf1d8; }",
            ".note { color: #59636e; }",
            ".word { white-space: nowrap; }",
            ".even { table-layout: fixed; } .first { width: 4.5em; }",
            "</style>");

    private final List<String> lines = new ArrayList<>();

    /**
     * Begins a page.
     *
     * @param title what it is called
     */
    public HtmlPage(String title) {
        lines.add("<!DOCTYPE html>");
        lines.add("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        lines.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        lines.add("<title>" + escaped(title) + "</title>");
        lines.addAll(STYLE);
        lines.add("</head><body>");
        lines.add("<h1>" + escaped(title) + "</h1>");
    }

    /**
     * Adds a line of HTML, whose texts are {@linkplain #escaped escaped}.
     *
     * @param html the line
     */
    public void add(String html) {
        lines.add(html);
    }

    /**
     * Adds a list with a heading, unless it is empty.
     *
     * @param title the heading
     * @param texts the texts, not escaped
     */
    public void addList(String title, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.add("<h2>" + escaped(title) + "</h2>");
            lines.add("<ul>");
            texts.forEach(text -> lines.add("<li>" + escaped(text) + "</li>"));
            lines.add("</ul>");
        }
    }

    /** {@return the lines of the whole page} */
    public List<String> lines() {
        List<String> whole = new ArrayList<>(lines);
        whole.add("</body></html>");
        return whole;
    }

    /**
     * Makes a text harmless in HTML and in attributes, without what controls a terminal.
     *
     * @param text any text
     * @return ASCII
     */
    public static String escaped(String text) {
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

    /**
     * Makes a piece of code.
     *
     * @param text the code, not escaped
     * @return HTML
     */
    public static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + escaped(text) + "</code>";
    }
}
