package io.github.wininet4j.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of the behaviour reference, and how one or several of them are cited. */
final class RuleCatalog {
    private static final Pattern CITATION =
            Pattern.compile("(R-[A-Z0-9]+(?:-[A-Z][A-Z0-9]*)*)-(\\d+)(?:\\.\\.(\\d+))?");

    /** Family to the numbers in it. */
    private final Map<String, Set<Integer>> families = new LinkedHashMap<>();

    /**
     * Reads a table of rules.
     *
     * @param lines a heading, then lines that start with the id and the family
     */
    static RuleCatalog parse(List<String> lines) {
        RuleCatalog catalog = new RuleCatalog();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Matcher id = CITATION.matcher(cells[0]);
            if (cells.length != 5 || !id.matches() || !id.group(1).equals(cells[1])) {
                throw new IllegalArgumentException("not a rule: " + line);
            }
            boolean added = catalog.families
                    .computeIfAbsent(id.group(1), family -> new LinkedHashSet<>())
                    .add(Integer.parseInt(id.group(2)));
            if (!added) {
                throw new IllegalArgumentException("twice: " + cells[0]);
            }
        }
        return catalog;
    }

    /** Returns what a citation stands for, or nothing if it names a rule that does not exist. */
    Optional<List<String>> expand(String citation) {
        Matcher matcher = CITATION.matcher(citation);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Set<Integer> numbers = families.getOrDefault(matcher.group(1), Set.of());
        int first = Integer.parseInt(matcher.group(2));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        if (!numbers.contains(first) || !numbers.contains(last) || last < first) {
            return Optional.empty();
        }
        return Optional.of(numbers.stream()
                .filter(number -> first <= number && number <= last)
                .map(number -> matcher.group(1) + "-" + number)
                .toList());
    }

    Set<String> families() {
        return families.keySet();
    }

    List<String> rulesOf(String family) {
        return families.getOrDefault(family, Set.of()).stream()
                .map(number -> family + "-" + number)
                .toList();
    }

    List<String> all() {
        List<String> ids = new ArrayList<>();
        families.keySet().forEach(family -> ids.addAll(rulesOf(family)));
        return ids;
    }
}
