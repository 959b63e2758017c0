package io.github.wininet4j.bench;

import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.report.Row;
import io.github.wininet4j.bench.report.Spread;
import io.github.wininet4j.bench.work.Contender;
import io.github.wininet4j.bench.work.OtherWork;
import io.github.wininet4j.bench.work.Sample;
import io.github.wininet4j.bench.work.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One workload, all contestants: each in its own process, one turn each per round. */
final class Comparison {
    private static final double MIB = 1 << 20;
    private static final int WAVES = 2;
    private static final int WARM_UP_TURN_MILLIS = 500;
    private static final double SETTLED = 0.05;
    private static final int WARM_UP_TURNS = 10;
    private static final int SLICE_MILLIS = 20;
    /** How much longer turns are whose requests are timed: a percentile takes many. */
    static final int TIMED_TURNS = 5;
    /** In processors: a round beside more is repeated, as many times as there are rounds. */
    static final double MOST_OTHER_WORK = 0.1;

    private final Stage stage;
    private final Settings settings;
    private final Workload workload;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, long[]> ends = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private double otherWork;
    private int thrownAway;

    Comparison(Stage stage, Settings settings, Workload workload) {
        this.stage = stage;
        this.settings = settings;
        this.workload = workload;
    }

    /** Measures. */
    void run() throws IOException {
        if (workload.kind() == Workload.Kind.WAVE) {
            runApart();
        } else {
            runInTurns();
        }
    }

    private boolean takesPart(String id) {
        return id.equals(workload.contestants().get(0))
                || settings.contestants.isEmpty()
                || settings.contestants.contains(id);
    }

    /** Ten thousand simultaneous connections: one contestant after the other, each new; the waves are its rounds. */
    private void runApart() {
        for (String id : workload.contestants()) {
            Contender contender = takesPart(id) ? start(id) : null;
            for (int wave = 0; contender != null && wave < WAVES; wave++) {
                contender = turn(contender, 0);
            }
            if (contender != null) {
                end(contender);
            }
        }
    }

    private void runInTurns() {
        List<Contender> contenders = new ArrayList<>();
        int millis = settings.length.roundMillis() * (workload.isTimed() ? TIMED_TURNS : 1);
        if (workload.isBig()) {
            // It takes its time anyway: one per turn.
            millis = 1;
        }
        try {
            for (String id : workload.contestants()) {
                Contender contender = takesPart(id) ? start(id) : null;
                if (contender != null && warmUp(contender)) {
                    contenders.add(contender);
                }
            }
            for (int rounds = 0; rounds < settings.length.rounds(); ) {
                double processors = runRound(contenders, millis);
                if (processors > MOST_OTHER_WORK && thrownAway < settings.length.rounds()) {
                    thrownAway++;
                    contenders.forEach(contender -> removeLast(samples.get(contender.id())));
                } else {
                    otherWork = Math.max(otherWork, processors);
                    rounds++;
                }
            }
        } finally {
            contenders.forEach(this::end);
        }
    }

    private static void removeLast(List<Sample> own) {
        own.remove(own.size() - 1);
    }

    /** Returns what other work there was beside the turn that had most of it. */
    private double runRound(List<Contender> contenders, int millis) {
        double most = 0;
        for (Contender contender : List.copyOf(contenders)) {
            OtherWork other = OtherWork.begin();
            if (turn(contender, millis) == null) {
                contenders.remove(contender);
            }
            // Wine's server is a process that nobody has started.
            if (!contender.id().equals("wine")) {
                most = Math.max(most, other.processors());
            }
        }
        return most;
    }

    /** Lets one run until its rate settles; false if it is out of the game. */
    private boolean warmUp(Contender contender) {
        try {
            for (int turn = 0; settings.requests > 0 && turn < WARM_UP_TURNS; turn++) {
                run(contender, 0);
            }
            double before = 0;
            for (long spent = 0;
                    settings.requests == 0 && spent < settings.warmUpMillis();
                    spent += WARM_UP_TURN_MILLIS) {
                double rate = contender.run(WARM_UP_TURN_MILLIS).rate();
                // A busy machine takes its time to compile, during which a rate may stand still.
                if (spent > settings.warmUpMillis() / 3 && Math.abs(rate - before) < SETTLED * rate) {
                    break;
                }
                before = rate;
            }
            return true;
        } catch (IOException e) {
            fail(contender.id(), e);
            contender.close();
            return false;
        }
    }

