package io.github.wininet4j.fuzz;

import io.github.wininet4j.fuzz.probe.Probes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what inputs of two lengths cost. Loaded with probes that count steps. */
public final class Growth {
    private Growth() {}

    /**
     * Finds inputs that cost too much: a word or two repeated, within each kept input.
     *
     * @param name the target
     * @param small a length
     * @param large a greater one
     * @return what grows faster than length times logarithm
     * @throws Exception if there is no such target
     */
    public static List<String> find(String name, long small, long large) throws Exception {
        List<String> found = new ArrayList<>();
        FuzzTarget target = FuzzTargets.create(name);
        double allowed = 2.0 * large * Math.log(large) / (small * Math.log(small));
        for (byte[] frame : Corpus.of(name)) {
            for (byte[] unit : units(target.words())) {
                for (int at : new LinkedHashSet<>(List.of(0, frame.length / 2, frame.length))) {
                    long few = steps(target, frame, unit, at, small);
                    long many = steps(target, frame, unit, at, large);
                    if (many > allowed * (few + small)) {
                        found.add(FuzzText.show(frame) + " with " + FuzzText.show(unit) + " repeated at " + at + ": "
                                + few + " steps become " + many);
                    }
                }
            }
        }
        return found;
    }

    private static Set<byte[]> units(List<String> words) {
        Set<byte[]> units = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            units.add(FuzzText.bytes(words.get(i)));
            units.add(FuzzText.bytes(words.get(i) + words.get((i + 1) % words.size())));
        }
        return units;
    }

    private static long steps(FuzzTarget target, byte[] frame, byte[] unit, int at, long length) throws Exception {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(frame, 0, at);
        while (input.size() < length) {
            input.writeBytes(unit);
        }
        input.write(frame, at, frame.length - at);
        Probes.takeSteps();
        target.run(input.toByteArray());
        return Probes.takeSteps();
    }
}
