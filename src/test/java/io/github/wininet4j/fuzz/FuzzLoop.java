package io.github.wininet4j.fuzz;

import io.github.wininet4j.fuzz.probe.FuzzReport;
import io.github.wininet4j.fuzz.probe.Probes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes inputs and runs them; those that reach something new are the origin of others. Loaded with probes. */
public final class FuzzLoop {
    private static final int MAX_FINDINGS = 5;
    private static final int MAX_KEPT = 5000;

    private final FuzzTarget target;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private FuzzLoop(FuzzTarget target) {
        this.target = target;
    }

    /**
     * Runs a target.
     *
     * @param name the target
     * @param count how many inputs
     * @param seed what they follow from
     * @return the outcomes
     * @throws Exception if there is no such target
     */
    public static FuzzReport run(String name, long count, long seed) throws Exception {
        FuzzLoop loop = new FuzzLoop(FuzzTargets.create(name));
        long start = System.nanoTime();
        long inputs = loop.run(Corpus.of(name), count, new Random(seed));
        int[] blocks = new int[2];
        for (String each : loop.target.packages()) {
            int[] covered = Probes.covered("io/github/wininet4j/" + each.replace('.', '/') + "/");
            blocks[0] += covered[0];
            blocks[1] += covered[1];
        }
        return new FuzzReport(
                name, seed, inputs, System.nanoTime() - start, loop.outcomes, loop.kept.size(), blocks, loop.findings);
    }

    private long run(List<byte[]> corpus, long count, Random random) {
        Mutator mutator = new Mutator(random, target.words());
        kept.add(new byte[0]);
        for (byte[] input : corpus) {
            kept.add(input);
            one(input);
        }
        long done = corpus.size();
        while (done < count && findings.size() < MAX_FINDINGS) {
            byte[] input = random.nextInt(8) == 0 ? mutator.sentence() : mutator.mutate(pick(random), pick(random));
            one(input);
            done++;
            if (Probes.takeFresh() > 0 && kept.size() < MAX_KEPT) {
                kept.add(input);
            }
        }
        return done;
    }

    private byte[] pick(Random random) {
        return kept.get(random.nextInt(kept.size()));
    }

    private void one(byte[] input) {
        Probes.observe(input);
        Throwable failure = attempt(input, true);
        if (failure != null) {
            byte[] small = shorten(input, failure.getClass());
            String where = failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0];
            findings.add('"' + FuzzText.show(small) + "\": " + failure + where);
        }
    }

    private Throwable attempt(byte[] input, boolean counted) {
        try {
            String outcome = target.run(input);
            if (counted) {
                outcomes.merge(outcome, 1L, Long::sum);
            }
            return null;
        } catch (Throwable t) {
            return t;
        }
    }

    /** Drops what a failure does not need. */
    private byte[] shorten(byte[] input, Class<?> failure) {
        byte[] result = input;
        for (int size = Math.max(1, input.length / 2); size > 0; size /= 2) {
            int at = 0;
            while (at < result.length) {
                byte[] less = without(result, at, Math.min(result.length, at + size));
                Throwable other = attempt(less, false);
                if (other != null && other.getClass() == failure) {
                    result = less;
                } else {
                    at += size;
                }
            }
        }
        return result;
    }

    private static byte[] without(byte[] input, int start, int end) {
        byte[] result = Arrays.copyOf(input, input.length - (end - start));
        System.arraycopy(input, end, result, start, input.length - end);
        return result;
    }
}