    private Contender start(String id) {
        try {
            return stage.start(Contestant.named(id), workload, List.of()).orElse(null);
        } catch (IOException e) {
            fail(id, e);
            return null;
        }
    }

    /** Gives one its turn; returns null if it is out of the game. */
    private Contender turn(Contender contender, long millis) {
        try {
            samples.computeIfAbsent(contender.id(), k -> new ArrayList<>()).add(run(contender, millis));
            return contender;
        } catch (IOException e) {
            fail(contender.id(), e);
            contender.close();
            return null;
        }
    }

    private Sample run(Contender contender, long millis) throws IOException {
        boolean byTime = workload.isBig() || workload.isTimed() || workload.kind() == Workload.Kind.WAVE;
        if (settings.requests == 0 || byTime) {
            return contender.run(millis);
        }
        Sample sum = contender.run(SLICE_MILLIS);
        while (sum.operations() < settings.requests) {
            sum = sum.plus(contender.run(SLICE_MILLIS));
        }
        return sum;
    }

    private void end(Contender contender) {
        try (contender) {
            ends.put(contender.id(), contender.end());
        } catch (IOException e) {
            fail(contender.id(), e);
        }
    }

    private void fail(String id, IOException problem) {
        failures.add(id + ": " + problem.getMessage());
        System.out.println("  " + workload.id() + ", " + problem.getMessage());
    }

    Workload workload() {
        return workload;
    }

    /** What else the machine did, in processors, in the round that had most of it. */
    double otherWork() {
        return otherWork;
    }

    /** How many rounds were repeated. */
    int thrownAway() {
        return thrownAway;
    }

    List<String> failures() {
        return failures;
    }

    /** The samples of a contestant in the order of the rounds; empty if it did not take part. */
    List<Sample> samples(Contestant contestant) {
        return samples.getOrDefault(contestant.id(), List.of());
    }

    /** Every single sample as a JSON object. */
    List<String> raw() {
        List<String> raw = new ArrayList<>();
        samples.forEach((id, own) -> {
            for (int round = 0; round < own.size(); round++) {
                Sample sample = own.get(round);
                raw.add(String.format(
                        Locale.ROOT,
                        "{\"workload\": \"%s\", \"contestant\": \"%s\", \"round\": %d, \"operations\": %d, "
                                + "\"nanos\": %d, \"cpuNanos\": %d, \"allocated\": %d, \"p50\": %d, \"p99\": %d}",
                        workload.id(),
                        id,
                        round,
                        sample.operations(),
                        sample.nanos(),
                        sample.cpuNanos(),
                        sample.allocated(),
                        sample.p50(),
                        sample.p99()));
            }
        });
        return raw;
    }

    /** The figures, in the order of the contestants. */
    List<Row> rows() {
        double unit = workload.isBig() ? workload.size(settings.length) / MIB : 1;
        List<Row> rows = new ArrayList<>();
        samples.forEach((id, own) -> {
            long[] end = ends.getOrDefault(id, new long[] {-1, -1});
            rows.add(new Row(
                    workload.id(),
                    Contestant.named(id).title(),
                    spread(own, s -> s.rate() * unit),
                    workload.isBig() ? "MiB/s" : "requests/s",
                    toFirst(own, Sample::rate),
                    spread(own, Sample::cpuMicros).median(),
                    ratio(own, samples.getOrDefault("curl", List.of()), Sample::cpuMicros),
                    spread(own, Sample::bytes).median(),
                    end[0],
                    end[1]));
        });
        return rows;
    }

    /** A figure by that of the first contestant in the same round. */
    Spread toFirst(List<Sample> own, ToDoubleFunction<Sample> figure) {
        return ratio(own, samples.getOrDefault(workload.contestants().get(0), List.of()), figure);
    }

    /** A figure by that of another in the same round. */
    private static Spread ratio(List<Sample> own, List<Sample> others, ToDoubleFunction<Sample> figure) {
        double[] ratios = new double[Math.min(own.size(), others.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(others.get(i));
        }
        return Spread.of(ratios);
    }

    static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().mapToDouble(figure).toArray());
    }
}
