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
 * How a conformance case ended.
 *
 * @param tested the case
 * @param recorded what it did
 */
record CaseResult(ConformanceCase tested, RecordedCase recorded) {
    boolean passed() {
        return happened().equals(tested.expected());
    }

    /** What the case observed. */
    List<String> happened() {
        return recorded.notes();
    }

    /**
     * Runs a case on a thread of its own, so that a back end that hangs cannot stop the others.
     *
     * @param tested the case
     * @param api the back end
     * @param limit how long it may take
     */
    static CaseResult of(ConformanceCase tested, WinInet api, Duration limit) throws InterruptedException {
        CallRecorder recorder = new CallRecorder(api);
        TestBed bed;
        try {
            bed = new TestBed(recorder.api());
        } catch (IOException e) {
            List<String> failure = List.of("the server did not start: " + e.getMessage());
            return new CaseResult(tested, recorder.recorded(tested, failure, 0));
        }
        int port = bed.server().port();
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
        List<String> happened = new ArrayList<>(bed.notes());
        if (end.isEmpty()) {
            recorder.awaitClosing();
        } else {
            happened.add(end);
        }
        return new CaseResult(tested, recorder.recorded(tested, happened, port));
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
