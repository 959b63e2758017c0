package io.github.wininet4j.cli.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The places of one file in which a name is used in the same way.
 *
 * @param where the file, with the lines if it has any: {@code a.c:3, 14}
 * @param how in which way
 */
record Places(String where, Use.How how) {
    /** More lines of one file say no more. */
    private static final int MOST_LINES = 20;

    /** Brings uses together by their files and ways, in the order of the first of each. */
    static List<Places> of(List<Use> uses) {
        Map<Use, List<Integer>> files = new LinkedHashMap<>();
        for (Use use : uses) {
            files.computeIfAbsent(new Use(use.file(), 0, use.how(), ""), key -> new ArrayList<>())
                    .add(use.line());
        }
        List<Places> places = new ArrayList<>();
        files.forEach((file, lines) -> places.add(new Places(where(file.file(), lines), file.how())));
        return places;
    }

    private static String where(String file, List<Integer> lines) {
        StringJoiner all = new StringJoiner(", ", file + ":", "");
        all.setEmptyValue(file);
        lines.stream().filter(line -> line > 0).distinct().limit(MOST_LINES).forEach(line -> all.add(line.toString()));
        long more = lines.stream().filter(line -> line > 0).distinct().count() - MOST_LINES;
        return more > 0 ? all + " and " + more + " more" : all.toString();
    }
}
