package io.github.wininet4j.fuzz;

import io.github.wininet4j.fuzz.probe.FuzzReport;
import io.github.wininet4j.fuzz.probe.ProbedLoader;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.TreeSet;

/** Runs targets: {@code FuzzRun target|all count [seed]}. Ends with 1 if there are findings. */
public final class FuzzRun {
    private FuzzRun() {}

    /**
     * Runs one or all targets and prints the outcomes.
     *
     * @param args name or {@code all}, number of inputs for each, seed
     * @throws Exception if a target cannot be made
     */
    public static void main(String[] args) throws Exception {
        Set<String> names = args[0].equals("all") ? new TreeSet<>(FuzzTargets.ALL.keySet()) : Set.of(args[0]);
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        int findings = 0;
        for (String name : names) {
            FuzzReport report = run(name, Long.parseLong(args[1]), seed);
            System.out.println(report);
            findings += report.findings().size();
        }
        System.exit(findings == 0 ? 0 : 1);
    }

    /**
     * Runs a target, with probes in the packages that it is about.
     *
     * @param name the target
     * @param count how many inputs
     * @param seed what they follow from
     * @return the outcomes
     * @throws Exception if the target cannot be made
     */
    public static FuzzReport run(String name, long count, long seed) throws Exception {
        ClassLoader loader = new ProbedLoader(FuzzTargets.create(name).packages(), false);
        return (FuzzReport) call(loader, FuzzLoop.class, "run", name, count, seed);
    }

    /** Calls a static method of a class that another loader loads. */
    static Object call(ClassLoader loader, Class<?> type, String method, String name, long first, long second)
            throws Exception {
        try {
            return loader.loadClass(type.getName())
                    .getMethod(method, String.class, long.class, long.class)
                    .invoke(null, name, first, second);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
