package io.github.wininet4j.nativelib.wine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of a process that runs contract tests on the library that it has loaded, and writes a line to a file
 * for each: {@code ContractRun FILE LEFT-OUT CLASS...}, where LEFT-OUT is a file with a line {@code CLASS#METHOD} for
 * each test that is not run.
 */
public final class ContractRun {
    private ContractRun() {}

    /**
     * Runs the tests.
     *
     * @param args file, tests that are left out, and classes
     */
    public static void main(String[] args) throws IOException {
        Set<String> leftOut = new HashSet<>(Files.readAllLines(Path.of(args[1])));
        List<DiscoverySelector> classes = new ArrayList<>();
        Arrays.stream(args, 2, args.length).map(DiscoverySelectors::selectClass).forEach(classes::add);
        PostDiscoveryFilter filter = test ->
                FilterResult.includedIf(!leftOut.contains(name(test.getSource().orElse(null))));
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                true,
                StandardCharsets.UTF_8)) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(classes)
                                    .filters(filter)
                                    .build(),
                            new Lines(out));
            out.println(TestOutcome.END);
        }
        // Threads that hang in the library must not keep the process.
        System.exit(0);
    }

    static String name(TestSource source) {
        return source instanceof MethodSource method
                ? simple(method.getClassName()) + "#" + method.getMethodName()
                : "";
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Writes a line for each test and for what fails outside of one. */
    private static final class Lines implements TestExecutionListener {
        private final PrintStream out;
        private long start;

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                start = System.nanoTime();
                String started = TestOutcome.started(where(test));
                out.println(started);
                // Who waits for this process sees that it goes on.
                System.out.println(started);
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            out.println(new TestOutcome(where(test), TestOutcome.State.SKIPPED, reason).line());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean well = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (!test.isTest() && well) {
                return;
            }
            TestOutcome.State state = switch (result.getStatus()) {
                case SUCCESSFUL -> TestOutcome.State.GREEN;
                case ABORTED -> TestOutcome.State.SKIPPED;
                case FAILED -> TestOutcome.State.RED;
            };
            String why = result.getThrowable().map(Lines::text).orElse("");
            // The time is for those who look for what is slow.
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            out.println(new TestOutcome(where(test), state, why).line() + "\t" + milliseconds);
        }

        private static String where(TestIdentifier test) {
            String name = name(test.getSource().orElse(null));
            if (name.isEmpty()) {
                return test.getUniqueId();
            }
            var last = test.getUniqueIdObject().getLastSegment();
            return last.getType().equals("test-template-invocation") ? name + last.getValue() : name;
        }

        /** The causes, and where in the test. */
        private static String text(Throwable failure) {
            StringBuilder all = new StringBuilder();
            for (Throwable at = failure; at != null; at = at.getCause()) {
                all.append(all.isEmpty() ? "" : " <- ").append(at);
            }
            Arrays.stream(failure.getStackTrace())
                    .filter(frame -> frame.getClassName().contains(".contract."))
                    .findFirst()
                    .ifPresent(frame -> all.append(" @").append(frame.getLineNumber()));
            return all.toString();
        }
    }
}
