package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.endurance.chaos.Functions.First;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.RequestCalls;
import io.github.wininet4j.testing.RequestCalls.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Every function that can pend, and while it does any other on the same handle, from the same thread right behind it
 * and from another one: {@code PairRun [rounds]}. The second call is answered at once and leaves the first one alone.
 * So it is with requests, with sessions, files and listings of FTP, and with WebSockets.
 */
public final class PairRun {
    private final BackEnd api;
    private final HoldingServer server;
    private final List<String> violations = new ArrayList<>();
    private int pairs;

    private PairRun(BackEnd api, HoldingServer server) {
        this.api = api;
        this.server = server;
    }

    /**
     * Runs and prints what was found; exits with 1 if a promise was broken.
     *
     * @param arguments the number of rounds, by default 100
     * @throws Exception if the run cannot go on
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long start = System.nanoTime();
        PairRun run = run(rounds);
        System.out.printf(
                Locale.ROOT,
                "%d pairs in %d rounds, JDK %s: %d broken promises, %d s%n",
                run.pairs,
                rounds,
                System.getProperty("java.version"),
                run.violations.size(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        run.violations.stream().limit(20).forEach(System.out::println);
        System.exit(run.violations.isEmpty() ? 0 : 1);
    }

    /** Runs all pairs so many times. */
    static PairRun run(int rounds) throws Exception {
        Path folder = Folders.make("pairs");
        Set<String> pending = RequestCalls.blocking().keySet();
        try (HoldingServer server = new HoldingServer();
                BackEnd api = WinInets.engine(WinInetConfig.defaults()
                        .withDataDirectory(folder)
                        .withResolver(server::resolve)
                        .withCompletionPolicy(
                                function -> pending.contains(function) ? Outcome.PENDING : Outcome.NATURAL))) {
            PairRun run = new PairRun(api, server);
            for (int round = 0; round < rounds; round++) {
                run.round();
                for (TransferPair.Place place : TransferPlaces.all()) {
                    run.round(place);
                }
            }
            return run;
        } finally {
            Folders.delete(folder);
        }
    }

    List<String> violations() {
        return violations;
    }

    int pairs() {
        return pairs;
    }

    private void round() throws InterruptedException {
        for (Map.Entry<String, First> first : Functions.pending().entrySet()) {
            for (boolean elsewhere : new boolean[] {false, true}) {
                for (Map.Entry<String, Call> second : RequestCalls.blocking().entrySet()) {
                    pair(first, second, true, elsewhere);
                }
                for (Map.Entry<String, Call> second : Functions.immediate().entrySet()) {
                    pair(first, second, false, elsewhere);
                }
            }
        }
    }

    private void round(TransferPair.Place place) throws Exception {
        for (Map.Entry<String, Call> first : place.firsts().entrySet()) {
            for (boolean elsewhere : new boolean[] {false, true}) {
                for (Map.Entry<String, TransferPair.Second> second :
                        place.seconds().entrySet()) {
                    pairs++;
                    for (String found :
                            new TransferPair(api, place, elsewhere).run(first.getValue(), second.getValue())) {
                        violations.add(place.name() + ": " + second.getKey() + (elsewhere ? " from elsewhere" : "")
                                + " after " + first.getKey() + ": " + found);
                    }
                }
            }
        }
    }

    private void pair(
            Map.Entry<String, First> first, Map.Entry<String, Call> second, boolean refused, boolean elsewhere)
            throws InterruptedException {
        boolean closes = second.getKey().equals("InternetCloseHandle");
        PairCase pair = new PairCase(api, server, ++pairs, elsewhere);
        for (String found : pair.run(first.getValue(), second.getValue(), refused, closes)) {
            violations.add(
                    second.getKey() + (elsewhere ? " from elsewhere" : "") + " after " + first.getKey() + ": " + found);
        }
    }
}
