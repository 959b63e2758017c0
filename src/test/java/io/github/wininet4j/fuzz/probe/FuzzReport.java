package io.github.wininet4j.fuzz.probe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The outcomes of many inputs.
 *
 * @param target the target's name
 * @param seed what the inputs follow from
 * @param inputs how many there were
 * @param nanos how long they took
 * @param outcomes how often what became of an input
 * @param kept inputs that entered a block first, from which others are made
 * @param blocks blocks entered, blocks there are in the classes that were loaded
 * @param findings inputs that failed, shortened, with the failure
 */
public record FuzzReport(
        String target,
        long seed,
        long inputs,
        long nanos,
        Map<String, Long> outcomes,
        int kept,
        int[] blocks,
        List<String> findings) {
    @Override
    public String toString() {
        String words = outcomes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(12)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-14s seed %d: %,d inputs, %,.0f a second, %d of %d blocks (%.0f %%), %d inputs kept; %s%s",
                target,
                seed,
                inputs,
                inputs * 1e9 / Math.max(1, nanos),
                blocks[0],
                blocks[1],
                100.0 * blocks[0] / Math.max(1, blocks[1]),
                kept,
                words,
                findings.stream().map(finding -> "\n  FINDING " + finding).collect(Collectors.joining()));
    }
}
