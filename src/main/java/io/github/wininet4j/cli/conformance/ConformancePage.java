package io.github.wininet4j.cli.conformance;

import static io.github.wininet4j.cli.HtmlPage.code;
import static io.github.wininet4j.cli.HtmlPage.escaped;

import io.github.wininet4j.cli.HtmlPage;
import io.github.wininet4j.cli.conformance.Compared.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of the cases as a page: how many hold, what differs, and each rule with its cases. */
final class ConformancePage {
    private static final int LONGEST = 2_000;

    /** More than these are opened one by one. */
    private static final int MOST_OPEN = 20;

    private static final Pattern RULE = Pattern.compile("(.+?-)(\\d+)(\\[(.+)])?");

    /** By family, and there by number. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing(ConformancePage::family).thenComparing(ConformancePage::number);

    private final List<String> names;
    private final List<Compared> cases;
    private final HtmlPage page;

    private ConformancePage(List<String> names, List<Compared> cases) {
        this.names = shortest(names);
        this.cases = cases;
        this.page = new HtmlPage("Behaviour of WinInet: " + String.join(" and ", this.names));
    }

    /** Of files their names are enough, unless they have the same. */
    private static List<String> shortest(List<String> names) {
        List<String> ends =
                names.stream().map(name -> name.replaceFirst(".*[/\\\\]", "")).toList();
        return ends.stream().distinct().count() == names.size() ? ends : names;
    }

    /** Returns the lines of the page. */
    static List<String> lines(List<String> names, List<Compared> cases) {
        return new ConformancePage(names, cases).lines();
    }

    private List<String> lines() {
        summary();
        List<Compared> faults = cases.stream()
                .filter(each -> !each.isSame() || each.outcomes().contains(Outcome.FAIL))
                .toList();
        if (!faults.isEmpty()) {
            page.add("<h2>To be looked at</h2>");
            String open = faults.size() <= MOST_OPEN ? " open" : "";
            faults.forEach(fault -> fault(fault, open));
        }
        page.add("<h2>Rule by rule</h2>");
        page.add("<p class=\"note\">A rule is documented by Microsoft, or was observed on Windows. A behaviour that"
                + " rests on several rules stands under each.</p>");
        page.add("<table><tr><th>Rule</th><th>Known by</th><th>Behaviour</th>" + heads() + "</tr>");
        byRule().forEach(this::rule);
        page.add("</table>");
        return page.lines();
    }

    private void summary() {
        page.add("<table style=\"width: auto\"><tr><th></th><th>Hold</th><th>Do not</th><th>Not recorded</th></tr>");
        for (int i = 0; i < names.size(); i++) {
            page.add("<tr><td>" + escaped(names.get(i)) + "</td><td>" + count(i, Outcome.PASS) + "</td><td>"
                    + count(i, Outcome.FAIL) + "</td><td>" + count(i, Outcome.NOT_RECORDED) + "</td></tr>");
        }
        page.add("</table>");
        if (names.size() > 1) {
            long different = cases.stream().filter(each -> !each.isSame()).count();
            page.add("<p>" + different + " of " + cases.size() + " behaviours differ.</p>");
        }
    }

    private long count(int subject, Outcome outcome) {
        return cases.stream()
                .filter(each -> each.outcomes().get(subject) == outcome)
                .count();
    }

    private String heads() {
        StringBuilder heads = new StringBuilder();
        names.forEach(name -> heads.append("<th>").append(escaped(name)).append("</th>"));
        return heads + (names.size() > 1 ? "<th>Compared</th>" : "");
    }

    private void fault(Compared each, String open) {
        page.add("<details" + open + "><summary>" + escaped(each.tested().title()) + " <span class=\"note\">"
                + escaped(each.tested().rules()) + "</span></summary>");
        page.add("<table class=\"even\"><tr><th>Expected</th>" + plainHeads(each) + "</tr><tr><td>"
                + texts(each.tested().expected()) + "</td>");
        int next = 0;
        for (Outcome outcome : each.outcomes()) {
            String happened = outcome == Outcome.NOT_RECORDED
                    ? outcome.words()
                    : texts(each.results().get(next++).happened());
            page.add("<td class=\"" + colour(outcome) + "\">" + happened + "</td>");
        }
        page.add("</tr></table>");
        // Notes are shown above.
        List<CaseDifference> others = each.differences().stream()
                .filter(difference -> !difference.what().equals("note"))
                .toList();
        if (!others.isEmpty()) {
            page.add("<table class=\"even\"><tr><th class=\"first\">Differs</th>" + plainHeads(each) + "</tr>");
            for (CaseDifference difference : others) {
                page.add("<tr><td class=\"word\">" + escaped(difference.what()) + "</td><td>"
                        + code(shown(difference.first())) + "</td><td>" + code(shown(difference.second()))
                        + "</td></tr>");
            }
            page.add("</table>");
        }
        page.add("</details>");
    }

    private String plainHeads(Compared each) {
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < each.outcomes().size(); i++) {
            heads.append("<th>").append(escaped(names.get(i))).append("</th>");
        }
        return heads.toString();
    }

    private Map<String, List<Compared>> byRule() {
        Map<String, List<Compared>> rules = new TreeMap<>(BY_NUMBER);
        for (Compared each : cases) {
            for (String rule : each.tested().rules().split(" ")) {
                rules.computeIfAbsent(rule, name -> new ArrayList<>()).add(each);
            }
        }
        return rules;
    }

    private void rule(String rule, List<Compared> resting) {
        Matcher parts = RULE.matcher(rule);
        boolean known = parts.matches();
        String evidence = known && parts.group(4) != null ? parts.group(4) : "";
        String span = " rowspan=\"" + resting.size() + "\"";
        String first = "<td class=\"word\"" + span + ">" + code(known ? parts.group(1) + parts.group(2) : rule)
                + "</td><td" + span + ">" + escaped(evidence(evidence)) + "</td>";
        for (Compared each : resting) {
            StringBuilder row = new StringBuilder("<tr>").append(first);
            first = "";
            row.append("<td>").append(escaped(each.tested().title())).append("</td>");
            for (Outcome outcome : each.outcomes()) {
                row.append(cell(colour(outcome), outcome.words()));
            }
            if (names.size() > 1) {
                row.append(each.isSame() ? cell("good", "same") : cell("bad", "different"));
            }
            page.add(row.append("</tr>").toString());
        }
    }

    private static String evidence(String letters) {
        return letters.replace("D", "documentation").replace("O", "observation");
    }

    private static String cell(String colour, String text) {
        return "<td class=\"word " + colour + "\">" + text + "</td>";
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "good";
            case FAIL -> "bad";
            case NOT_RECORDED -> "other";
        };
    }

    private static String texts(List<String> texts) {
        List<String> shown = texts.stream().map(text -> code(shown(text))).toList();
        return String.join("<br>", shown);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String family(String rule) {
        Matcher parts = RULE.matcher(rule);
        return parts.matches() ? parts.group(1) : rule;
    }

    private static long number(String rule) {
        Matcher parts = RULE.matcher(rule);
        return parts.matches() && parts.group(2).length() < 18 ? Long.parseLong(parts.group(2)) : 0;
    }
}
