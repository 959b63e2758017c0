package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.WinInet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A behaviour that was tried.
 *
 * @param tested the case
 * @param happened what was seen
 */
record CaseResult(ConformanceCase tested, List<String> happened) {
    boolean passed() {
        return happened.equals(tested.expected());
    }

    /**
     * Tries a behaviour on a thread of its own, so that a back end that hangs cannot stop the others.
     *
     * @param tested the case
     * @param api on what
     * @param limit how long it may take
     */
    static CaseResult of(ConformanceCase tested, WinInet api, Duration limit) throws InterruptedException {
        List<String> happened = new ArrayList<>();
        try {
            TestBed bed = new TestBed(api);
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                try (bed) {
                    tested.action().run(bed);
                }
                return true;
            });
            Thread thread = new Thread(task, "conformance");
            thread.setDaemon(true);
            thread.start();
            String end = ending(task, limit, bed);
            happened.addAll(bed.notes());
            if (!end.isEmpty()) {
                happened.add(end);
            }
        } catch (IOException e) {
            happened.add("the server did not start: " + e.getMessage());
        }
        return new CaseResult(tested, List.copyOf(happened));
    }

    private static String ending(FutureTask<Boolean> task, Duration limit, TestBed bed) throws InterruptedException {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return "";
        } catch (ExecutionException e) {
            return "stopped: " + e.getCause();
        } catch (TimeoutException e) {
            task.cancel(true);
            // What waits for an answer gets none any more, and ends.
            bed.server().close();
            return "did not end within " + limit.toSeconds() + " s";
        }
    }
}
