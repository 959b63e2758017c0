package io.github.wininet4j.cli.port;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the files of a program use of WinInet. */
final class Report {
    /** Files can be made to fill any memory; no program has so many places. */
    private static final int MAX_USES = 200_000;

    private final Map<Kind, Map<String, Entry>> entries = new EnumMap<>(Kind.class);
    private final List<String> problems = new ArrayList<>();
    private int sources;
    private int programs;
    private int uses;

    /**
     * A name and where it is used.
     *
     * @param item what is known about it
     * @param uses the places
     */
    record Entry(Item item, List<Use> uses) {
        /** Returns whether a porter has to look at it; to declare a name is no use of it. */
        boolean needsAttention() {
            return item.needsAttention() && uses.stream().anyMatch(use -> use.how() != Use.How.DECLARED);
        }
    }

    /** Counts a source. */
    void addSource() {
        sources++;
    }

    /** Counts a program or library. */
    void addProgram() {
        programs++;
    }

    /** Adds what could not be read, and why. */
    void addProblem(String problem) {
        problems.add(problem);
    }

    /** Adds a use; those beyond a limit are a problem instead. */
    void add(Use use, Item item) {
        uses++;
        if (uses == MAX_USES + 1) {
            addProblem("more than " + MAX_USES + " uses: the rest is left out");
        }
        if (uses <= MAX_USES) {
            entries.computeIfAbsent(item.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(item.name(), name -> new Entry(item, new ArrayList<>()))
                    .uses()
                    .add(use);
        }
    }

    /** Returns how many sources were read. */
    int sources() {
        return sources;
    }

    /** Returns how many programs and libraries were read. */
    int programs() {
        return programs;
    }

    /** Returns what could not be read. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns the names of a kind that are used, in their order. */
    Collection<Entry> entries(Kind kind) {
        return entries.getOrDefault(kind, Map.of()).values();
    }

    /** Returns what was read and how much was found, in a line. */
    String summary() {
        String found = Arrays.stream(Kind.values())
                .filter(kind -> !entries(kind).isEmpty())
                .map(kind ->
                        entries(kind).size() + " " + kind.plural(entries(kind).size()))
                .collect(Collectors.joining(", "));
        return sources
                + (sources == 1 ? " source, " : " sources, ")
                + programs
                + (programs == 1 ? " program or library: " : " programs or libraries: ")
                + (found.isEmpty() ? "nothing of WinInet" : found);
    }

    /** Returns the names that are used and do not simply work, each with what stands against it. */
    List<String> attention() {
        return entries.values().stream()
                .flatMap(ofKind -> ofKind.values().stream())
                .filter(Entry::needsAttention)
                .map(Entry::item)
                .map(item -> item.name() + " (" + item.state() + "): " + item.reason())
                .toList();
    }

    /** Returns the states of the names, each with what it means, in the order of the report. */
    Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            entries(kind)
                    .forEach(entry -> states.put(
                            entry.item().state(), States.meaning(entry.item().state())));
        }
        return states;
    }
}
