package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tries behaviours and prints how each ended. */
final class Report {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean verbose;
    private final Duration limit;

    Report(PrintStream out, boolean verbose) {
        this(out, verbose, LIMIT);
    }

    Report(PrintStream out, boolean verbose, Duration limit) {
        this.out = out;
        this.verbose = verbose;
        this.limit = limit;
    }

    /** Tries one back end; returns whether all holds. */
    boolean single(List<Behaviour> behaviours, WinInet api) throws InterruptedException {
        int passed = 0;
        for (Behaviour behaviour : behaviours) {
            Trial trial = Trial.of(behaviour, api, limit);
            passed += trial.passed() ? 1 : 0;
            title(trial.passed() ? "PASS" : "FAIL", behaviour);
            if (!trial.passed()) {
                lines("expected", behaviour.expected());
            }
            if (verbose || !trial.passed()) {
                lines("happened", trial.happened());
            }
        }
        out.println();
        out.println(
                passed + " of " + behaviours.size() + " behaviours hold, " + (behaviours.size() - passed) + " do not");
        return passed == behaviours.size();
    }

    /** Tries two back ends side by side; returns whether they do the same. */
    boolean compared(List<Behaviour> behaviours, List<String> names, List<? extends WinInet> apis)
            throws InterruptedException {
        int different = 0;
        int[] passed = new int[apis.size()];
        for (Behaviour behaviour : behaviours) {
            List<Trial> trials = new ArrayList<>();
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < apis.size(); i++) {
                Trial trial = Trial.of(behaviour, apis.get(i), limit);
                trials.add(trial);
                passed[i] += trial.passed() ? 1 : 0;
                outcomes.add(trial.passed() ? "PASS" : "FAIL");
            }
            boolean same = trials.get(0).happened().equals(trials.get(1).happened());
            different += same ? 0 : 1;
            title(String.join(" ", outcomes) + (same ? "           " : " DIFFERENT "), behaviour);
            if (verbose || !same || !trials.get(0).passed()) {
                lines("expected", behaviour.expected());
                for (int i = 0; i < trials.size(); i++) {
                    lines(names.get(i), trials.get(i).happened());
                }
            }
        }
        out.println();
        for (int i = 0; i < passed.length; i++) {
            out.println(names.get(i) + ": " + passed[i] + " of " + behaviours.size() + " behaviours hold");
        }
        out.println(different + " of " + behaviours.size() + " differ");
        return different == 0;
    }

    private void title(String outcome, Behaviour behaviour) {
        out.println(outcome + "  " + behaviour.title() + "  (" + behaviour.rules() + ")");
    }

    private void lines(String name, List<String> lines) {
        lines.forEach(line -> out.println("      " + name + "  " + shown(line)));
    }

    /** A line of bearable length, on one line. */
    private static String shown(String line) {
        String flat = line.replace("\r", "\\r").replace("\n", "\\n");
        return flat.length() <= 300 ? flat : flat.substring(0, 300) + "... (" + flat.length() + " characters)";
    }
}
