package io.github.wininet4j.fuzz;

import io.github.wininet4j.fuzz.probe.Probes;

/**
 * Gives the inputs that the probes lead to also to the classes as they are, so that JaCoCo can tell what a target
 * covers: {@code CoverageRun target count [seed]}, with its agent and
 * {@code exclclassloader=io.github.wininet4j.fuzz.probe.ProbedLoader}.
 */
public final class CoverageRun {
    private CoverageRun() {}

    /**
     * Runs one target twice at a time.
     *
     * @param args name, number of inputs, seed
     * @throws Exception if the target cannot be made
     */
    public static void main(String[] args) throws Exception {
        FuzzTarget plain = FuzzTargets.create(args[0]);
        Probes.setObserver(input -> {
            try {
                plain.run(input);
            } catch (Throwable e) {
                // The other one reports it.
            }
        });
        System.out.println(
                FuzzRun.run(args[0], Long.parseLong(args[1]), args.length > 2 ? Long.parseLong(args[2]) : 1));
        System.exit(0);
    }
}
