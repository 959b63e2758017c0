package io.github.wininet4j.cli;

import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rule 6: the same program, run with both outcomes forced and with seeded mixes of them. */
final class Rule6BothOutcomesWork {
    private static final int REQUESTS = 4;
    private static final int SEEDS = 3;

    private Rule6BothOutcomesWork() {}

    /** Remembers the bytes. */
    private static final class MemoryTarget implements BodyTarget {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(ByteBuffer from) {
            while (from.hasRemaining()) {
                bytes.write(from.get());
            }
        }

        boolean holds(byte[] expected) {
            return Arrays.equals(bytes.toByteArray(), expected);
        }
    }

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        run(beds, "all immediate", CompletionPolicy.always(Outcome.AT_ONCE), findings);
        run(beds, "pending where it may", CompletionPolicy.always(Outcome.PENDING), findings);
        for (int seed = 1; seed <= SEEDS; seed++) {
            run(beds, "mixed, seed " + seed, CompletionPolicy.seeded(seed), findings);
        }
    }

    private static void run(KbRule.TestBeds beds, String name, CompletionPolicy policy, KbFindings findings)
            throws IOException, InterruptedException {
        int atOnce = 0;
        int pended = 0;
        int completions = 0;
        int whole = 0;
        for (ReadMethod method : ReadMethod.values()) {
            AsyncHttpOptions options = new AsyncHttpOptions();
            options.readMethod = method;
            List<MemoryTarget> bodies = new ArrayList<>();
            try (RuleTestBed bed = beds.open(policy);
                    AsyncSession session = AsyncSession.open(bed.wininet(), options, null, TransferTrace.silent())) {
                PrintStream nowhere =
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.US_ASCII);
                Progress progress = new Progress(new Screen(nowhere), false, REQUESTS);
                for (int i = 0; i < REQUESTS; i++) {
                    bodies.add(new MemoryTarget());
                    session.add(bed.server().url(LoopbackServer.TEXT), bodies.get(i), progress, TransferTrace.silent());
                }
                for (TransferRun run : session.run()) {
                    atOnce += run.atOnce();
                    pended += run.pended();
                    completions += run.completions();
                    boolean ok = run.result().succeeded()
                            && bodies.get(run.result().number() - 1).holds(LoopbackServer.text());
                    whole += ok ? 1 : 0;
                }
            }
        }
        int all = REQUESTS * ReadMethod.values().length;
        findings.add(
                whole == all && pended == completions,
                name + ": " + atOnce + " immediate calls, " + pended + " pended, " + completions + " REQUEST_COMPLETE, "
                        + whole + " of " + all + " bodies whole");
    }
}
